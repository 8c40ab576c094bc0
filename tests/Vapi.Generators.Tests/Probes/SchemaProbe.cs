using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Probes;

/// <summary>
/// A class with a property of every schema of the components, and of others, that is added to a document: it knows their C# types, whatever they are called. A value is read as the property of its schema.
/// </summary>
internal sealed class SchemaProbe(GeneratorOutput output)
{
    private const string Name = "SchemaProbe";

    private readonly Lazy<Type> _type = new(() => output.Assembly.GetTypes().Single(t => t.Name == Name));

    /// <summary>The schemas of the components.</summary>
    public static JsonProperty[] Schemas(JsonElement document)
    {
        (string parent, string child) = SchemasAt(document);
        JsonElement schemas = parent.Length == 0 ? document : document.TryGetProperty(parent, out JsonElement found) ? found : default;
        return schemas.ValueKind == JsonValueKind.Object && schemas.TryGetProperty(child, out JsonElement named) && named.ValueKind == JsonValueKind.Object ? [.. named.EnumerateObject()] : [];
    }

    /// <summary>The reference to a schema of the components.</summary>
    public static string Reference(JsonElement document, string schema)
    {
        (string parent, string child) = SchemasAt(document);
        return parent.Length == 0 ? JsonPointers.Pointer(child, schema) : JsonPointers.Pointer(parent, child, schema);
    }

    /// <summary>The document with the probe as its last schema. Copied token by token, so that what is there twice stays there twice.</summary>
    public static string AddTo(JsonElement document, IEnumerable<KeyValuePair<string, JsonElement>> others)
    {
        (string parent, string child) = SchemasAt(document);
        using var copy = new MemoryStream();
        using (var writer = new Utf8JsonWriter(copy))
            Copy(writer, document, parent.Length == 0 ? [child] : [parent, child], () => WriteProbe(writer, document, others));

        return Encoding.UTF8.GetString(copy.ToArray());
    }

    /// <summary>What is read of the JSON of the probe.</summary>
    public object Read(string json) => JsonSerializer.Deserialize(json, _type.Value)!;

    public string Write(object probe) => JsonSerializer.Serialize(probe, _type.Value);

    public string ReadAndWrite(string json) => Write(Read(json));

    /// <summary>What of JSON is lost or changed, the first two.</summary>
    public static string[] Differences(string expected, string actual)
    {
        using JsonDocument left = JsonDocument.Parse(expected);
        using JsonDocument right = JsonDocument.Parse(actual);
        return JsonElement.DeepEquals(left.RootElement, right.RootElement) ? [] : [.. JsonAssert.Differences(expected, actual).Take(2)];
    }

    private static (string Parent, string Child) SchemasAt(JsonElement document) => document.TryGetProperty("swagger", out _) ? ("", "definitions") : ("components", "schemas");

    private static void Copy(Utf8JsonWriter writer, JsonElement element, ReadOnlySpan<string> path, Action writeLast)
    {
        writer.WriteStartObject();
        bool isThere = false;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (path.Length == 0 || property.Name != path[0] || property.Value.ValueKind != JsonValueKind.Object)
            {
                property.WriteTo(writer);
                continue;
            }

            isThere = true;
            writer.WritePropertyName(property.Name);
            Copy(writer, property.Value, path[1..], writeLast);
        }

        if (path.Length == 0)
            writeLast();
        else if (!isThere)
        {
            writer.WritePropertyName(path[0]);
            Copy(writer, JsonElement.Parse("{}"), path[1..], writeLast);
        }

        writer.WriteEndObject();
    }

    private static void WriteProbe(Utf8JsonWriter writer, JsonElement document, IEnumerable<KeyValuePair<string, JsonElement>> others)
    {
        IEnumerable<KeyValuePair<string, JsonNode?>> named = Schemas(document).DistinctBy(s => s.Name)
            .Select(s => KeyValuePair.Create(s.Name, (JsonNode?)new JsonObject { ["$ref"] = Reference(document, s.Name) }));
        writer.WritePropertyName(Name);
        new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject([.. named, .. others.Select(o => KeyValuePair.Create(o.Key, JsonNode.Parse(o.Value.GetRawText())))]),
        }.WriteTo(writer);
    }
}
