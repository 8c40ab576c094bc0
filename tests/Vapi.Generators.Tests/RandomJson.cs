using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Vapi.Generators.Tests;

/// <summary>How much of what a schema allows is in a random value.</summary>
public enum Richness
{
    /// <summary>What is required, and nothing else.</summary>
    Minimal,

    /// <summary>Every property, in a random order.</summary>
    Full,

    /// <summary>Some properties, in a random order, and some that the document does not know; some values of enums too.</summary>
    Unknown,
}

/// <summary>Random values for the schemas of a document, the same ones for the same seed: valid ones, but for the values of enums that the document does not know.</summary>
internal sealed class RandomJson(JsonElement document, Richness richness, ulong seed)
{
    /// <summary>A property that no document has.</summary>
    public const string UnknownProperty = "a property of tomorrow";

    private const int MaxDepth = 6;

    private readonly Dictionary<string, JsonElement> _targets = [];

    private readonly RandomLeaf _leaf = new();

    private Random _random = new(0);

    /// <summary>The next value for a schema.</summary>
    public JsonNode? Next(JsonElement schema) => Values(schema).Sample(1, new Rnd(seed++), 0).Single();

    /// <summary>FsCheck draws a number for each value and its parts are made from that: a generator for every part takes three times as long.</summary>
    private Gen<JsonNode?> Values(JsonElement schema) => Gen.Choose(0, int.MaxValue - 1).Select(number =>
    {
        _random = new Random(number);
        return Of(schema, 0);
    });

    private JsonNode? Of(JsonElement schema, int depth)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
            return Of(Resolve(reference.GetString()!), depth);

        bool isNull = schema.TryGetProperty("nullable", out JsonElement nullable) && nullable.GetBoolean() && richness != Richness.Minimal && Happens(0.2);
        return isNull ? null : Plain(schema, depth);
    }

    private JsonNode? Plain(JsonElement schema, int depth)
    {
        bool isArray = schema.TryGetProperty("type", out JsonElement type) && type.GetString() == "array";
        if (schema.TryGetProperty("enum", out JsonElement values) && values.GetArrayLength() > 0)
            return isArray ? Items(schema, depth, () => Listed(values)) : Listed(values);
        if (schema.TryGetProperty("allOf", out JsonElement parts))
            return AllOf(parts, depth);
        if (schema.TryGetProperty("oneOf", out JsonElement alternatives) || schema.TryGetProperty("anyOf", out alternatives))
            return Of(alternatives[_random.Next(alternatives.GetArrayLength())], depth + 1);
        if (type.ValueKind == JsonValueKind.Undefined)
            return JsonValue.Create("anything");
        if (isArray)
            return Items(schema, depth, schema.TryGetProperty("items", out JsonElement items) ? () => Of(items, depth + 1) : () => new JsonArray(1, "two", null));

        return type.GetString() == "object" ? Object(schema, depth) : _leaf.Next(schema, type.GetString()!, _random);
    }

    private JsonNode? Listed(JsonElement values)
    {
        bool isOpen = richness == Richness.Unknown && values.GetArrayLength() > 1 && values.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String);
        return isOpen && Happens(0.15) ? JsonValue.Create("a-value-of-tomorrow") : JsonNode.Parse(values[_random.Next(values.GetArrayLength())].GetRawText());
    }

    private JsonArray Items(JsonElement schema, int depth, Func<JsonNode?> item)
    {
        int least = schema.TryGetProperty("minItems", out JsonElement minimum) ? minimum.GetInt32() : 0;
        int count = depth >= MaxDepth || richness == Richness.Minimal ? least : Math.Max(least, _random.Next(1, 3));
        return [.. Enumerable.Range(0, count).Select(_ => item())];
    }

    private JsonNode? AllOf(JsonElement parts, int depth)
    {
        if (parts.GetArrayLength() == 1)
            return Of(parts[0], depth);

        var result = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> property in parts.EnumerateArray().Select(p => Of(p, depth)).OfType<JsonObject>().SelectMany(o => o))
            result.TryAdd(property.Key, property.Value?.DeepClone());

        return result;
    }

    private JsonObject Object(JsonElement schema, int depth)
    {
        if (!schema.TryGetProperty("properties", out JsonElement properties))
            return Map(schema, depth);

        HashSet<string> required = schema.TryGetProperty("required", out JsonElement names) ? [.. names.EnumerateArray().Select(n => n.GetString()!)] : [];
        JsonProperty[] chosen = [.. properties.EnumerateObject().Where(p => required.Contains(p.Name) || depth < MaxDepth && IsChosen())];
        _random.Shuffle(chosen);
        var result = new JsonObject(chosen.Select(p => KeyValuePair.Create(p.Name, Of(p.Value, depth + 1))));
        if (richness == Richness.Unknown && !schema.TryGetProperty("additionalProperties", out _))
            result[UnknownProperty] = new JsonObject { ["x"] = new JsonArray(1, null, "é") };

        return result;
    }

    private bool IsChosen() => richness switch
    {
        Richness.Minimal => false,
        Richness.Full => true,
        _ => Happens(0.4),
    };

    private JsonObject Map(JsonElement schema, int depth)
    {
        if (richness == Richness.Minimal || depth >= MaxDepth)
            return [];

        return schema.TryGetProperty("additionalProperties", out JsonElement value) && value.ValueKind == JsonValueKind.Object
            ? new JsonObject { ["a key"] = Of(value, depth + 1), [""] = Of(value, depth + 1) }
            : new JsonObject { ["free"] = new JsonArray(1.5, true), ["ключ"] = null };
    }

    private JsonElement Resolve(string reference)
    {
        if (!_targets.TryGetValue(reference, out JsonElement target))
            _targets.Add(reference, target = document.Resolve(reference));

        return target;
    }

    private bool Happens(double probability) => _random.NextDouble() < probability;
}
