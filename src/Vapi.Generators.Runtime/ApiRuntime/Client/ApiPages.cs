namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Runtime.CompilerServices;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Reads the numbered pages of a list operation.</summary>
internal static class ApiPages
{
    /// <summary>Returns the items of all pages. The last page has no items, or states that there is no next page.</summary>
    public static async IAsyncEnumerable<T> ReadAsync<TPage, T>(
        long first, Func<long, CancellationToken, Task<TPage>> read, Func<TPage, IReadOnlyList<T>?> items, Func<TPage, bool?> hasMore, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long number = first; ; number++)
        {
            TPage page = await read(number, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<T> found = (page is null ? null : items(page)) ?? Array.Empty<T>();
            foreach (T item in found)
                yield return item;

            if (found.Count == 0 || hasMore(page) == false)
                yield break;
        }
    }
}
