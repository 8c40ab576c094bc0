using System.Text.Json;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Findings;

namespace Vapi.Generators.Reading.Overlays;

/// <summary>Parses an overlay file: Overlay Specification 1.0 and 1.1.</summary>
internal sealed class OverlayParser
{
    private const int LatestMinor = 1;

    private static readonly string[] RootKeys = ["overlay", "info", "extends", "actions"];

    private static readonly string[] ActionKeys = ["target", "description", "update", "remove", "copy"];

    private readonly DocumentFile _file;

    private readonly FindingList _errors;

    private OverlayParser(DocumentFile file, FindingList errors)
    {
        _file = file;
        _errors = errors;
    }

    /// <summary>Returns the actions in their order, and adds an error for each part that is not valid.</summary>
    public static IReadOnlyList<OverlayAction> Parse(DocumentFile file, FindingList errors) => new OverlayParser(file, errors).Parse();

    private List<OverlayAction> Parse()
    {
        JsonElement root = _file.Root;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("overlay", out JsonElement version))
        {
            Refuse(DocumentPointer.Root, "the file is not an overlay, because it has no 'overlay' property");
            return [];
        }

        string[] parts = version.ToString().Split('.');
        if (parts[0] != "1" || parts.Length > 1 && (!int.TryParse(parts[1], out int minor) || minor > LatestMinor))
            Refuse(DocumentPointer.Root["overlay"], $"version {version} is not supported. The supported versions are 1.0 and 1.1");

        RequireKnown(root, RootKeys, DocumentPointer.Root);
        if (!root.TryGetProperty("actions", out JsonElement actions) || actions.ValueKind != JsonValueKind.Array || actions.GetArrayLength() == 0)
        {
            Refuse(DocumentPointer.Root["actions"], "'actions' must be a list of at least one action");
            return [];
        }

        return [.. actions.EnumerateArray().Select((action, i) => ParseAction(action, DocumentPointer.Root["actions"][i])).OfType<OverlayAction>()];
    }

    private OverlayAction? ParseAction(JsonElement action, DocumentPointer pointer)
    {
        if (action.ValueKind != JsonValueKind.Object)
        {
            Refuse(pointer, "an action must be an object");
            return null;
        }

        RequireKnown(action, ActionKeys, pointer);
        JsonPath? target = ParsePath(action, "target", pointer, isRequired: true);
        JsonPath? copy = ParsePath(action, "copy", pointer, isRequired: false);
        bool hasUpdate = action.TryGetProperty("update", out JsonElement update);
        bool hasRemove = action.TryGetProperty("remove", out JsonElement remove);
        if (hasRemove && remove.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Refuse(pointer["remove"], "'remove' must be true or false");

        bool isRemoval = remove.ValueKind == JsonValueKind.True;
        bool hasCopy = action.TryGetProperty("copy", out _);
        if (hasUpdate && hasCopy && !isRemoval)
            Refuse(pointer["copy"], "an action can have 'update' or 'copy', but not both");
        else if (!hasUpdate && !hasCopy && !hasRemove)
            Refuse(pointer, "the action has no 'update', 'remove' or 'copy'");

        return target is null ? null : new OverlayAction(pointer, target, hasUpdate ? update : null, copy, isRemoval);
    }

    private JsonPath? ParsePath(JsonElement action, string name, DocumentPointer pointer, bool isRequired)
    {
        bool exists = action.TryGetProperty(name, out JsonElement text);
        if (!exists && !isRequired)
            return null;

        if (text.ValueKind != JsonValueKind.String)
        {
            Refuse(exists ? pointer[name] : pointer, $"'{name}' must be a JSONPath, such as $.info");
            return null;
        }

        JsonPath? path = JsonPathParser.Parse(text.GetString()!, out string? failure);
        if (path is null)
            Refuse(pointer[name], $"the JSONPath '{text.GetString()}' is not valid or not supported: {failure}");

        return path;
    }

    /// <summary>A misspelled key would change nothing.</summary>
    private void RequireKnown(JsonElement element, string[] known, DocumentPointer pointer)
    {
        foreach (string name in element.EnumerateObject().Select(m => m.Name).Where(n => !n.StartsWith("x-", StringComparison.Ordinal) && !known.Contains(n)))
            Refuse(pointer[name], $"'{name}' is not a property of an overlay here, only {string.Join(", ", known.Select(k => $"'{k}'"))}");
    }

    private void Refuse(DocumentPointer pointer, string reason) => _errors.Add(new Finding(Descriptors.OverlayNotApplied.Id, pointer.ToString(), [reason]) { File = _file });
}
