using System.Globalization;
using System.Text.Json;

namespace Vapi.Generators.Reading.Files;

/// <summary>A part of a file on the path of a pointer. Its members are indexed on the second access, because JsonElement finds a member by a linear search.</summary>
internal sealed class DocumentPart(JsonElement element)
{
    private readonly Dictionary<string, DocumentPart?> _parts = new(StringComparer.Ordinal);

    private Dictionary<string, JsonElement>? _index;

    public JsonElement Element { get; } = element;

    /// <summary>The member with this name or the item with this index; null if there is none.</summary>
    public DocumentPart? this[string token]
    {
        get
        {
            if (_parts.TryGetValue(token, out DocumentPart? known))
                return known;

            if (_parts.Count > 0)
                _index ??= Index();

            return _parts[token] = TryFind(token, out JsonElement found) ? new DocumentPart(found) : null;
        }
    }

    private bool TryFind(string token, out JsonElement found)
    {
        found = default;
        switch (Element.ValueKind)
        {
            case JsonValueKind.Object:
                return _index?.TryGetValue(token, out found) ?? Element.TryGetProperty(token, out found);
            case JsonValueKind.Array when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int index):
                if (_index is not null)
                    return _index.TryGetValue(index.ToString(CultureInfo.InvariantCulture), out found);
                if (index >= Element.GetArrayLength())
                    return false;

                found = Element[index];
                return true;
            default:
                return false;
        }
    }

    private Dictionary<string, JsonElement> Index()
    {
        var index = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (Element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in Element.EnumerateObject())
                index[member.Name] = member.Value;
        }
        else if (Element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in Element.EnumerateArray())
                index.Add(index.Count.ToString(CultureInfo.InvariantCulture), item);
        }

        return index;
    }
}
