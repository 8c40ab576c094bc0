using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Vapi.Generators.Tests.Probes;

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

/// <summary>
/// Random values for the schemas of a document of any version, the same ones for the same seed: valid ones, but for the values of enums that the document does not know, and as far as a document
/// does not contradict itself.
/// </summary>
/// <param name="isRequest">Whether the values are sent: what is read only is not in them.</param>
/// <param name="maxDepth">From here on a value has what is required only.</param>
internal sealed class RandomJson(JsonElement document, Richness richness, ulong seed, bool isRequest = false, int maxDepth = 6)
{
    /// <summary>The keys of a map that says what its values are.</summary>
    public static readonly string[] MapKeys = ["a key", ""];

    /// <summary>A property that no document has.</summary>
    public const string UnknownProperty = "a property of tomorrow";

    /// <summary>From here on a value has nothing: its schema demands that it contains itself.</summary>
    private const int MaxRequiredDepth = 24;

    private const int MostItems = 20;

    /// <summary>What beside a reference has a say in what the value looks like.</summary>
    private static readonly string[] Shaping = ["type", "properties", "required", "allOf", "oneOf", "anyOf", "enum", "const", "items", "additionalProperties"];

    private readonly Dictionary<string, JsonElement> _targets = [];

    private readonly RandomLeaf _leaf = new();

    private readonly bool _hasSiblings = document.TryGetProperty("openapi", out JsonElement version) && version.ToString().StartsWith("3.", StringComparison.Ordinal) && !version.ToString().StartsWith("3.0", StringComparison.Ordinal);

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
        if (schema.ValueKind != JsonValueKind.Object)
            return Anything();
        if ((schema.TryGetProperty("$ref", out JsonElement reference) || schema.TryGetProperty("$dynamicRef", out reference)) && reference.ValueKind == JsonValueKind.String)
            return OfReference(schema, reference.GetString()!, depth);

        return IsNullable(schema) && richness != Richness.Minimal && Happens(0.2) ? null : Plain(schema, depth);
    }

    /// <summary>From OpenAPI 3.1 on, what stands beside a reference counts as well.</summary>
    private JsonNode? OfReference(JsonElement schema, string reference, int depth)
    {
        JsonNode? target = Of(Resolve(reference), depth);
        if (!_hasSiblings || target is not JsonObject members || !Shaping.Any(k => schema.TryGetProperty(k, out _)))
            return target;

        Merge(members, Plain(schema, depth));
        return members;
    }

    private JsonNode? Plain(JsonElement schema, int depth)
    {
        // A schema that says nothing but that null is a value means null.
        if (schema.EnumerateObject().Count() == 1 && IsNullable(schema))
            return null;

        string? type = Type(schema);
        if (schema.TryGetProperty("const", out JsonElement constant))
            return JsonNode.Parse(constant.GetRawText());
        if (schema.TryGetProperty("enum", out JsonElement values) && values.ValueKind == JsonValueKind.Array && values.GetArrayLength() > 0)
            return type == "array" ? Items(schema, depth, () => Listed(values)) : Listed(values);
        if (schema.TryGetProperty("allOf", out JsonElement parts) && parts.ValueKind == JsonValueKind.Array && parts.GetArrayLength() > 0)
            return AllOf(schema, parts, depth);
        if (Alternatives(schema) is { } alternatives)
            return Alternative(schema, alternatives, depth);

        return Typed(schema, type, depth);
    }

    private JsonNode? Typed(JsonElement schema, string? type, int depth) => type switch
    {
        "array" => Array(schema, depth),
        null when schema.TryGetProperty("prefixItems", out _) => Array(schema, depth),
        "object" => Object(schema, depth),
        "string" or "integer" or "number" or "boolean" or "null" => _leaf.Next(schema, type, _random),
        _ when schema.TryGetProperty("properties", out _) || schema.TryGetProperty("patternProperties", out _) || schema.TryGetProperty("additionalProperties", out JsonElement value) && value.ValueKind == JsonValueKind.Object => Object(schema, depth),
        _ when schema.TryGetProperty("items", out _) => Array(schema, depth),
        _ => Anything(),
    };

    private JsonNode? Listed(JsonElement values)
    {
        bool isOpen = richness == Richness.Unknown && values.GetArrayLength() > 1 && values.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String);
        return isOpen && Happens(0.15) ? JsonValue.Create("a-value-of-tomorrow") : JsonNode.Parse(values[_random.Next(values.GetArrayLength())].GetRawText());
    }

    private JsonArray Array(JsonElement schema, int depth)
    {
        if (schema.TryGetProperty("prefixItems", out JsonElement prefix) && prefix.ValueKind == JsonValueKind.Array && depth < MaxRequiredDepth)
            return [.. prefix.EnumerateArray().Select(item => Of(item, depth + 1))];

        return Items(schema, depth, schema.TryGetProperty("items", out JsonElement items) ? () => Of(items, depth + 1) : () => new JsonArray(1, "two", null));
    }

    private JsonArray Items(JsonElement schema, int depth, Func<JsonNode?> item)
    {
        int least = depth < MaxRequiredDepth ? Math.Min(Number(schema, "minItems") ?? 0, MostItems) : 0;
        int count = depth >= maxDepth || richness == Richness.Minimal ? least : Math.Max(least, _random.Next(1, 3));
        return [.. Enumerable.Range(0, count).Select(_ => item())];
    }

    /// <summary>All parts of an object; of anything else the first part that says what it is.</summary>
    private JsonNode? AllOf(JsonElement schema, JsonElement parts, int depth)
    {
        JsonElement[] telling = [.. parts.EnumerateArray().Where(Says)];
        if (depth >= 2 * MaxRequiredDepth || telling.Length == 0)
            return telling.Length > 0 ? new JsonObject() : Typed(schema, Type(schema), depth);

        JsonNode?[] values = [.. telling.Select(part => Of(part, depth + 1))];
        if (values.OfType<JsonObject>().FirstOrDefault() is not { } result)
            return values[0];

        foreach (JsonObject part in values.OfType<JsonObject>().Skip(1))
            Merge(result, part);
        if (Alternatives(schema) is { } alternatives)
            Merge(result, Of(alternatives[_random.Next(alternatives.GetArrayLength())], depth + 1));
        if (schema.TryGetProperty("properties", out _))
            Merge(result, Object(schema, depth));

        // A part that is a map has a say in what further properties are.
        if (telling.Any(part => Target(part).TryGetProperty("additionalProperties", out JsonElement value) && value.ValueKind == JsonValueKind.Object))
            result.Remove(UnknownProperty);

        return result;
    }

    private JsonNode? Alternative(JsonElement schema, JsonElement alternatives, int depth)
    {
        if (depth >= MaxRequiredDepth && alternatives.EnumerateArray().FirstOrDefault(a => Type(a) is not (null or "object" or "array")) is { ValueKind: JsonValueKind.Object } leaf)
            return Of(leaf, depth + 1);
        if (depth >= 2 * MaxRequiredDepth)
            return new JsonObject();

        JsonNode? chosen = Of(alternatives[_random.Next(alternatives.GetArrayLength())], depth + 1);
        if (!schema.TryGetProperty("properties", out _))
            return chosen;
        if (chosen is JsonObject members)
            Merge(members, Object(schema, depth));

        // What is declared to be an object is one, whatever the alternatives say.
        return chosen is JsonObject || Type(schema) is null ? chosen : Object(schema, depth);
    }

    private static void Merge(JsonObject target, JsonNode? source)
    {
        foreach (KeyValuePair<string, JsonNode?> property in source as JsonObject ?? [])
            target.TryAdd(property.Key, property.Value?.DeepClone());
    }

    private JsonObject Object(JsonElement schema, int depth)
    {
        if (!schema.TryGetProperty("properties", out JsonElement properties) || properties.ValueKind != JsonValueKind.Object)
            return Map(schema, depth);

        HashSet<string> required = schema.TryGetProperty("required", out JsonElement names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!)]
            : [];
        JsonProperty[] chosen = [.. properties.EnumerateObject().Where(p => !(isRequest && IsReadOnly(p.Value))).Where(p => required.Contains(p.Name) && depth < MaxRequiredDepth || depth < maxDepth && IsChosen()).DistinctBy(p => p.Name)];
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
        if (richness == Richness.Minimal || depth >= maxDepth)
            return [];

        if (schema.TryGetProperty("patternProperties", out JsonElement patterns) && patterns.ValueKind == JsonValueKind.Object)
            return new JsonObject(patterns.EnumerateObject().Select(p => KeyValuePair.Create("like " + p.Name, Of(p.Value, depth + 1))));

        return schema.TryGetProperty("additionalProperties", out JsonElement value) && value.ValueKind == JsonValueKind.Object
            ? new JsonObject(MapKeys.Select(key => KeyValuePair.Create(key, Of(value, depth + 1))))
            : new JsonObject { ["free"] = new JsonArray(1.5, true), ["ключ"] = null };
    }

    /// <summary>Whether a part of an allOf says what the value is, and does not only restrict it.</summary>
    private bool Says(JsonElement part) => part.ValueKind == JsonValueKind.Object && (part.TryGetProperty("$ref", out JsonElement reference) && reference.ValueKind == JsonValueKind.String
        ? Says(Resolve(reference.GetString()!))
        : Type(part) is not null || Shaping.Where(k => k != "required").Any(k => part.TryGetProperty(k, out _)));

    private static JsonElement? Alternatives(JsonElement schema)
        => new[] { "oneOf", "anyOf" }.Select(k => schema.TryGetProperty(k, out JsonElement found) && found.ValueKind == JsonValueKind.Array && found.GetArrayLength() > 0 ? found : (JsonElement?)null)
            .FirstOrDefault(found => found is { } some && !some.EnumerateArray().All(IsAssertion));

    /// <summary>An alternative that only says which properties are there together.</summary>
    private static bool IsAssertion(JsonElement alternative)
        => alternative.ValueKind == JsonValueKind.Object && !alternative.TryGetProperty("$ref", out _) && Shaping.Where(k => k != "required").All(k => !alternative.TryGetProperty(k, out _));

    private static bool IsNullable(JsonElement schema)
        => new[] { "nullable", "x-nullable" }.Any(k => schema.TryGetProperty(k, out JsonElement nullable) && nullable.ValueKind == JsonValueKind.True)
            || schema.TryGetProperty("type", out JsonElement types) && types.ValueKind == JsonValueKind.Array && types.EnumerateArray().Any(t => t.ValueEquals("null"));

    /// <summary>The declared type, one of several.</summary>
    private string? Type(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out JsonElement type))
            return null;
        if (type.ValueKind != JsonValueKind.Array)
            return type.ValueKind != JsonValueKind.String ? null : type.GetString() switch
            {
                "int" => "integer",
                "file" => "string",
                var name => name,
            };

        string?[] types = [.. type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()).Where(t => t != "null")];
        return types.Length == 0 ? "null" : types[_random.Next(types.Length)];
    }

    private JsonElement Target(JsonElement schema)
        => schema.TryGetProperty("$ref", out JsonElement reference) && reference.ValueKind == JsonValueKind.String && Resolve(reference.GetString()!) is { ValueKind: JsonValueKind.Object } target ? target : schema;

    private JsonElement Resolve(string reference)
    {
        if (!_targets.TryGetValue(reference, out JsonElement target))
            _targets.Add(reference, target = document.TryResolve(reference) ?? default);

        return target;
    }

    private static bool IsReadOnly(JsonElement schema) => schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("readOnly", out JsonElement flag) && flag.ValueKind == JsonValueKind.True;

    private static int? Number(JsonElement schema, string keyword)
        => schema.TryGetProperty(keyword, out JsonElement number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out int value) ? value : null;

    private static JsonNode Anything() => JsonValue.Create("anything");

    private bool Happens(double probability) => _random.NextDouble() < probability;
}
