using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>Converts schemas with listed values to open enums.</summary>
internal static class EnumSchemaParser
{
    public static bool HasValues(IOpenApiSchema schema) => schema.Enum is { Count: > 0 };

    /// <summary>The shape of a schema that <see cref="HasValues"/>: an enum, or a union of enums when the kinds of the values are mixed.</summary>
    public static Shape ParseShape(IOpenApiSchema schema, DocumentPointer pointer)
    {
        IReadOnlyList<string>? names = VariableNames(schema, schema.Enum!.Count);
        var texts = new Listed(names is not null);
        Listed? numbers = null;
        Listed? booleans = null;
        bool nullable = false;
        bool structured = false;
        for (int i = 0; i < schema.Enum.Count; i++)
        {
            JsonNode? value = schema.Enum[i];
            switch (Literal.Kind(value))
            {
                case JsonValueKind.String:
                    texts.Add(value!.GetValue<string>(), names?[i]);
                    break;
                case JsonValueKind.Number:
                    (numbers ??= new Listed(names is not null)).Add(value!.ToJsonString(), names?[i]);
                    break;
                case JsonValueKind.True or JsonValueKind.False:
                    (booleans ??= new Listed(hasNames: false)).Add(value!.ToJsonString(), null);
                    break;
                case JsonValueKind.Null:
                    nullable = true;
                    break;
                default:
                    structured = true;
                    break;
            }
        }

        List<Shape> shapes = [];
        if (texts.Values.Count > 0)
            shapes.Add(new EnumShape(TypeKind.StringEnum, texts.Values, texts.Names, schema, pointer) { Summaries = Summaries(schema, texts.Values) });
        if (numbers is not null)
            shapes.Add(new EnumShape(NumberKind(schema, numbers.Values), numbers.Values, numbers.Names, schema, pointer) { Summaries = Summaries(schema, numbers.Values) });
        if (booleans is { Values.Count: 1 })
            shapes.Add(new EnumShape(TypeKind.Boolean, booleans.Values, null, schema, pointer));
        else if (booleans is not null)
            shapes.Add(new PrimitiveShape(TypeKind.Boolean));

        Shape shape = shapes.Count switch
        {
            0 => PrimitiveShape.Any,
            _ when structured => PrimitiveShape.Any,
            1 => shapes[0],
            _ => new UnionShape(shapes, null, schema, pointer),
        };
        return nullable ? shape with { Nullable = true } : shape;
    }

    private static TypeKind NumberKind(IOpenApiSchema schema, List<string> tokens)
        => (schema.Type is not { } type || type.HasFlag(JsonSchemaType.Integer)) && tokens.All(t => long.TryParse(t, out _)) ? TypeKind.Int64Enum : TypeKind.DoubleEnum;

    private static IReadOnlyList<string>? VariableNames(IOpenApiSchema schema, int count)
    {
        foreach (string key in new[] { "x-enum-varnames", "x-enumNames" })
        {
            if (schema.Extensions is { } extensions && extensions.TryGetValue(key, out IOpenApiExtension? extension)
                && extension is JsonNodeExtension { Node: JsonArray names } && names.Count == count && names.All(n => Literal.Kind(n) == JsonValueKind.String))
                return [.. names.Select(n => n!.GetValue<string>())];
        }

        return null;
    }

    /// <summary>The descriptions of the values, from a list or a map in the document; null if there are none.</summary>
    private static IReadOnlyList<string?>? Summaries(IOpenApiSchema schema, List<string> values)
    {
        foreach (string key in new[] { "x-enum-descriptions", "x-enumDescriptions" })
        {
            if (schema.Extensions is not { } extensions || !extensions.TryGetValue(key, out IOpenApiExtension? extension) || extension is not JsonNodeExtension { Node: { } node })
                continue;
            if (node is JsonObject texts)
                return [.. values.Select(v => texts.TryGetPropertyValue(v, out JsonNode? text) ? Text(text) : null)];
            if (node is JsonArray list && list.Count == schema.Enum!.Count)
                return [.. values.Select(v => Text(list[Index(v)]))];
        }

        return null;

        int Index(string value) => schema.Enum!.ToList().FindIndex(e => (Text(e) ?? e?.ToJsonString()) == value);

        static string? Text(JsonNode? node) => Literal.Kind(node) == JsonValueKind.String ? node!.GetValue<string>() : null;
    }

    /// <summary>The distinct values of one kind, each with its first name.</summary>
    private sealed class Listed(bool hasNames)
    {
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);

        public List<string> Values { get; } = [];

        /// <summary>Null if the document has none.</summary>
        public List<string>? Names { get; } = hasNames ? [] : null;

        public void Add(string value, string? name)
        {
            if (!_known.Add(value))
                return;

            Values.Add(value);
            Names?.Add(name ?? value);
        }
    }
}
