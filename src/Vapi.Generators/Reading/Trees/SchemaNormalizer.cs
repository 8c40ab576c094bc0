using System.Text.Json;
using System.Text.Json.Nodes;
using static Vapi.Generators.Reading.Trees.JsonNodes;

namespace Vapi.Generators.Reading.Trees;

/// <summary>
/// Normalizes schemas of all versions. OpenAPI 2.0 to 3.2 and their users spell the same thing differently, and Microsoft.OpenApi loses some spellings. The declared version does not matter: a keyword of
/// version 3.1 also works in a document of version 3.0.
/// </summary>
internal static class SchemaNormalizer
{
    /// <summary>The keyword that adds null to the values of a schema.</summary>
    public const string NullableExtension = "x-null-allowed";

    /// <summary>The names in <c>patternProperties</c>. The first alternatives of <c>additionalProperties</c> are their schemas, in the same order; the one after them, if there is one, is the schema of all other names. A last item <c>false</c> says that there are no others.</summary>
    public const string PatternsExtension = "x-property-patterns";

    /// <summary>The keywords that restrict a value.</summary>
    private static readonly string[] Shaping = ["type", "properties", "required", "allOf", "oneOf", "anyOf", "enum", "items", "additionalProperties", "patternProperties"];

    /// <summary>The keywords that describe the place of a reference.</summary>
    private static readonly string[] Describing = ["description", "deprecated", "readOnly", "writeOnly", "default"];

    /// <summary>The maximum number of tuple positions to compare with each other.</summary>
    private const int MostCompared = 100;

    /// <summary>The keywords that apply to values of one type only.</summary>
    private static readonly Dictionary<string, string[]> OfType = new(StringComparer.Ordinal)
    {
        ["object"] = ["properties", "required", "additionalProperties", "patternProperties", "discriminator"],
        ["array"] = ["items", "minItems", "maxItems"],
        ["string"] = ["minLength", "maxLength", "pattern"],
        ["number"] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
        ["integer"] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
    };

    /// <summary>Whether a member needs no normalization. Most objects have only such members and stay unchanged.</summary>
    public static bool IsPlain(string name, JsonElement value) => name switch
    {
        "$ref" or "$dynamicRef" or "allOf" or "discriminator" or "nullable" or "x-nullable" or "const" or "enum" or "default" or "prefixItems" or "patternProperties" or "contentEncoding" or "contentMediaType" => false,
        "items" => value.ValueKind != JsonValueKind.Array,
        "type" => value.ValueKind == JsonValueKind.String && !value.ValueEquals("file"),
        _ => true,
    };

    /// <param name="hasJsonSchema">Whether keywords next to a reference are valid.</param>
    public static JsonObject Normalize(JsonObject schema, bool hasJsonSchema)
    {
        bool isNullable = Take(schema, "nullable") | Take(schema, "x-nullable");
        if (schema.ContainsKey("$dynamicRef") && !schema.ContainsKey("$ref"))
            Rename(schema, "$dynamicRef", "$ref");

        if (schema["$ref"] is JsonValue)
            schema = Reference(schema, isNullable, hasJsonSchema);
        else
        {
            Constant(schema);
            Tuple(schema);
            Pattern(schema);
            Content(schema);
            if (schema["discriminator"] is JsonValue name)
                schema["discriminator"] = new JsonObject { ["propertyName"] = name.DeepClone() };
            if (schema["type"] is JsonArray types)
                isNullable |= Types(schema, types);
        }

        if (isNullable)
            schema[NullableExtension] = true;

        return schema;
    }

    /// <summary>The object with the reference: the schema itself, or the part that <see cref="Reference"/> creates.</summary>
    public static JsonObject Referring(JsonObject schema)
        => !schema.ContainsKey("$ref") && schema["allOf"] is JsonArray { Count: 1 } parts && parts[0] is JsonObject part && part.Count == 1 && part.ContainsKey("$ref") ? part : schema;

    /// <summary>Handles the siblings of a reference. Before OpenAPI 3.1 they should be ignored, but authors who write that a reference is nullable mean it.</summary>
    private static JsonObject Reference(JsonObject schema, bool isNullable, bool hasJsonSchema)
    {
        bool isBeside = isNullable || Describing.Any(schema.ContainsKey) && !hasJsonSchema || hasJsonSchema && Shaping.Any(schema.ContainsKey);
        if (!isBeside)
            return schema;

        JsonNode target = schema["$ref"]!;
        schema.Remove("$ref");
        var parts = new JsonArray(new JsonObject { ["$ref"] = target });
        if (!hasJsonSchema)
        {
            foreach (string ignored in schema.Select(m => m.Key).Where(k => !Describing.Contains(k)).ToList())
                schema.Remove(ignored);
        }
        else if (schema["allOf"] is JsonArray others)
        {
            List<JsonNode?> all = [.. others];
            others.Clear();
            foreach (JsonNode? other in all)
                parts.Add(other);
        }

        schema["allOf"] = parts;
        return schema;
    }

    /// <summary>Converts a constant to an enum with one value.</summary>
    private static void Constant(JsonObject schema)
    {
        if (!schema.TryGetPropertyValue("const", out JsonNode? constant))
            return;

        schema.Remove("const");
        schema["enum"] = new JsonArray(constant);
    }

    /// <summary>Converts a tuple to an array whose items match the schema of any position.</summary>
    private static void Tuple(JsonObject schema)
    {
        JsonArray? places = schema["prefixItems"] as JsonArray ?? schema["items"] as JsonArray;
        if (places is null)
            return;

        schema.Remove("prefixItems");
        JsonNode? rest = schema["items"] is JsonObject further ? further : schema["additionalItems"] as JsonObject;
        schema.Remove("items");
        schema.Remove("additionalItems");
        var alternatives = new JsonArray();
        List<JsonNode?> all = [.. places, rest];
        places.Clear();
        foreach (JsonNode? place in all)
        {
            // With so many positions, duplicates are not removed here. As alternatives they become one type anyway.
            if (place is not null && !IsNothing(place) && (all.Count > MostCompared || !alternatives.Any(a => JsonNode.DeepEquals(a, place))))
                alternatives.Add(place);
        }

        if (alternatives.Count == 1)
            schema["items"] = alternatives[0]!.DeepClone();
        else
            schema["items"] = new JsonObject { ["anyOf"] = alternatives };
    }

    /// <summary>Whether a schema accepts no value: it was <c>false</c>.</summary>
    private static bool IsNothing(JsonNode schema) => schema is JsonObject { Count: 1 } only && only["not"] is JsonObject { Count: 0 };

    /// <summary>Converts patternProperties to a map, if no other keyword describes additional properties.</summary>
    private static void Pattern(JsonObject schema)
    {
        if (schema["patternProperties"] is not JsonObject patterns)
            return;

        schema.Remove("patternProperties");
        var names = new JsonArray([.. patterns.Select(p => JsonValue.Create(p.Key))]);
        if (schema["additionalProperties"] is JsonValue)
            names.Add(schema["additionalProperties"]!.DeepClone());

        schema[PatternsExtension] = names;
        var alternatives = new JsonArray();
        List<JsonNode?> all = [.. patterns.Select(p => p.Value)];
        patterns.Clear();
        foreach (JsonNode? pattern in all)
        {
            // Microsoft.OpenApi combines alternatives that only have a type.
            if (pattern is JsonObject alternative && !alternative.ContainsKey("$ref"))
                alternative[PatternsExtension] = true;

            alternatives.Add(pattern);
        }

        if (schema["additionalProperties"] is JsonObject rest)
        {
            schema.Remove("additionalProperties");
            alternatives.Add(rest);
        }

        if (alternatives.Count > 0)
            schema["additionalProperties"] = new JsonObject { ["anyOf"] = alternatives };
    }

    /// <summary>OpenAPI 3.1 describes binary data by the encoding of a string, OpenAPI 3.0 by its format, and OpenAPI 2.0 by a type for files.</summary>
    private static void Content(JsonObject schema)
    {
        if (Text(schema["type"]) == "file")
        {
            schema["type"] = "string";
            schema["format"] = "binary";
        }

        string? encoding = Text(schema["contentEncoding"]);
        string? type = Text(schema["contentMediaType"]);
        if (!schema.ContainsKey("format") && encoding is "base64")
            schema["format"] = "byte";
        else if (!schema.ContainsKey("format") && encoding is null or "binary" && type is not null && IsBinary(type) && schema["type"] is null or JsonValue)
            (schema["type"], schema["format"]) = ("string", "binary");
    }

    /// <summary>Converts several types to alternatives, each with its own keywords. Returns true if null is one of the types.</summary>
    private static bool Types(JsonObject schema, JsonArray types)
    {
        List<string> names = [.. types.Select(Text).OfType<string>().Distinct()];
        bool isNullable = names.Remove("null");
        schema.Remove("type");
        if (names.Count < 2)
        {
            schema["type"] = names.Count == 0 ? "null" : names[0];
            return isNullable;
        }

        // Alternatives or values of the schema are more specific than the types.
        if (schema.ContainsKey("anyOf") || schema.ContainsKey("oneOf") || schema.ContainsKey("enum"))
            return isNullable;

        var alternatives = new JsonArray();
        foreach (string name in names)
        {
            var alternative = new JsonObject { ["type"] = name };
            foreach (string keyword in OfType.TryGetValue(name, out string[]? own) ? own : [])
            {
                if (schema.TryGetPropertyValue(keyword, out JsonNode? value))
                {
                    schema.Remove(keyword);
                    alternative[keyword] = value;
                }
            }

            if (schema["format"] is { } format && name is not ("object" or "array" or "boolean"))
                alternative["format"] = format.DeepClone();
            alternatives.Add(alternative);
        }

        schema.Remove("format");
        schema["anyOf"] = alternatives;
        return isNullable;
    }

    /// <summary>Whether a media type is binary.</summary>
    private static bool IsBinary(string mediaType) => mediaType.Split('/')[0] is "image" or "audio" or "video" or "font" || mediaType is "application/octet-stream" or "application/pdf" or "application/zip" or "application/gzip";

    private static void Rename(JsonObject schema, string from, string to)
    {
        JsonNode? value = schema[from];
        schema.Remove(from);
        schema[to] = value;
    }

    /// <summary>Removes a flag and returns whether it was set.</summary>
    private static bool Take(JsonObject schema, string flag)
    {
        if (!schema.TryGetPropertyValue(flag, out JsonNode? value))
            return false;

        schema.Remove(flag);
        return IsTrue(value);
    }
}
