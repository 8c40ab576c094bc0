using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>Converts objects with properties to classes.</summary>
internal static class ObjectSchemaParser
{
    private static readonly OpenApiSchema Nothing = new();

    public static ObjectShape ParseShape(IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        DocumentPointer properties = pointer["properties"];
        var shapes = new List<PropertyShape>(schema.Properties?.Count ?? 0);
        foreach (KeyValuePair<string, IOpenApiSchema> property in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            DocumentPointer place = properties[property.Key];
            Shape shape = SchemaParser.Parse(property.Value, place, context);
            bool isRequired = schema.Required?.Contains(property.Key) == true;
            shapes.Add(new PropertyShape(property.Key, shape, isRequired, [property.Value ?? Nothing], place) { ReadOnly = IsReadOnly(property.Value, context) });
        }

        Shape? additional = schema.AdditionalProperties is { } value ? SchemaParser.Parse(value, pointer["additionalProperties"], context) : null;
        return new ObjectShape(shapes, schema, pointer) { AdditionalValue = additional == PrimitiveShape.Any ? null : additional };
    }

    /// <summary>
    /// A class in a hierarchy. The properties of its base class come first and are the same, except for those that it declares differently. The discriminator property
    /// is a string in all classes.
    /// </summary>
    public static Shape Derive(string id, string tag, Shape shape, IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        if (context.Resolve(shape) is not ObjectShape own)
            return shape;

        IReadOnlyList<PropertyShape> inherited = context.Inheritance.BaseOf(id) is { } parent && context.Component(parent) is ObjectShape { Id: not null } found ? found.Properties : [];
        if (!context.TrySpend(inherited.Count + own.Properties.Count, pointer))
            return PrimitiveShape.Any;

        List<PropertyShape> properties = [.. inherited.Select(p => own.Find(p.Name) is { } other && p.Name != tag && (other.Shape.Key != p.Shape.Key || other.Required != p.Required || other.ReadOnly != p.ReadOnly) ? other : p)];
        var names = new HashSet<string>(inherited.Select(p => p.Name), StringComparer.Ordinal);
        properties.AddRange(own.Properties.Where(o => !names.Contains(o.Name)));
        int index = properties.FindIndex(p => p.Name == tag);
        if (index < 0)
            properties.Add(new PropertyShape(tag, new PrimitiveShape(TypeKind.String), true, [Nothing], pointer["discriminator"]));
        else if (IsConstant(properties[index].Shape))
            properties[index] = properties[index] with { Shape = new PrimitiveShape(TypeKind.String) };

        return new ObjectShape(properties, schema, pointer) { Id = id, Nullable = shape.Nullable, AdditionalValue = own.AdditionalValue };
    }

    /// <summary>Whether a schema, or a part of its allOf, has a flag.</summary>
    private static bool IsReadOnly(IOpenApiSchema? schema, ParseContext context)
        => SaysReadOnly(schema, context) || AllOfParser.PartsOf(context.Target(schema)).Exists(part => SaysReadOnly(part, context));

    private static bool SaysReadOnly(IOpenApiSchema? schema, ParseContext context) => schema is OpenApiSchemaReference { Reference.ReadOnly: true } || context.Target(schema) is { ReadOnly: true };

    /// <summary>Whether a property of this shape has only one value.</summary>
    public static bool IsConstant(Shape shape) => shape is EnumShape { Nullable: false, Open: false, Values.Count: 1 };
}
