using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Vapi.Generators.Tests.Probes;

/// <summary>
/// Says whether JSON is valid for a schema of the components: JsonSchema.Net does (JSON Schema 2020-12), which knows nothing of this product. The schemas are rewritten from any version of OpenAPI, with the exceptions
/// that docs/contracts.md states.
/// </summary>
internal sealed class ContractJudge
{
    private const string Id = "https://judge.test/document";

    private static readonly EvaluationOptions Flag = new() { OutputFormat = OutputFormat.Flag };

    private static readonly EvaluationOptions Details = new() { OutputFormat = OutputFormat.List };

    private static readonly string[] Types = ["string", "number", "integer", "boolean", "object", "array", "null"];

    private static readonly string[] Counts = ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];

    private static readonly string[] Bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

    private readonly bool _hasSiblings;

    private readonly string _components;

    private readonly BuildOptions _options = new() { SchemaRegistry = new SchemaRegistry() };

    private readonly Dictionary<string, JsonSchema> _schemas = [];

    public ContractJudge(JsonElement document)
    {
        _hasSiblings = document.TryGetProperty("openapi", out JsonElement version) && version.ToString() is var text && text.StartsWith("3.", StringComparison.Ordinal) && !text.StartsWith("3.0", StringComparison.Ordinal);
        _components = document.TryGetProperty("swagger", out _) ? "#/definitions/" : "#/components/schemas/";
        var all = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = Id,
            ["$defs"] = new JsonObject(SchemaProbe.Schemas(document).DistinctBy(s => s.Name).Select(s => KeyValuePair.Create(s.Name, Schema(s.Value)))),
        };
        JsonSchema.FromText(all.ToJsonString(), _options);
    }

    public bool IsValid(string schema, JsonElement value) => Of(schema).Evaluate(value, Flag).IsValid;

    /// <summary>What the judge says about a value.</summary>
    public string Explain(string schema, JsonElement value)
        => string.Join("; ", (Of(schema).Evaluate(value, Details).Details ?? []).Where(d => d.Errors is { Count: > 0 }).Take(3).Select(d => $"{d.InstanceLocation} {string.Join(", ", d.Errors!.Select(e => e.Key + " " + e.Value))}"));

    private JsonSchema Of(string schema)
    {
        if (!_schemas.TryGetValue(schema, out JsonSchema? found))
            _schemas.Add(schema, found = JsonSchema.FromText(new JsonObject { ["$ref"] = Id + "#/$defs/" + Uri.EscapeDataString(schema.Replace("~", "~0").Replace("/", "~1")) }.ToJsonString(), _options));

        return found;
    }

    private JsonNode? Schema(JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.False)
            return false;
        if (schema.ValueKind != JsonValueKind.Object)
            return true;

        var result = new JsonObject();
        bool isReference = schema.TryGetProperty("$ref", out JsonElement reference) && reference.ValueKind == JsonValueKind.String;
        if (isReference && reference.GetString()!.StartsWith(_components, StringComparison.Ordinal))
            result["$ref"] = "#/$defs/" + reference.GetString()![_components.Length..];
        if (!isReference || _hasSiblings)
        {
            foreach (JsonProperty keyword in schema.EnumerateObject())
            {
                if (Keyword(keyword) is { } value)
                    result[value.Name] = value.Value;
            }

            Repair(schema, result);
        }

        bool isNullable = new[] { "nullable", "x-nullable" }.Any(k => schema.TryGetProperty(k, out JsonElement nullable) && nullable.ValueKind == JsonValueKind.True);
        return isNullable ? new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, result) } : result;
    }

    private (string Name, JsonNode? Value)? Keyword(JsonProperty keyword)
    {
        JsonElement value = keyword.Value;
        return keyword.Name switch
        {
            "type" when value.ValueKind == JsonValueKind.String && value.ValueEquals("file") => ("type", "string"),
            "type" when value.ValueKind == JsonValueKind.String && Types.Contains(value.GetString()) => Same(),
            "type" when value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String && Types.Contains(t.GetString())) => Same(),
            "properties" or "patternProperties" when value.ValueKind == JsonValueKind.Object => (keyword.Name, new JsonObject(value.EnumerateObject().DistinctBy(p => p.Name).Select(p => KeyValuePair.Create(p.Name, Schema(p.Value))))),
            "allOf" or "anyOf" or "oneOf" or "prefixItems" when value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 => (keyword.Name, new JsonArray([.. value.EnumerateArray().Select(Schema)])),
            "items" when value.ValueKind == JsonValueKind.Array => ("prefixItems", new JsonArray([.. value.EnumerateArray().Select(Schema)])),
            "items" or "not" or "additionalProperties" when value.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False => (keyword.Name, Schema(value)),
            "required" when value.ValueKind == JsonValueKind.Array => (keyword.Name, new JsonArray([.. value.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.String).Select(r => r.GetString()).Distinct().Select(r => (JsonNode?)r)])),
            "enum" when value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 => Same(),
            "const" => Same(),
            "uniqueItems" when value.ValueKind is JsonValueKind.True or JsonValueKind.False => Same(),
            "pattern" when value.ValueKind == JsonValueKind.String => Pattern(value.GetString()!) is { } pattern ? ("pattern", pattern) : null,
            _ when Counts.Contains(keyword.Name) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int count) && count >= 0 => Same(),
            _ when Bounds.Contains(keyword.Name) && value.ValueKind == JsonValueKind.Number => Same(),
            _ => null,
        };

        (string, JsonNode?) Same() => (keyword.Name, JsonNode.Parse(value.GetRawText()));
    }

    private static string? Pattern(string pattern)
    {
        if (JsonSchemaOf.Pattern(pattern) is not { } expression)
            return null;

        try
        {
            _ = new System.Text.RegularExpressions.Regex(expression);
            return expression;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void Repair(JsonElement schema, JsonObject result)
    {
        foreach ((string flag, string bound) in new[] { ("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum") })
        {
            if (schema.TryGetProperty(flag, out JsonElement exclusive) && exclusive.ValueKind == JsonValueKind.True && result[bound] is { } value)
            {
                result.Remove(bound);
                result[flag] = value;
            }
        }

        if (result["enum"] is not JsonArray values)
            return;
        if (result["type"] is JsonValue type && (string?)type == "array" && values.All(v => v is not (null or JsonArray)))
        {
            result.Remove("enum");
            result["items"] = new JsonObject { ["enum"] = values, ["allOf"] = new JsonArray(result["items"]?.DeepClone() ?? true) };
        }
        else if (result["type"] is not null && values.All(v => v?.GetValueKind() == JsonValueKind.String))
            result["type"] = "string";
    }
}
