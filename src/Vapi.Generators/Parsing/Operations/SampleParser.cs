using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>
/// A value that the document allows: an example of the document, or else the smallest value that matches the schema (required properties, the first value of an enum, the bounds of numbers and lengths). It is the same on every machine.
/// </summary>
internal sealed class SampleParser
{
    /// <summary>The maximum length of an example in characters. A longer one would make the code of the fake long.</summary>
    private const int MaxLength = 16_384;

    /// <summary>The maximum depth of a made value. Schemas can require themselves.</summary>
    private const int MaxDepth = 24;

    private const int MaxNodes = 500;

    private readonly ParseContext _context;

    private readonly Levels _levels = new(MaxDepth);

    private int _nodes;

    private SampleParser(ParseContext context) => _context = context;

    /// <summary>The JSON of a value; null if no finite value can be made.</summary>
    /// <param name="media">The content in the document; null if there is none.</param>
    /// <param name="shape">The shape that the client reads.</param>
    public static string? Parse(IOpenApiMediaType? media, Shape shape, ParseContext context)
    {
        OpenApiSchema? schema = context.Target(media?.Schema);
        foreach (JsonNode example in Examples(media).Concat(SampleValue.Examples(schema)))
        {
            string json = example.ToJsonString();
            if (json.Length <= MaxLength && SampleFit.Fits(example, shape, context))
                return json;
        }

        return new SampleParser(context).TryMake(context.Resolve(shape) with { Nullable = false }, schema, out JsonNode? value) && SampleFit.Fits(value, shape, context) ? value?.ToJsonString() ?? "null" : null;
    }

    /// <summary>The first example that is text; null if there is none.</summary>
    public static string? Text(IOpenApiMediaType? media)
        => Examples(media).Concat(SampleValue.Examples(media?.Schema)).OfType<JsonValue>().Where(v => Literal.Kind(v) == System.Text.Json.JsonValueKind.String).Select(v => v.GetValue<string>()).FirstOrDefault(t => t.Length <= MaxLength);

    private static IEnumerable<JsonNode> Examples(IOpenApiMediaType? media)
        => new[] { media?.Example }.Concat(media?.Examples?.Values.Select(e => e?.Value) ?? []).OfType<JsonNode>();

    /// <summary>A value can be null only inside another one.</summary>
    private bool TryMake(Shape shape, IOpenApiSchema? declared, out JsonNode? value)
    {
        value = null;
        if (shape.Nullable)
            return true;
        if (_nodes++ > MaxNodes || !_levels.TryEnter())
            return false;

        bool isMade = TryMakeValue(_context.Resolve(shape), _context.Target(declared), out value);
        _levels.Leave();
        return isMade;
    }

    private bool TryMakeValue(Shape shape, OpenApiSchema? declared, out JsonNode? value)
    {
        IOpenApiSchema? schema = declared ?? (shape as DeclaredShape)?.Schema;
        value = SampleValue.Examples(schema).FirstOrDefault(e => e.ToJsonString().Length <= MaxLength && SampleFit.Fits(e, shape, _context))?.DeepClone();
        if (value is not null)
            return true;

        switch (shape)
        {
            case PrimitiveShape primitive:
                value = SampleValue.Make(primitive.Kind, schema);
                return true;
            case EnumShape @enum:
                value = @enum.Kind == TypeKind.StringEnum ? JsonValue.Create(@enum.Values[0]) : JsonNode.Parse(@enum.Values[0]);
                return true;
            case ListShape list:
                return TryMakeList(list, schema, out value);
            case MapShape:
                value = new JsonObject();
                return true;
            case ObjectShape @object:
                return TryMakeObject(@object, out value);
            case UnionShape union:
                return TryMakeUnion(union, out value);
            default:
                return false;
        }
    }

    /// <summary>As many items as the schema demands.</summary>
    private bool TryMakeList(ListShape list, IOpenApiSchema? schema, out JsonNode? value)
    {
        const int MaxItems = 10;
        var items = new JsonArray();
        value = items;
        for (int count = schema?.MinItems ?? 0; items.Count < count && items.Count < MaxItems;)
        {
            if (!TryMake(list.Item, schema?.Items, out JsonNode? item))
                return false;

            items.Add(item);
        }

        return true;
    }

    private bool TryMakeObject(ObjectShape shape, out JsonNode? value)
    {
        var members = new JsonObject();
        value = members;
        foreach (PropertyShape property in shape.Properties.Where(p => p.Required))
        {
            if (!TryMake(property.Shape, property.Schemas.FirstOrDefault(), out JsonNode? member))
                return false;

            members[property.Name] = member;
        }

        if (shape.Id is { } id && _context.Inheritance.TagOf(id) is { } tag)
            members[tag] = _context.Inheritance.TagValues(id).FirstOrDefault() ?? id;

        return true;
    }

    /// <summary>The first member of which a value can be made, with the value of the tag that identifies it.</summary>
    private bool TryMakeUnion(UnionShape union, out JsonNode? value)
    {
        (string Name, IReadOnlyList<UnionTagModel> Values)? tag = UnionResolver.FindTag(union, _context);
        for (int i = 0; i < union.Members.Count; i++)
        {
            if (!TryMake(union.Members[i] with { Nullable = false }, null, out value))
                continue;
            if (tag?.Values.FirstOrDefault(v => v.Case == i) is { } own && value is JsonObject members && !(members[tag.Value.Name] is JsonValue present && tag.Value.Values.Any(v => v.Case == i && present.ToString() == v.Value)))
                members[tag.Value.Name] = own.Value;

            return true;
        }

        value = null;
        return false;
    }
}
