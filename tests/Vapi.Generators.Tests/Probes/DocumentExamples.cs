using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Probes;

/// <summary>The examples that a document has of its JSON: of bodies, answers, parameters and schemas, each in the place of its schema.</summary>
internal sealed class DocumentExamples
{
    /// <summary>What has another meaning where it is copied to.</summary>
    private static readonly string[] Bound = ["$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveRef", "$recursiveAnchor"];

    /// <summary>Where no body is described.</summary>
    private static readonly string[] NoBodies = ["schema", "schemas", "definitions", "example", "examples", "default", "enum"];

    private readonly JsonElement _document;

    private readonly Dictionary<string, string> _named;

    private readonly Dictionary<string, KeyValuePair<string, JsonElement>> _inline = [];

    /// <summary>As JSON of the probe.</summary>
    private readonly List<(string Place, string Json)> _all = [];

    public DocumentExamples(JsonElement document)
    {
        _document = document;
        JsonProperty[] schemas = SchemaProbe.Schemas(document);
        _named = schemas.DistinctBy(s => s.Name).ToDictionary(s => SchemaProbe.Reference(document, s.Name), s => s.Name);
        foreach (JsonProperty schema in schemas)
            _all.AddRange(Of(schema.Value, value => new JsonObject { [schema.Name] = value }).Select(example => (schema.Name, example.ToJsonString())));

        Visit(document, "#");
    }

    /// <summary>Schemas that are not in the components, under the names that their examples are read by.</summary>
    public IEnumerable<KeyValuePair<string, JsonElement>> Inline => _inline.Values;

    /// <summary>Reads and writes them.</summary>
    public LawReport Check(SchemaProbe probe)
    {
        var report = new LawReport();
        foreach ((string place, string json) in _all)
            report.Check(place, json, probe.ReadAndWrite);

        return report;
    }

    private void Visit(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach ((int i, JsonElement item) in element.EnumerateArray().Index())
                Visit(item, $"{path}/{i}");
        }

        if (element.ValueKind != JsonValueKind.Object)
            return;

        AddSwagger(element, path);
        foreach (JsonProperty member in element.EnumerateObject().Where(m => !NoBodies.Contains(m.Name) && !m.Name.StartsWith("x-", StringComparison.Ordinal)))
        {
            if (member is { Name: "content", Value.ValueKind: JsonValueKind.Object })
                Array.ForEach([.. member.Value.EnumerateObject().Where(m => IsJson(m.Name))], m => AddMediaType(Target(m.Value), $"{path}/content/{m.Name}"));
            Visit(member.Value, $"{path}/{member.Name}");
        }
    }

    private void AddMediaType(JsonElement mediaType, string path)
    {
        if (mediaType.ValueKind == JsonValueKind.Object && mediaType.TryGetProperty("schema", out JsonElement schema))
            Add(schema, [.. Members(mediaType, "example"), .. Members(mediaType, "examples").SelectMany(Named)], path);
    }

    /// <summary>A body or an answer of OpenAPI 2.0.</summary>
    private void AddSwagger(JsonElement element, string path)
    {
        if (element.TryGetProperty("schema", out JsonElement schema) && _document.TryGetProperty("swagger", out _))
            Add(schema, [.. Members(element, "examples").Where(e => e.ValueKind == JsonValueKind.Object).SelectMany(e => e.EnumerateObject()).Where(e => IsJson(e.Name)).Select(e => e.Value)], path);
    }

    private void Add(JsonElement schema, JsonElement[] examples, string path)
    {
        if (schema.ValueKind != JsonValueKind.Object || IsBound(schema))
            return;

        JsonNode[] within = schema.TryGetProperty("$ref", out _) ? [] : [.. Of(schema, value => new JsonObject { ["value"] = value })];
        if (within.Length + examples.Length == 0)
            return;

        string name = NameOf(schema);
        _all.AddRange(examples.Select(Node).Concat(within.Select(w => w["value"])).Select(value => (path, new JsonObject { [name] = value?.DeepClone() }.ToJsonString())));
    }

    private string NameOf(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference) && reference.ValueKind == JsonValueKind.String && _named.TryGetValue(Uri.UnescapeDataString(reference.GetString()!), out string? name))
            return name;

        string text = schema.GetRawText();
        if (!_inline.TryGetValue(text, out KeyValuePair<string, JsonElement> known))
            _inline.Add(text, known = KeyValuePair.Create($"inline schema {_inline.Count + 1}", schema));

        return known.Key;
    }

    /// <summary>The examples of a schema and of what is within, as values of what is around it. What it refers to is another's.</summary>
    private static IEnumerable<JsonNode> Of(JsonElement schema, Func<JsonNode?, JsonNode> around)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return [];

        return Members(schema, "example").Concat(Members(schema, "examples").SelectMany(Items)).Select(example => around(Node(example)))
            .Concat(Members(schema, "properties").Where(p => p.ValueKind == JsonValueKind.Object).SelectMany(p => p.EnumerateObject()).SelectMany(p => Of(p.Value, value => around(new JsonObject { [p.Name] = value }))))
            .Concat(Members(schema, "items").SelectMany(item => Of(item, value => around(new JsonArray(value)))))
            .Concat(Members(schema, "additionalProperties").SelectMany(item => Of(item, value => around(new JsonObject { ["a key"] = value }))))
            .Concat(new[] { "allOf", "oneOf", "anyOf" }.SelectMany(k => Members(schema, k)).SelectMany(Items).SelectMany(part => Of(part, around)));
    }

    /// <summary>The values of examples that have names.</summary>
    private IEnumerable<JsonElement> Named(JsonElement examples)
        => (examples.ValueKind == JsonValueKind.Object ? examples.EnumerateObject().Select(e => Target(e.Value)) : []).SelectMany(e => Members(e, "value").Concat(Members(e, "dataValue")));

    private JsonElement Target(JsonElement element)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out JsonElement reference) && reference.ValueKind == JsonValueKind.String ? _document.TryResolve(reference.GetString()!) ?? default : element;

    private static IEnumerable<JsonElement> Members(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) ? [member] : [];

    private static IEnumerable<JsonElement> Items(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());

    private static bool IsBound(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().Any(m => Bound.Contains(m.Name) || IsBound(m.Value)),
        JsonValueKind.Array => schema.EnumerateArray().Any(IsBound),
        _ => false,
    };

    private static bool IsJson(string mediaType) => mediaType.Split(';')[0].Trim() is var type && (type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
}
