namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Pages that have the address of the next one: in the body, or in the header Link (RFC 8288). It is followed on the host of the page only.</summary>
internal sealed class LinkPages<T, TPage> : PageReader<T, TPage>
{
    private readonly string? _next;

    /// <param name="options">The caller's options, for each of the requests.</param>
    /// <param name="send">Calls the operation.</param>
    /// <param name="items">The items of a response.</param>
    /// <param name="next">Where the response has the address of the next page; null: in the header Link.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public LinkPages(RequestOptions? options, Func<RequestOptions, CancellationToken, Task<TPage>> send, Func<TPage, IReadOnlyList<T>?> items, string? next, CancellationToken cancellationToken)
        : base(options, send, items, cancellationToken) => _next = next;

    /// <summary>A token is a path and a query, so that it cannot lead to another host.</summary>
    /// <exception cref="ArgumentException">The token is something else.</exception>
    protected override PageRequest Request(string? token)
        => token is null || token.StartsWith("/", StringComparison.Ordinal) ? new PageRequest { PathAndQuery = token } : throw new ArgumentException("The token is not one of this listing.", nameof(token));

    protected override string? Next(PageRequest request, ref IReadOnlyList<T> items, string? token)
    {
        string? next = _next is null ? LinkHeader.FindNext(request.Links) : ParameterValue.TextOf(Find(request, _next));
        if (string.IsNullOrEmpty(next))
            return null;
        if (request.Address is not { } page || !Uri.TryCreate(page, next, out Uri? address) || address.Scheme is not ("https" or "http"))
            throw request.Fail("with a next page whose address is none");

        // Behind a proxy that ends TLS, APIs write their own address with http.
        bool isSameHost = string.Equals(address.Host, page.Host, StringComparison.OrdinalIgnoreCase) && (address.Port == page.Port || address.IsDefaultPort && page.IsDefaultPort);
        return isSameHost ? request.WithoutSecrets(address).PathAndQuery : throw request.Fail($"with a next page on another host, '{address.Authority}', which is not requested");
    }
}
