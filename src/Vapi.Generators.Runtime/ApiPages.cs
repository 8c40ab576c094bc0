namespace Vapi.Generators.Runtime;

/// <summary>
/// The items of a listing, page after page: <c>await foreach (Thing thing in client.ListPagesAsync())</c>. A page is requested when its first item is. Each enumeration starts again.
/// </summary>
/// <typeparam name="T">An item.</typeparam>
/// <typeparam name="TPage">The response that has the items of one page.</typeparam>
public abstract class ApiPages<T, TPage> : global::System.Collections.Generic.IAsyncEnumerable<T>
{
    /// <summary>For a listing of your own, as in tests.</summary>
    protected ApiPages()
    {
    }

    /// <summary>The pages, with their responses.</summary>
    /// <param name="continuationToken">The <see cref="ApiPage{T, TPage}.ContinuationToken"/> of a page, to go on after it with the same parameters; null: from the start.</param>
    /// <exception cref="ApiException">A response is no success, or not what the document says; or the API returns a page again, so that the listing would never end.</exception>
    public abstract global::System.Collections.Generic.IAsyncEnumerable<ApiPage<T, TPage>> AsPages(string? continuationToken = null);

    /// <inheritdoc/>
    public virtual async global::System.Collections.Generic.IAsyncEnumerator<T> GetAsyncEnumerator(global::System.Threading.CancellationToken cancellationToken = default)
    {
        await foreach (ApiPage<T, TPage> page in global::System.Threading.Tasks.TaskAsyncEnumerableExtensions.WithCancellation(AsPages(), cancellationToken).ConfigureAwait(false))
        {
            foreach (T item in page.Items)
                yield return item;
        }
    }
}

/// <summary>A page of a listing.</summary>
/// <typeparam name="T">An item.</typeparam>
/// <typeparam name="TPage">The response that has the items.</typeparam>
public sealed class ApiPage<T, TPage>
{
    /// <param name="items">The items.</param>
    /// <param name="response">The response that has them.</param>
    /// <param name="continuationToken">Where the next page starts; null: this is the last one.</param>
    public ApiPage(global::System.Collections.Generic.IReadOnlyList<T> items, TPage response, string? continuationToken)
    {
        Items = items;
        Response = response;
        ContinuationToken = continuationToken;
    }

    /// <summary>The items that no earlier page had. There may be none, even where another page follows.</summary>
    public global::System.Collections.Generic.IReadOnlyList<T> Items { get; }

    /// <summary>The response, with what it says besides the items.</summary>
    public TPage Response { get; }

    /// <summary>Where the next page starts, for <see cref="ApiPages{T, TPage}.AsPages"/>; null: this is the last one. It holds no credentials.</summary>
    public string? ContinuationToken { get; }
}
