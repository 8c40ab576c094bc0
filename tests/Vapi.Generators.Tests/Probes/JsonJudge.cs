using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Vapi.Generators.Tests.Probes;

/// <summary>Says whether JSON is a valid value of a schema of a document: NJsonSchema does, which knows nothing of this product.</summary>
internal sealed class JsonJudge
{
    private readonly Dictionary<string, JsonSchema> _schemas;

    /// <param name="schemas">The schemas to judge by that have no name in the document.</param>
    /// <param name="open">Whether a string among several listed ones may also be another.</param>
    public JsonJudge(JsonElement document, IEnumerable<JsonElement> schemas, bool open = false)
    {
        KeyValuePair<string, JsonElement>[] named = [.. document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(s => KeyValuePair.Create(s.Name, s.Value))];
        KeyValuePair<string, JsonElement>[] others = [.. schemas.DistinctBy(s => s.GetRawText()).Select((s, i) => KeyValuePair.Create(" " + i, s))];
        JsonSchema all = JsonSchema.FromJsonAsync(JsonSchemaOf.Document(document, others, open)).GetAwaiter().GetResult();
        _schemas = named.Concat(others).DistinctBy(s => s.Value.GetRawText()).ToDictionary(s => s.Value.GetRawText(), s => all.Definitions[s.Key]);
    }

    public bool IsValid(JsonElement schema, string json) => Errors(schema, json).Length == 0;

    /// <summary>What is wrong with a value.</summary>
    public string[] Errors(JsonElement schema, string json) => [.. _schemas[schema.GetRawText()].Validate(json).Select(e => e.ToString())];
}
