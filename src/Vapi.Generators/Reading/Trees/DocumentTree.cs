using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Findings;
using Vapi.Generators.Reading.Limits;
using Vapi.Generators.Reading.Specification;
using static Vapi.Generators.Reading.Trees.JsonNodes;

namespace Vapi.Generators.Reading.Trees;

/// <summary>Converts a part of a file to nodes with normalized schemas (<see cref="SchemaNormalizer"/>), and collects the references that do not lead to components.</summary>
/// <param name="pointer">The location of the part in the file.</param>
/// <param name="destination">Its location in the document.</param>
internal sealed class DocumentTree(DocumentFile file, OpenApiVersion version, string pointer, string destination, FindingList findings, CancellationToken cancellationToken)
{
    private readonly Levels _levels = new(Levels.Max - destination.Split('/').Length + 1);

    /// <summary>The location of the current part, relative to the pointer.</summary>
    private readonly List<string> _path = [];

    /// <summary>The declared type of the schema that contains the next one.</summary>
    private string? _typeOfWhole;

    /// <summary>The number of nodes that were created.</summary>
    public int Count { get; private set; }

    /// <summary>The references whose targets are not components of the document.</summary>
    public List<ForeignReference> References { get; } = [];

    public JsonNode? Build(JsonElement element, Place place)
    {
        Count++;
        if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || place == Place.Data)
            return BuildValue(element, place);

        if (!_levels.TryEnter())
        {
            Report(Descriptors.Unsupported.Id, $"nesting of more than {Levels.Max} levels", "an empty value");
            return new JsonObject();
        }

        JsonNode node = element.ValueKind == JsonValueKind.Object ? BuildObject(element, place) : BuildArray(element, place);
        _levels.Leave();
        return node;
    }

    private JsonNode? BuildValue(JsonElement element, Place place) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        // JSON Schema 2020-12, 4.3.2: true accepts everything, false nothing. Before OpenAPI 3.1, only additionalProperties can have them.
        JsonValueKind.True when place == Place.Schema => new JsonObject(),
        JsonValueKind.False when place == Place.Schema => new JsonObject { ["not"] = new JsonObject() },
        JsonValueKind.Null when place == Place.Schema => new JsonObject(),
        JsonValueKind.Null => null,
        JsonValueKind.String when place != Place.Data => JsonValue.Create(TextOf(element)),
        _ => JsonValue.Create(element),
    };

    private JsonObject BuildObject(JsonElement element, Place place)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var members = new JsonObject();
        bool isPlain = true;
        string? typeOfWhole = _typeOfWhole;
        foreach (JsonProperty member in element.EnumerateObject())
        {
            // Each access to the name of a property allocates a string.
            string name = member.Name;
            JsonElement value = member.Value;
            JsonValueKind kind = value.ValueKind;
            Place inner = IsOpenness(name, kind, place) ? Place.Data : Places.Of(place, name, kind);

            // Null is the same as an absent keyword.
            if (kind == JsonValueKind.Null && inner is not (Place.Data or Place.Schema))
                continue;

            _path.Add(name);
            _typeOfWhole = place == Place.Schema && name == "allOf" ? SchemaValues.TypeOf(element) ?? typeOfWhole : null;
            JsonNode? node = Build(value, inner);
            if (members.ContainsKey(name))
            {
                Report(Descriptors.DocumentDeviates.Id, $"the key '{name}' occurs more than once, and the last one is used");
                members.Remove(name);
            }

            members.Add(name, node);
            isPlain &= SchemaNormalizer.IsPlain(name, value);
            _path.RemoveAt(_path.Count - 1);
        }

        _typeOfWhole = typeOfWhole;
        if (isPlain)
            return members;

        // In OpenAPI 2.0, a parameter or a header is also a schema.
        if ((place == Place.Schema || place == Place.Object && version.IsSwagger) && SchemaValues.Has(members) && (SchemaValues.TypeOf(element) ?? typeOfWhole) is { } type)
            SchemaValues.Settle(members, type, file, () => Pointer, findings);

        return place switch
        {
            Place.Data => members,
            Place.Schema => Finish(SchemaNormalizer.Normalize(members, version.HasJsonSchema), place),
            _ => Finish(members, place),
        };
    }

    /// <summary>A text that is copied to many places is one shared string.</summary>
    private string TextOf(JsonElement element)
    {
        const int Long = 256;
        if (pointer != destination && file.FindShared(Pointer) is { } known)
            return known;

        string text = element.GetString()!;
        if (text.Length > Long)
            file.Share(Pointer, text);

        return text;
    }

    private JsonArray BuildArray(JsonElement element, Place place)
    {
        var items = new JsonArray();
        Place inner = Places.OfItem(place);
        int index = 0;
        foreach (JsonElement item in element.EnumerateArray())
        {
            _path.Add(index.ToString(CultureInfo.InvariantCulture));
            items.Add(Build(item, inner));
            _path.RemoveAt(_path.Count - 1);
            index++;
        }

        return items;
    }

    /// <summary>Whether a member of a schema is a Boolean that allows or forbids additional properties.</summary>
    private static bool IsOpenness(string name, JsonValueKind kind, Place place)
        => place == Place.Schema && kind is JsonValueKind.True or JsonValueKind.False && name is "additionalProperties" or "unevaluatedProperties";

    /// <summary>Collects references. An object with only plain members has none.</summary>
    private JsonObject Finish(JsonObject members, Place place)
    {
        JsonObject holder = SchemaNormalizer.Referring(members);
        if (Text(holder["$ref"]) is { } target)
        {
            if (!IsOwnComponent(target, place))
                References.Add(new ForeignReference(holder, "$ref", target, place, file, Pointer + "/$ref", destination + Path + (holder == members ? "" : "/allOf/0")));
            else if (version.IsSwagger)
                holder["$ref"] = target.Replace(version.SchemaPointer, OpenApiVersion.SchemaReference);
        }

        if (place == Place.Schema && members["discriminator"] is JsonObject discriminator)
        {
            AddMapping(discriminator, "defaultMapping", Pointer + "/discriminator/");
            foreach (KeyValuePair<string, JsonNode?> entry in discriminator["mapping"] as JsonObject ?? [])
                AddMapping((JsonObject)discriminator["mapping"]!, entry.Key, Pointer + "/discriminator/mapping/");
        }

        return members;
    }

    /// <summary>Adds the target of a discriminator value, unless it is the name of a schema.</summary>
    private void AddMapping(JsonObject holder, string key, string pointer)
    {
        if (Text(holder[key]) is { } target && target.IndexOfAny(['#', '.', '/']) >= 0 && !IsOwnComponent(target, Place.Schema))
            References.Add(new ForeignReference(holder, key, target, Place.Schema, file, pointer + DocumentPointer.Escape(key), destination + Path));
    }

    /// <summary>Whether Microsoft.OpenApi resolves the reference itself.</summary>
    private bool IsOwnComponent(string target, Place place)
    {
        if (!file.IsMain || target.IndexOf('%') >= 0)
            return false;
        if (place == Place.Schema)
            return target.StartsWith(version.SchemaPointer, StringComparison.Ordinal) && target.IndexOf('/', version.SchemaPointer.Length) < 0;

        string[] tokens = target.Split('/');
        return tokens[0] == "#" && (version.IsSwagger ? tokens.Length == 3 && tokens[1] is "parameters" or "responses" : tokens.Length == 4 && tokens[1] == "components" && tokens[2] != "pathItems");
    }

    private string Pointer => pointer + Path;

    private string Path => string.Concat(_path.Select(t => "/" + DocumentPointer.Escape(t)));

    private void Report(string id, params string[] arguments)
    {
        if (!findings.IsFull)
            findings.Add(new Finding(id, Pointer, arguments) { File = file });
    }
}

/// <summary>A reference whose target is not a component of the document.</summary>
/// <param name="Holder">The object with the reference.</param>
/// <param name="Key"><c>$ref</c>, <c>defaultMapping</c>, or a name in the mapping of a discriminator.</param>
/// <param name="Target">The text of the reference.</param>
/// <param name="Place">The expected kind of the target.</param>
/// <param name="File">The file that contains the reference.</param>
/// <param name="Pointer">The location of the reference in the file.</param>
/// <param name="Destination">The location of the holder in the document.</param>
internal sealed record ForeignReference(JsonObject Holder, string Key, string Target, Place Place, DocumentFile File, string Pointer, string Destination)
{
    /// <summary>The length of the chain of references so far.</summary>
    public int Hops { get; init; }
}
