using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Vapi.Generators.Tests.Probes;

/// <summary>
/// Rewrites the schemas of an OpenAPI 3.0 document as JSON Schema, for a judge that knows nothing of this product. Where the document contradicts itself so that no value at all were valid,
/// reality wins as in the product: values that are no values of the declared type, patterns that are written as literals of JavaScript.
/// </summary>
internal static partial class JsonSchemaOf
{
    private const string Components = "#/components/schemas/";

    private static readonly string[] Silent = ["description", "title", "example", "examples", "default", "deprecated", "discriminator", "readOnly", "writeOnly", "xml", "externalDocs", "nullable"];

    /// <summary>One JSON Schema with all schemas of the components as definitions, and others under names of their own.</summary>
    /// <param name="open">Whether a string among several listed ones may also be another.</param>
    public static string Document(JsonElement document, IEnumerable<KeyValuePair<string, JsonElement>> others, bool open) => new JsonObject
    {
        ["$schema"] = "http://json-schema.org/draft-04/schema#",
        ["definitions"] = new JsonObject(document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Select(s => KeyValuePair.Create(s.Name, s.Value)).Concat(others)
            .Select(s => KeyValuePair.Create(s.Key, Schema(s.Value, open)))),
    }.ToJsonString();

    private static JsonNode? Schema(JsonElement schema, bool open)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
            return new JsonObject { ["$ref"] = reference.GetString()!.Replace(Components, "#/definitions/") };

        var result = new JsonObject(schema.EnumerateObject().Where(p => !Silent.Contains(p.Name)).Select(p => Keyword(p, open)).OfType<KeyValuePair<string, JsonNode?>>());
        Repair(result, open);
        bool isNullable = schema.TryGetProperty("nullable", out JsonElement nullable) && nullable.GetBoolean();
        return isNullable ? new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, result) } : result;
    }

    /// <summary>Members of a union overlap: that a value is valid for exactly one of them is more than documents keep, so <c>oneOf</c> is <c>anyOf</c>.</summary>
    private static KeyValuePair<string, JsonNode?>? Keyword(JsonProperty keyword, bool open)
    {
        JsonNode? value = keyword.Name switch
        {
            "properties" => new JsonObject(keyword.Value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Schema(p.Value, open)))),
            "oneOf" or "anyOf" or "allOf" => new JsonArray([.. keyword.Value.EnumerateArray().Select(s => Schema(s, open))]),
            "items" or "not" => Schema(keyword.Value, open),
            "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.Object => Schema(keyword.Value, open),
            "pattern" => Pattern(keyword.Value.GetString()!) is { } pattern ? JsonValue.Create(pattern) : null,
            _ => JsonNode.Parse(keyword.Value.GetRawText()),
        };
        return value is null ? null : KeyValuePair.Create(keyword.Name == "oneOf" ? "anyOf" : keyword.Name, (JsonNode?)value);
    }

    private static void Repair(JsonObject schema, bool open)
    {
        if (schema["enum"] is not JsonArray { Count: > 0 } values)
            return;

        if ((string?)schema["type"] == "array")
        {
            // Values listed on the array are those of its items.
            schema.Remove("enum");
            schema["items"] = new JsonObject { ["enum"] = values };
            Repair(schema["items"]!.AsObject(), open);
        }
        else if (values.All(v => v?.GetValueKind() == JsonValueKind.String))
        {
            schema["type"] = "string";
            if (open && values.Count > 1)
                schema.Remove("enum");
        }
    }

    /// <summary>The expression in a literal of JavaScript; null for what is the name of one.</summary>
    public static string? Pattern(string pattern)
        => PlaceHolder().IsMatch(pattern) ? null : Literal().Match(pattern) is { Success: true } literal ? literal.Groups[1].Value : pattern;

    [GeneratedRegex("^/(.*)/[dgimsuvy]*$")]
    private static partial Regex Literal();

    [GeneratedRegex("^[A-Z]+(_[A-Z]+)+$")]
    private static partial Regex PlaceHolder();
}
