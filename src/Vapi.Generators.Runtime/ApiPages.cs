namespace Vapi.Generators.Runtime;

/// <summary>
/// The items of all pages of a list operation: <c>await foreach (Thing thing in client.ListPagesAsync())</c>. Each page is requested when it is needed. Each enumeration starts from the beginning.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <typeparam name="TPage">The type of the response that contains the items of one page.</typeparam>
public abstract class ApiPages<T, TPage> : global::System.Collections.Generic.IAsyncEnumerable<T>
{
    /// <summary>Creates an instance of your own class, for example in a test.</summary>
    protected ApiPages()
    {
    }

    /// <summary>Returns the pages with their responses.</summary>
    /// <param name="continuationToken">The <see cref="ApiPage{T, TPage}.ContinuationToken"/> of a page, to continue after that page with the same parameters; null to start from the beginning.</param>
    /// <exception cref="ApiException">The API returned an error, a response that does not match the document, or the same page again.</exception>
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

/// <summary>A page of a list operation.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <typeparam name="TPage">The type of the response that contains the items.</typeparam>
public sealed class ApiPage<T, TPage>
{
    /// <param name="items">The items of the page.</param>
    /// <param name="response">The response that contains the items.</param>
    /// <param name="continuationToken">The position of the next page; null if this is the last page.</param>
    public ApiPage(global::System.Collections.Generic.IReadOnlyList<T> items, TPage response, string? continuationToken)
    {
        Items = items;
        Response = response;
        ContinuationToken = continuationToken;
    }

    /// <summary>The items of the page, without those that an earlier page had. It can be empty even if there is another page.</summary>
    public global::System.Collections.Generic.IReadOnlyList<T> Items { get; }

    /// <summary>The response, which can have more properties than the items.</summary>
    public TPage Response { get; }

    /// <summary>The position of the next page, for <see cref="ApiPages{T, TPage}.AsPages"/>; null if this is the last page. It contains no credentials of the client.</summary>
    public string? ContinuationToken { get; }
}
