using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>Objects with properties become classes.</summary>
internal static class ObjectParser
{
    private static readonly string[] ReservedMembers =
    [
        "AdditionalProperties", "Equals", "GetHashCode", "ToString", "GetType", "ReferenceEquals", "MemberwiseClone", "Finalize",
        "ReadJson",
    ];

    private static readonly OpenApiSchema Nothing = new();

    public static ObjectShape ParseShape(IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        DocumentPointer properties = pointer["properties"];
        return new ObjectShape(
            [
                .. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(p => new PropertyShape(
                    p.Key, SchemaParser.Parse(p.Value, properties[p.Key], context), schema.Required?.Contains(p.Key) == true, p.Value ?? Nothing, properties[p.Key])),
            ],
            schema,
            pointer);
    }

    /// <summary>The declaration of a class.</summary>
    public static ObjectModel Parse(ObjectShape shape, string name, TypeParser types, ParseContext context)
    {
        var scope = new NameScope([name, .. ReservedMembers]);
        var fields = new NameScope(["_state"]);
        return new ObjectModel
        {
            Name = name,
            Properties = shape.Properties.Select(p => ParseProperty(p, scope, fields, types, context)).ToEquatableArray(),
            Documentation = DocumentationParser.Parse(shape.Schema),
        };
    }

    private static PropertyModel ParseProperty(PropertyShape property, NameScope scope, NameScope fields, TypeParser types, ParseContext context)
    {
        string name = context.Claim(scope, Identifiers.Pascal(property.Name), property.Pointer, property.Name);
        EnumShape? constant = IsConstant(property.Shape) ? (EnumShape)property.Shape : null;
        return new PropertyModel
        {
            JsonName = property.Name,
            Name = name,
            Field = fields.Claim("_" + char.ToLowerInvariant(name[0]) + name.Substring(1)),
            Type = constant is null ? types.TypeOf(property.Shape) : types.Primitive(ConstantKind(constant)),
            Required = property.Required,
            Constant = constant?.Values[0],
            Documentation = DocumentationParser.ParseProperty(property.Schema),
        };
    }

    /// <summary>Whether a property of this shape has one value only.</summary>
    public static bool IsConstant(Shape shape) => shape is EnumShape { Nullable: false, Open: false, Values.Count: 1 };

    private static TypeKind ConstantKind(EnumShape shape) => shape.Kind switch
    {
        TypeKind.StringEnum => TypeKind.String,
        TypeKind.Int64Enum => TypeKind.Int64,
        TypeKind.Boolean => TypeKind.Boolean,
        _ => TypeKind.Double,
    };
}
