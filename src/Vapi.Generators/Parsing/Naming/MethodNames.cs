using System.Text.RegularExpressions;

namespace Vapi.Generators.Parsing.Naming;

/// <summary>The names of the methods of a group: their IDs without redundant words.</summary>
internal static class MethodNames
{
    private static readonly Regex NoWord = new(@"[^\p{L}\p{Nd}_]", RegexOptions.CultureInvariant);

    /// <summary>One name for each operation, in their order. Operations with the same ID still have the same name. An operation with a locked name has this name.</summary>
    public static List<string> Choose(List<(string? Id, string Path, string Method, string? Locked)> operations, string group)
    {
        List<string?> ids = [.. operations.Select(o => string.IsNullOrWhiteSpace(o.Id) ? null : WithoutPath(o.Id!, o.Path, o.Method))];
        string shared = SharedPrefix([.. ids.OfType<string>()]);
        List<Queue<string>> names = [.. operations.Select((o, i) => new Queue<string>(o.Locked is { } locked ? [locked] : Names(o.Id, o.Path, o.Method, ids[i], shared, group).Distinct()))];
        bool isClear = false;
        while (!isClear)
        {
            List<Queue<string>> unclear = [.. names.GroupBy(n => n.Peek(), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).SelectMany(g => g).Where(n => n.Count > 1)];
            unclear.ForEach(n => n.Dequeue());
            isClear = unclear.Count == 0;
        }

        return [.. names.Select(n => n.Peek())];
    }

    /// <summary>The names of an operation, the shortest first.</summary>
    /// <param name="id">The ID without its redundant words.</param>
    private static IEnumerable<string> Names(string? operationId, string path, string method, string? id, string shared, string group)
    {
        const string Controller = "Controller_";
        if (id is null)
        {
            yield return Identifiers.Shorten(Identifiers.Pascal(method.ToLowerInvariant()) + string.Concat(path.Split('/').Where(s => s.Length > 0).Select(Word)));
            yield break;
        }

        int end = id.LastIndexOf(Controller, StringComparison.Ordinal);
        bool hasController = end >= 0 && end + Controller.Length < id.Length;
        string name = Identifiers.Pascal(id.Substring(hasController ? end + Controller.Length : shared.Length));
        if (RepeatsGroup(name, group))
            yield return name.Substring(group.Length);

        yield return name;
        yield return hasController ? Identifiers.Pascal(id.Substring(0, end)) + name : Identifiers.Pascal(id);
        if (id != operationId)
            yield return Identifiers.Pascal(operationId!);

        static string Word(string segment) => segment[0] == '{' ? "By" + Identifiers.Pascal(segment.Trim('{', '}')) : Identifiers.Pascal(segment);
    }

    private static bool RepeatsGroup(string name, string group)
        => group.Length > 0 && name.Length > group.Length && name.StartsWith(group, StringComparison.OrdinalIgnoreCase) && char.IsUpper(name[group.Length]);

    /// <summary>FastAPI creates an ID from the function name, the path and the verb. Only the function name is not redundant.</summary>
    private static string WithoutPath(string id, string path, string method)
    {
        string suffix = NoWord.Replace(path, "_") + "_" + method;
        return id.Length > suffix.Length && id.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && id.Substring(0, id.Length - suffix.Length).TrimEnd('_') is { Length: > 0 } name ? name : id;
    }

    /// <summary>The common prefix of all IDs, up to a separator; empty if one ID would be left without a name.</summary>
    private static string SharedPrefix(List<string> ids)
    {
        if (ids.Count < 2)
            return "";

        string first = ids[0];
        int length = first.Length;
        foreach (string id in ids)
        {
            int same = 0;
            while (same < length && same < id.Length && id[same] == first[same])
                same++;

            length = same;
        }

        int end = first.LastIndexOfAny(['_', '.', '/', '-'], Math.Max(0, length - 1), length) + 1;
        return ids.TrueForAll(id => id.Length > end) ? first.Substring(0, end) : "";
    }
}
