using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Probes;

/// <summary>Changes a random part of a value, so that it is often not valid any more.</summary>
internal sealed class ValueMutator(int seed)
{
    private static readonly string[] Values = ["null", "true", "0", "-1", "1.5", "1e400", "12345678901234567890", "\"\"", "\"text\"", "\"ünï😀\"", "\"\\u0041\\n\"", "[]", "[1,1.0]", "[null]", "{}", "{\"a\":{}}"];

    private readonly Random _random = new(seed);

    /// <summary>A changed copy.</summary>
    public JsonNode? Mutate(JsonNode? value)
    {
        var root = new JsonArray(value?.DeepClone());
        (JsonNode Parent, object Key)[] places = [.. Places(root)];
        (JsonNode parent, object key) = places[_random.Next(places.Length)];
        JsonNode? old = key is string name ? parent[name] : parent[(int)key];
        switch (_random.Next(8))
        {
            case 0 when parent is JsonObject members:
                members.Remove((string)key);
                break;
            case 1 when parent is JsonObject members:
                members["a property of tomorrow"] = Anything();
                break;
            case 2 when parent is JsonArray items && parent != root:
                items.Add(old?.DeepClone());
                break;
            case 3 when parent is JsonArray items && parent != root:
                items.RemoveAt((int)key);
                break;
            case 4 when old?.GetValueKind() == JsonValueKind.String:
                Replace(parent, key, Text((string)old!));
                break;
            case 5 when old?.GetValueKind() == JsonValueKind.Number && double.TryParse(old.ToJsonString(), out double number) && !double.IsInfinity(number):
                Replace(parent, key, JsonValue.Create(number * _random.Next(-3, 3) + (_random.Next(3) / 2.0)));
                break;
            case 6 when old is JsonObject or JsonArray:
                (JsonNode other, object otherKey) = places[_random.Next(places.Length)];
                Replace(parent, key, (otherKey is string otherName ? other[otherName] : other[(int)otherKey])?.DeepClone());
                break;
            default:
                Replace(parent, key, Anything());
                break;
        }

        JsonNode? result = root.Count > 0 ? root[0] : null;
        root.Clear();
        return result;
    }

    private JsonNode? Anything() => JsonNode.Parse(Values[_random.Next(Values.Length)]);

    private JsonNode Text(string text) => _random.Next(4) switch
    {
        0 => text + "x",
        1 => text.Length > 0 && !char.IsSurrogate(text[^1]) ? text[..^1] : "",
        2 => string.Concat(Enumerable.Repeat(text.Length == 0 ? "y" : text, 40)),
        _ => text.ToUpperInvariant(),
    };

    private static void Replace(JsonNode parent, object key, JsonNode? value)
    {
        if (key is string name)
            parent[name] = value;
        else
            parent[(int)key] = value;
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => Places(m.Value).Prepend((members, m.Key))),
        JsonArray items => items.SelectMany((item, i) => Places(item).Prepend((items, i))),
        _ => [],
    };
}
