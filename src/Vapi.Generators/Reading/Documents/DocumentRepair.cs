using System.Text.Json.Nodes;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Findings;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Reading.Documents;

/// <summary>
/// If Microsoft.OpenApi throws for a document, finds the smallest parts that cause it and removes them, so that the rest can be read. Each part is tried alone, in a document that
/// contains only the part and its ancestors.
/// </summary>
/// <param name="canRead">Whether Microsoft.OpenApi can read a tree.</param>
internal sealed class DocumentRepair(JsonObject root, Func<JsonObject, bool> canRead, FindingList findings, CancellationToken cancellationToken)
{
    private static readonly string[] Always = ["openapi", "swagger"];

    private readonly Levels _levels = new();

    private readonly List<string> _path = [];

    public void Run() => Repair(root);

    private void Repair(JsonNode node)
    {
        if (!_levels.TryEnter())
            return;

        List<string> stoppers = [.. Children(node).Where(c => _path.Count > 0 || !Always.Contains(c)).Where(c => !IsReadable(c))];
        foreach (string child in stoppers)
        {
            _path.Add(child);
            if (Child(node, child) is JsonObject or JsonArray)
                Repair(Child(node, child)!);

            // No child fails alone, or the part is not a container: the part itself is the cause.
            if (!IsReadable(null))
                LeaveOut(node, child);

            _path.RemoveAt(_path.Count - 1);
        }

        _levels.Leave();
    }

    private void LeaveOut(JsonNode parent, string child)
    {
        // An item of an array, or the target of a reference, is replaced by an empty object instead of removed.
        bool wasContainer = Child(parent, child) is JsonObject or JsonArray;
        if (parent is JsonArray items)
            items[int.Parse(child, System.Globalization.CultureInfo.InvariantCulture)] = new JsonObject();
        else if (wasContainer && _path.Count > 1)
            ((JsonObject)parent)[child] = new JsonObject();
        else
            ((JsonObject)parent).Remove(child);

        string pointer = "#" + string.Concat(_path.Select(t => "/" + DocumentPointer.Escape(t)));
        findings.Add(wasContainer
            ? new Finding(Descriptors.DocumentDeviates.Id, pointer, [$"'{child}' is not allowed here and is ignored"])
            : new Finding(Descriptors.KeywordIgnored.Id, pointer, [child, "OpenAPI does not allow its value here"]));
    }

    /// <summary>Whether the part at the path, or a child of it, can be read alone.</summary>
    private bool IsReadable(string? child)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var copy = new JsonObject();
        foreach (string name in Always)
        {
            if (root[name] is { } version)
                copy[name] = version.DeepClone();
        }

        JsonNode from = root;
        JsonNode to = copy;
        string[] path = child is null ? [.. _path] : [.. _path, child];
        for (int i = 0; i < path.Length; i++)
        {
            if (Child(from, path[i]) is not { } next)
                return true;

            JsonNode part = i == path.Length - 1 ? next.DeepClone() : next is JsonObject ? new JsonObject() : new JsonArray();
            if (to is JsonObject members)
                members[path[i]] = part;
            else
                ((JsonArray)to).Add(part);

            (from, to) = (next, part);
        }

        return canRead(copy);
    }

    private static IEnumerable<string> Children(JsonNode node) => node is JsonObject members
        ? members.Select(m => m.Key)
        : Enumerable.Range(0, ((JsonArray)node).Count).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static JsonNode? Child(JsonNode node, string name) => node switch
    {
        JsonObject members => members[name],
        JsonArray items => items[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)],
        _ => null,
    };
}
