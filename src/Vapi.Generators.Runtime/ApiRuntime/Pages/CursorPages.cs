namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text.Json;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Pages whose response contains the cursor of the next page.</summary>
internal sealed class CursorPages<T, TPage> : PageReader<T, TPage>
{
    private readonly string _parameter;

    private readonly string _next;

    private readonly string? _more;

    /// <param name="options">The caller's options for each request.</param>
    /// <param name="send">Sends the operation.</param>
    /// <param name="items">Gets the items of a response.</param>
    /// <param name="parameter">The query parameter for the cursor.</param>
    /// <param name="next">The JSON pointer of the next cursor in the response. <c>-</c> is the last item of an array: <c>/data/-/id</c>.</param>
    /// <param name="more">The JSON pointer of the Boolean that states whether there is another page; null if only a missing cursor marks the last page.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public CursorPages(
        RequestOptions? options, Func<RequestOptions, CancellationToken, Task<TPage>> send, Func<TPage, IReadOnlyList<T>?> items, string parameter, string next, string? more, CancellationToken cancellationToken)
        : base(options, send, items, cancellationToken)
    {
        _parameter = parameter;
        _next = next;
        _more = more;
    }

    protected override PageRequest Request(string? token)
    {
        var request = new PageRequest();
        if (token is not null)
            request.Set(_parameter, token);

        return request;
    }

    protected override string? Next(PageRequest request, ref IReadOnlyList<T> items, string? token)
        => Find(request, _more).ValueKind != JsonValueKind.False && ParameterValue.TextOf(Find(request, _next)) is { Length: > 0 } next ? next : null;
}
