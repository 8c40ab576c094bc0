using System.Text.Json;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading.Files;

/// <summary>The schemas of a file by their anchors: JSON Schema 2020-12, 8.2.</summary>
internal sealed class DocumentAnchors
{
    private static readonly string[] Keywords = ["$anchor", "$dynamicAnchor"];

    /// <summary>The keywords that set a URI: <c>$self</c> for the document, <c>$id</c> for a schema.</summary>
    private static readonly string[] Identities = ["$id", "$self"];

    /// <summary>Null for a name that several schemas have, because the reference is ambiguous.</summary>
    private readonly Dictionary<string, (string Pointer, JsonElement Element)?> _named = new(StringComparer.Ordinal);

    private readonly Dictionary<string, (string Pointer, JsonElement Element)?> _identified = new(StringComparer.Ordinal);

    public DocumentAnchors(JsonElement root)
    {
        var open = new Stack<(JsonElement Element, DocumentPointer Pointer)>([(root, DocumentPointer.Root)]);
        while (open.Count > 0)
        {
            (JsonElement element, DocumentPointer pointer) = open.Pop();
            if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (string name in Keywords.Select(k => Name(element, k)).OfType<string>().Distinct())
                    _named[name] = _named.ContainsKey(name) ? null : (pointer.ToString(), element);
                foreach (string id in Identities.Select(k => Name(element, k)).OfType<string>().Distinct())
                    _identified[id] = _identified.ContainsKey(id) ? null : (pointer.ToString(), element);
                foreach (JsonProperty member in element.EnumerateObject().Where(m => IsContainer(m.Value)))
                    open.Push((member.Value, pointer[member.Name]));
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                int index = 0;
                foreach (JsonElement item in element.EnumerateArray())
                    open.Push((item, pointer[index++]));
            }
        }
    }

    /// <summary>Returns the schema; null if there is none, or several.</summary>
    public (string Pointer, JsonElement Element)? Find(string name) => _named.TryGetValue(name, out var found) ? found : null;

    /// <summary>Returns the part with this URI; null if there is none, or several.</summary>
    public (string Pointer, JsonElement Element)? Identify(string id) => _identified.TryGetValue(id, out var found) ? found : null;

    private static bool IsContainer(JsonElement element) => element.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    private static string? Name(JsonElement element, string keyword) => element.TryGetProperty(keyword, out JsonElement name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
}
