namespace Vapi.Generators.Tool.Comparing;

/// <summary>Pairs the items of the old and the new list.</summary>
internal static class Pairs
{
    /// <summary>Pairs items by their C# name, and then by another key, which pairs items that were renamed in C#. An item without a counterpart is paired with null.</summary>
    public static IEnumerable<(T? Old, T? New)> Of<T>(IReadOnlyList<T> old, IReadOnlyList<T> @new, Func<T, string> name, Func<T, string> other)
        where T : class
    {
        Dictionary<string, T> byName = Index(@new, name);
        HashSet<string> oldNames = [.. old.Select(name)];
        Dictionary<string, T> free = Index(@new.Where(n => !oldNames.Contains(name(n))), other);
        var found = new HashSet<T>(ReferenceEqualityComparer.Instance);
        foreach (T before in old)
        {
            if (!byName.TryGetValue(name(before), out T? after) && free.Remove(other(before), out T? renamed))
                after = renamed;
            if (after is not null)
                found.Add(after);

            yield return (before, after);
        }

        foreach (T after in @new.Where(n => !found.Contains(n)))
            yield return (null, after);
    }

    private static Dictionary<string, T> Index<T>(IEnumerable<T> items, Func<T, string> key)
        where T : class
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (T item in items)
            index.TryAdd(key(item), item);

        return index;
    }
}
