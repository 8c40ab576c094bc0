namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Runtime.CompilerServices;
using global::System.Text.Json;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Reads the pages of a list operation one after the other. Derived classes know how to find the next page. See docs/pagination.md.</summary>
internal abstract class PageReader<T, TPage> : ApiPages<T, TPage>
{
    private readonly RequestOptions? _options;

    private readonly Func<RequestOptions, CancellationToken, Task<TPage>> _send;

    private readonly Func<TPage, IReadOnlyList<T>?> _items;

    private readonly CancellationToken _cancellationToken;

    /// <param name="options">The caller's options for each request.</param>
    /// <param name="send">Sends the operation.</param>
    /// <param name="items">Gets the items of a response.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    protected PageReader(RequestOptions? options, Func<RequestOptions, CancellationToken, Task<TPage>> send, Func<TPage, IReadOnlyList<T>?> items, CancellationToken cancellationToken)
    {
        _options = options;
        _send = send;
        _items = items;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether two identical bodies in a row mean that the API returned the same page twice.</summary>
    protected virtual bool KnowsPageByBody => false;

    public override IAsyncEnumerable<ApiPage<T, TPage>> AsPages(string? continuationToken = null) => ReadAsync(continuationToken, _cancellationToken);

    /// <summary>Creates the request for the page at a token; null is the first page.</summary>
    protected abstract PageRequest Request(string? token);

    /// <summary>Returns the token of the next page; null if this is the last page.</summary>
    /// <param name="request">The request of this page, with its response.</param>
    /// <param name="items">The items of this page. If pages overlap, the method removes the items that an earlier page had.</param>
    /// <param name="token">The token of this page; null for the first page.</param>
    protected abstract string? Next(PageRequest request, ref IReadOnlyList<T> items, string? token);

    /// <summary>The number of items in the response, including those that do not match their type.</summary>
    protected static int CountOf(IReadOnlyList<T> items) => items is PartialList<T> partial ? partial.Total : items.Count;

    /// <summary>Returns the value at a JSON pointer (RFC 6901, but <c>-</c> is the last item of an array); undefined if there is none.</summary>
    protected static JsonElement Find(PageRequest request, string? pointer)
    {
        if (string.IsNullOrEmpty(pointer))
            return default;

        JsonElement value = request.Body;
        foreach (string name in pointer!.Substring(1).Split('/'))
        {
            if (name == "-" && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() is > 0 and var length)
                value = value[length - 1];
            else if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(JsonPointerText.Unescape(name), out value))
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
            if (KnowsPageByBody && CountOf(items) > 0 && previous is not null && request.HasSameBody(previous))
                throw request.Fail("with the same page again, so the listing would never end");

            string? next = Next(request, ref items, token);
            yield return new ApiPage<T, TPage>(items, response, next);
            if (next is null)
                yield break;
            if (!known.Add(next))
                throw request.Fail("with a next page that was already read, so the listing would never end");

            previous = request;
            token = next;
        }
    }
}
