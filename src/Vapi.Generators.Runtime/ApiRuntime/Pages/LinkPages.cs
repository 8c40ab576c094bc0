namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Pages whose response contains the address of the next page, in the body or in the Link header (RFC 8288). An address on another host is not requested.</summary>
internal sealed class LinkPages<T, TPage> : PageReader<T, TPage>
{
    private readonly string? _next;

    /// <param name="options">The caller's options for each request.</param>
    /// <param name="send">Sends the operation.</param>
    /// <param name="items">Gets the items of a response.</param>
    /// <param name="next">The JSON pointer of the address in the response; null for the Link header.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public LinkPages(RequestOptions? options, Func<RequestOptions, CancellationToken, Task<TPage>> send, Func<TPage, IReadOnlyList<T>?> items, string? next, CancellationToken cancellationToken)
        : base(options, send, items, cancellationToken) => _next = next;

    /// <summary>A token is a path with a query, so it cannot lead to another host.</summary>
    /// <exception cref="ArgumentException">The token is not a path.</exception>
    protected override PageRequest Request(string? token)
        => token is null || token.StartsWith("/", StringComparison.Ordinal) ? new PageRequest { PathAndQuery = token } : throw new ArgumentException("The token does not come from this method.", nameof(token));

    protected override string? Next(PageRequest request, ref IReadOnlyList<T> items, string? token)
    {
        string? next = _next is null ? LinkHeader.FindNext(request.Links) : ParameterValue.TextOf(Find(request, _next));
        if (string.IsNullOrEmpty(next))
            return null;
        if (request.Address is not { } page || !Uri.TryCreate(page, next, out Uri? address) || address.Scheme is not ("https" or "http"))
            throw request.Fail("with an invalid address of the next page");

        // An API behind a proxy that terminates TLS often returns its own address with http.
        bool isSameHost = string.Equals(address.Host, page.Host, StringComparison.OrdinalIgnoreCase) && (address.Port == page.Port || address.IsDefaultPort && page.IsDefaultPort);
        return isSameHost ? request.WithoutSecrets(address).PathAndQuery : throw request.Fail($"with a next page on another host, '{address.Authority}', which was not requested");
    }
}
