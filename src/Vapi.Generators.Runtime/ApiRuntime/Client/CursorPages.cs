namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text.Json;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Pages that say with which cursor the next one is requested.</summary>
internal sealed class CursorPages<T, TPage> : PageReader<T, TPage>
{
    private readonly string _parameter;

    private readonly string _next;

    private readonly string? _more;

    /// <param name="options">The caller's options, for each of the requests.</param>
    /// <param name="send">Calls the operation.</param>
    /// <param name="items">The items of a response.</param>
    /// <param name="parameter">The query parameter that takes the cursor.</param>
    /// <param name="next">Where the response has the next cursor; below an array (<c>/data/-/id</c>), where its last item has it.</param>
    /// <param name="more">Where the response says whether there is another page; null: a page without a next cursor is the last.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
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
