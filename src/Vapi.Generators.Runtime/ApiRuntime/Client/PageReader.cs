namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Runtime.CompilerServices;
using global::System.Text.Json;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Reads the pages of a listing one after the other; the classes that derive from it know how a page leads to the next one. See docs/pagination.md.</summary>
internal abstract class PageReader<T, TPage> : ApiPages<T, TPage>
{
    private readonly RequestOptions? _options;

    private readonly Func<RequestOptions, CancellationToken, Task<TPage>> _send;

    private readonly Func<TPage, IReadOnlyList<T>?> _items;

    private readonly CancellationToken _cancellationToken;

    /// <param name="options">The caller's options, for each of the requests.</param>
    /// <param name="send">Calls the operation.</param>
    /// <param name="items">The items of a response.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    protected PageReader(RequestOptions? options, Func<RequestOptions, CancellationToken, Task<TPage>> send, Func<TPage, IReadOnlyList<T>?> items, CancellationToken cancellationToken)
    {
        _options = options;
        _send = send;
        _items = items;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether two pages in a row that are the same, byte for byte, are one page that was returned twice.</summary>
    protected virtual bool KnowsPageByBody => false;

    public override IAsyncEnumerable<ApiPage<T, TPage>> AsPages(string? continuationToken = null) => ReadAsync(continuationToken, _cancellationToken);

    /// <summary>The request for the first page, where there is no token, or for the page where a token leads.</summary>
    protected abstract PageRequest Request(string? token);

    /// <summary>The token of the next page; null when there is none.</summary>
    /// <param name="request">The request for this page, with its response.</param>
    /// <param name="items">The items of this page; a style whose pages overlap takes away those that an earlier page had.</param>
    /// <param name="token">The token of this page; null for the first one.</param>
    protected abstract string? Next(PageRequest request, ref IReadOnlyList<T> items, string? token);

    /// <summary>How many items came, with those that do not fit their type and are left out.</summary>
    protected static int CountOf(IReadOnlyList<T> items) => items is PartialList<T> partial ? partial.Total : items.Count;

    /// <summary>The value at a place of the response (RFC 6901, where <c>-</c> is the last item of an array); undefined when there is none.</summary>
    protected static JsonElement Find(PageRequest request, string? pointer)
    {
        JsonElement value = request.Body;
        if (string.IsNullOrEmpty(pointer))
            return default;

        foreach (string name in pointer!.Substring(1).Split('/'))
        {
            if (name == "-" && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() is > 0 and var length)
                value = value[length - 1];
            else if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name.Replace("~1", "/").Replace("~0", "~"), out value))
                return default;
        }

        return value;
    }

    private async IAsyncEnumerable<ApiPage<T, TPage>> ReadAsync(string? token, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        if (token is not null)
            known.Add(token);

        PageRequest? previous = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PageRequest request = Request(token);
            TPage response = await _send((_options ?? new RequestOptions()).With(request), cancellationToken).ConfigureAwait(false);
            IReadOnlyList<T> items = (response is null ? null : _items(response)) ?? Array.Empty<T>();
            if (KnowsPageByBody && CountOf(items) > 0 && previous?.Hash == request.Hash)
                throw request.Fail("with the same page as before: the listing would never end");

            string? next = Next(request, ref items, token);
            yield return new ApiPage<T, TPage>(items, response, next);
            if (next is null)
                yield break;
            if (!known.Add(next))
                throw request.Fail("with a next page that was read already: the listing would never end");

            previous = request;
            token = next;
        }
    }
}
