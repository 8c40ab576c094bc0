using System.Globalization;
using System.Text.Json;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading;

/// <summary>Finds a schema by the name it gives itself: JSON Schema 2020-12, 8.2.</summary>
internal static class DocumentAnchor
{
    private static readonly string[] Keywords = ["$anchor", "$dynamicAnchor"];

    /// <summary>The schema; null when there is none, or several, of which a reader would choose by the way it took.</summary>
    public static (string Pointer, JsonElement Element)? Find(JsonElement root, string name)
    {
        List<(string Pointer, JsonElement Element)> found = [.. FindAll(root, "#", name).Take(2)];
        return found.Count == 1 ? found[0] : null;
    }

    private static IEnumerable<(string Pointer, JsonElement Element)> FindAll(JsonElement element, string pointer, string name)
    {
        IEnumerable<(string Token, JsonElement Element)> parts = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Select(m => (DocumentPointer.Escape(m.Name), m.Value)),
            JsonValueKind.Array => element.EnumerateArray().Select((item, i) => (i.ToString(CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        bool isNamed = element.ValueKind == JsonValueKind.Object && Array.Exists(Keywords, k => element.TryGetProperty(k, out JsonElement anchor) && anchor.ValueKind == JsonValueKind.String && anchor.ValueEquals(name));
        return (isNamed ? [(pointer, element)] : Enumerable.Empty<(string, JsonElement)>()).Concat(parts.SelectMany(p => FindAll(p.Element, pointer + "/" + p.Token, name)));
    }
}
