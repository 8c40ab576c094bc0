using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>Schemas with listed values become open enums.</summary>
internal static class EnumParser
{
    /// <summary>The members that every enum and every union has.</summary>
    public static readonly string[] ReservedMembers = ["Value", "Equals", "GetHashCode", "ToString", "GetType", "ReferenceEquals", "MemberwiseClone", "Finalize", "ReadJson"];

    public static bool HasValues(IOpenApiSchema schema) => schema.Enum is { Count: > 0 };

    /// <summary>The shape of a schema that <see cref="HasValues"/>: an enum, or a union of enums when the kinds of the values are mixed.</summary>
    public static Shape ParseShape(IOpenApiSchema schema, DocumentPointer pointer)
    {
        IList<JsonNode?> values = [.. schema.Enum!];
        IReadOnlyList<string>? names = VariableNames(schema, values.Count);

        List<Shape> shapes = [];
        Add(JsonValueKind.String);
        Add(JsonValueKind.Number);
        List<string> booleans = [.. values.Where(v => Literal.Kind(v) is JsonValueKind.True or JsonValueKind.False).Select(v => v!.ToJsonString()).Distinct()];
        if (booleans.Count == 1)
            shapes.Add(new EnumShape(TypeKind.Boolean, booleans, null, schema, pointer));
        else if (booleans.Count > 1)
            shapes.Add(new PrimitiveShape(TypeKind.Boolean));

        bool nullable = values.Any(v => Literal.Kind(v) is JsonValueKind.Null);
        bool structured = values.Any(v => Literal.Kind(v) is JsonValueKind.Object or JsonValueKind.Array);
        Shape shape = shapes.Count switch
        {
            0 => PrimitiveShape.Any,
            _ when structured => PrimitiveShape.Any,
            1 => shapes[0],
            _ => new UnionShape(shapes, null, schema, pointer),
        };
        return nullable ? shape with { Nullable = true } : shape;

        void Add(JsonValueKind kind)
        {
            List<int> indexes = [.. Enumerable.Range(0, values.Count).Where(i => Literal.Kind(values[i]) == kind)];
            if (indexes.Count == 0)
                return;

            List<string> texts = [.. indexes.Select(i => kind == JsonValueKind.String ? values[i]!.GetValue<string>() : values[i]!.ToJsonString())];
            TypeKind type = kind == JsonValueKind.String ? TypeKind.StringEnum : NumberKind(schema, texts);
            shapes.Add(new EnumShape(type, [.. texts.Distinct()], Distinct(texts, names is null ? null : [.. indexes.Select(i => names[i])]), schema, pointer));
        }
    }

    /// <summary>The declaration of an enum.</summary>
    public static EnumModel Parse(EnumShape shape, string name, ParseContext context)
    {
        var scope = new NameScope([name, .. ReservedMembers]);
        DocumentPointer values = shape.Pointer["enum"];
        return new EnumModel
        {
            Name = name,
            Kind = shape.Kind,
            Members = shape.Values
                .Select((value, i) => new EnumMemberModel { Name = context.Claim(scope, Identifiers.Pascal(shape.Names?[i] ?? value), values, value), Value = value })
                .ToEquatableArray(),
            Documentation = DocumentationParser.Parse(shape.Schema),
        };
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

    private static List<string>? Distinct(List<string> values, List<string>? names)
        => names is null ? null : [.. values.Select((value, i) => (value, i)).Where(v => values.IndexOf(v.value) == v.i).Select(v => names[v.i])];
}
