namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Runtime.CompilerServices;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Reads a listing that comes in numbered pages.</summary>
internal static class ApiPages
{
    /// <summary>The items of all pages. A page without items is the last one, and so is one that says that there is no other.</summary>
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
