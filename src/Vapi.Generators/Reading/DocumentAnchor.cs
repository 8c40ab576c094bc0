using System.Globalization;
using System.Text.Json;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading;

/// <summary>Finds a schema by the name it gives itself: JSON Schema 2020-12, 8.2.</summary>
internal static class DocumentAnchor
{
    private static readonly string[] Keywords = ["$anchor", "$dynamicAnchor"];

    public static (string Pointer, JsonElement Element)? Find(JsonElement element, string pointer, string name)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                if (Array.Exists(Keywords, k => element.TryGetProperty(k, out JsonElement anchor) && anchor.ValueKind == JsonValueKind.String && anchor.ValueEquals(name)))
                    return (pointer, element);

                return element.EnumerateObject().Select(m => Find(m.Value, pointer + "/" + DocumentPointer.Escape(m.Name), name)).FirstOrDefault(found => found is not null);
            case JsonValueKind.Array:
                return element.EnumerateArray().Select((item, i) => Find(item, pointer + "/" + i.ToString(CultureInfo.InvariantCulture), name)).FirstOrDefault(found => found is not null);
            default:
                return null;
        }
    }
}
