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

/// <summary>Random valid values for the schemas of a document.</summary>
internal sealed class RandomJson(JsonElement document, Richness richness)
{
    private const int MaxDepth = 6;

    /// <summary>Valid values for a schema, the same ones for the same seed.</summary>
    public IEnumerable<JsonNode?> Values(JsonElement schema, int count, ulong seed)
        => Of(schema, 0).Sample(MaxDepth, new Rnd(seed), count);

    private Gen<JsonNode?> Of(JsonElement schema, int depth)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
            return Of(Resolve(reference.GetString()!), depth);

        Gen<JsonNode?> value = Plain(schema, depth);
        return schema.TryGetProperty("nullable", out JsonElement nullable) && nullable.GetBoolean() && richness != Richness.Minimal
            ? Gen.Frequency((4, value), (1, Gen.Constant<JsonNode?>(null)))
            : value;
    }

    private Gen<JsonNode?> Plain(JsonElement schema, int depth)
    {
        if (schema.TryGetProperty("oneOf", out JsonElement alternatives) || schema.TryGetProperty("anyOf", out alternatives))
            return Gen.Elements(alternatives.EnumerateArray().ToArray()).SelectMany(a => Of(a, depth + 1));
        if (schema.TryGetProperty("allOf", out JsonElement parts))
            return AllOf([.. parts.EnumerateArray()], depth);
        if (schema.TryGetProperty("enum", out JsonElement values) && values.GetArrayLength() > 0 && !schema.TryGetProperty("items", out _))
            return Enum([.. values.EnumerateArray()]);

        return schema.TryGetProperty("type", out JsonElement type) ? OfType(type.GetString()!, schema, depth) : Gen.Constant<JsonNode?>(JsonValue.Create("anything"));
    }

    private Gen<JsonNode?> OfType(string type, JsonElement schema, int depth) => type switch
    {
        "string" => Text(schema),
        "integer" => Gen.Choose(Bound(schema, "minimum", -1_000_000), Bound(schema, "maximum", 1_000_000)).Select(n => (JsonNode?)JsonValue.Create(n)),
        "number" => Gen.Choose(Bound(schema, "minimum", -1_000_000), Bound(schema, "maximum", 1_000_000)).Zip(Gen.Elements(0, 0.5, 0.25, 1e-7), (n, f) => (JsonNode?)JsonValue.Create(n + f)),
        "boolean" => Gen.Elements(true, false).Select(b => (JsonNode?)JsonValue.Create(b)),
        "null" => Gen.Constant<JsonNode?>(null),
        "array" => Items(schema, depth),
        _ => Object(schema, depth),
    };

    private Gen<JsonNode?> Text(JsonElement schema)
    {
        string format = schema.TryGetProperty("format", out JsonElement name) ? name.GetString()! : "";
        return format switch
        {
            "date-time" => Gen.Choose(0, int.MaxValue).Select(s => (JsonNode?)JsonValue.Create(DateTimeOffset.FromUnixTimeSeconds(s).ToString("yyyy-MM-dd'T'HH':'mm':'ss") + ".123Z")),
            "uuid" => Gen.Choose(0, int.MaxValue).Select(n => (JsonNode?)JsonValue.Create($"{n:x8}-0000-4000-8000-000000000000")),
            "uri" => Gen.Choose(0, 9999).Select(n => (JsonNode?)JsonValue.Create($"https://example.org/{n}?q=ä#x")),
            _ => Gen.Elements("", "plain", "with \"quotes\" and \\", "line\nbreak", "ünïcödé 漢字 😀", "</script>\u2028", "null", "12").Select(t => (JsonNode?)JsonValue.Create(t)),
        };
    }

    private Gen<JsonNode?> Enum(JsonElement[] values)
    {
        Gen<JsonNode?> known = Gen.Elements(values).Select(Node);
        bool text = values.Length > 1 && values.All(v => v.ValueKind == JsonValueKind.String);
        return richness == Richness.Unknown && text ? Gen.Frequency((5, known), (1, Gen.Constant<JsonNode?>(JsonValue.Create("a-value-of-tomorrow")))) : known;
    }

    private Gen<JsonNode?> Items(JsonElement schema, int depth)
    {
        if (!schema.TryGetProperty("items", out JsonElement items))
            return Gen.Constant<JsonNode?>(new JsonArray(1, "two", null)).Select(Copy);

        Gen<JsonNode?> item = Of(items, depth + 1);
        int most = depth >= MaxDepth || richness == Richness.Minimal ? 0 : 2;
        return Gen.Choose(most == 0 ? 0 : 1, most).SelectMany(n => Gen.ArrayOf(item, n)).Select(values => (JsonNode?)new JsonArray([.. values.Select(Copy)]));
    }

    private Gen<JsonNode?> AllOf(JsonElement[] parts, int depth)
        => parts.Length == 1 ? Of(parts[0], depth) : Gen.CollectToArray(parts, p => Of(p, depth)).Select(values => (JsonNode?)new JsonObject(values
            .OfType<JsonObject>().SelectMany(o => o).GroupBy(p => p.Key).Select(g => KeyValuePair.Create(g.Key, Copy(g.First().Value)))));

    private Gen<JsonNode?> Object(JsonElement schema, int depth)
    {
        if (!schema.TryGetProperty("properties", out JsonElement properties))
            return Map(schema, depth);

        HashSet<string> required = schema.TryGetProperty("required", out JsonElement names) ? [.. names.EnumerateArray().Select(n => n.GetString()!)] : [];
        JsonProperty[] chosen = [.. properties.EnumerateObject().Where(p => required.Contains(p.Name) || richness != Richness.Minimal && depth < MaxDepth)];
        return Gen.Shuffle(chosen).SelectMany(order => Gen.CollectToArray(
            order,
            p => Gen.Choose(0, 9).SelectMany(n => required.Contains(p.Name) || richness == Richness.Full || n > 5
                ? Of(p.Value, depth + 1).Select(v => (p.Name, Value: v, IsThere: true))
                : Gen.Constant((p.Name, Value: (JsonNode?)null, IsThere: false)))))
            .Select(values =>
            {
                var result = new JsonObject(values.Where(v => v.IsThere).Select(v => KeyValuePair.Create(v.Name, Copy(v.Value))));
                if (richness == Richness.Unknown)
                    result["a property of tomorrow"] = new JsonObject { ["x"] = new JsonArray(1, null, "é") };

                return (JsonNode?)result;
            });
    }

    private Gen<JsonNode?> Map(JsonElement schema, int depth)
    {
        if (richness == Richness.Minimal || depth >= MaxDepth)
            return Gen.Constant<JsonNode?>(null).Select(_ => (JsonNode?)new JsonObject());

        return schema.TryGetProperty("additionalProperties", out JsonElement value) && value.ValueKind == JsonValueKind.Object
            ? Of(value, depth + 1).Select(v => (JsonNode?)new JsonObject { ["a key"] = Copy(v), [""] = Copy(v) })
            : Gen.Constant<JsonNode?>(null).Select(_ => (JsonNode?)new JsonObject { ["free"] = new JsonArray(1.5, true), ["ключ"] = null });
    }

    private JsonElement Resolve(string reference)
    {
        JsonElement target = document;
        foreach (string token in reference.TrimStart('#').Split('/').Skip(1))
            target = target.GetProperty(token.Replace("~1", "/").Replace("~0", "~"));

        return target;
    }

    private static int Bound(JsonElement schema, string name, int otherwise)
        => schema.TryGetProperty(name, out JsonElement bound) ? (int)Math.Clamp(bound.GetDouble(), -1e9, 1e9) : name == "maximum" && schema.TryGetProperty("minimum", out JsonElement low) ? Math.Max(otherwise, (int)low.GetDouble() + 1) : otherwise;

    private static JsonNode? Node(JsonElement element) => JsonNode.Parse(element.GetRawText());

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}
