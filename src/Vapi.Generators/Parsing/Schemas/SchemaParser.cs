using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Trees;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>Decides the C# form of each schema.</summary>
internal static class SchemaParser
{
    /// <summary>The first arm that matches wins. The actual keywords override the declared type, because real documents are often wrong.</summary>
    public static Shape Parse(IOpenApiSchema? schema, DocumentPointer pointer, ParseContext context)
    {
        // Null or true instead of a schema restricts nothing.
        if (schema is null)
            return PrimitiveShape.Any;

        // In Microsoft.OpenApi, a reference also returns the properties of its target, so it comes first.
        if (schema is OpenApiSchemaReference reference)
            return ParseReference(reference, pointer, context);
        if (!context.TryEnter(pointer))
            return PrimitiveShape.Any;

        bool nullable = Is(schema, JsonSchemaType.Null) || schema.Extensions?.ContainsKey(SchemaNormalizer.NullableExtension) == true;
        Shape shape = schema switch
        {
            _ when AllOfParser.IsSeveral(schema) => AllOfParser.Parse(schema, pointer, context),
            _ when Alternatives(schema) is { Length: > 0 } alternatives => UnionSchemaParser.ParseShape(schema, alternatives[0], pointer, context),
            _ when IsArray(schema) => ParseArray(schema, pointer, context),
            _ when EnumSchemaParser.HasValues(schema) => EnumSchemaParser.ParseShape(schema, pointer),
            { Properties.Count: > 0 } => ObjectSchemaParser.ParseShape(schema, pointer, context),
            { Type: JsonSchemaType.Null } => PrimitiveShape.Any,
            { Type: { } several } when CountKinds(several) > 1 => UnionSchemaParser.ParseTypes(schema, several, pointer, context),
            _ when Is(schema, JsonSchemaType.Object) || schema.AdditionalProperties is not null => ParseMap(schema, pointer, context),
            _ when NumericText.IsNumber(schema) => NumericText.ParseShape(schema),
            _ => new PrimitiveShape(PrimitiveTypes.Find(schema.Type, schema.Format)),
        };
        context.Leave();
        return nullable && !shape.Nullable ? shape with { Nullable = true } : shape;
    }

    /// <summary>The shape of a schema in a part that many operations can reference.</summary>
    /// <param name="role">What it is there: types are named after it.</param>
    public static Shape ParseShared(IOpenApiSchema schema, string role, DocumentPointer pointer, ParseContext context)
    {
        if (!context.Shared.TryGetValue(role, out Dictionary<IOpenApiSchema, Shape>? shared))
            context.Shared.Add(role, shared = []);
        if (!shared.TryGetValue(schema, out Shape? shape))
            shared.Add(schema, shape = Parse(schema, pointer, context));

        return shape;
    }

    /// <summary>A component schema has a name, so an object without properties is an open class there. It can also derive from another schema.</summary>
    public static Shape ParseComponent(string id, IOpenApiSchema? schema, DocumentPointer pointer, ParseContext context)
    {
        bool isClass = schema is OpenApiSchema { Properties: not null, AllOf: null or { Count: 0 }, OneOf: null or { Count: 0 }, AnyOf: null or { Count: 0 }, Enum: null or { Count: 0 } } && Is(schema, JsonSchemaType.Object);
        Shape shape = isClass ? ObjectSchemaParser.ParseShape(schema!, pointer, context) : Parse(schema, pointer, context);
        return context.Inheritance.TagOf(id) is { } tag ? ObjectSchemaParser.Derive(id, tag, shape, schema!, pointer, context) : shape;
    }

    /// <summary>The members of <c>oneOf</c> and <c>anyOf</c>, unless they only list properties that are required together.</summary>
    public static IList<IOpenApiSchema>[] Alternatives(IOpenApiSchema schema) => (AreAlternatives(schema.OneOf, schema), AreAlternatives(schema.AnyOf, schema)) switch
    {
        (false, false) => [],
        (true, false) => [schema.OneOf!],
        (false, true) => [schema.AnyOf!],
        _ => [schema.OneOf!, schema.AnyOf!],
    };

    public static bool Is(IOpenApiSchema schema, JsonSchemaType type) => schema.Type is { } declared && (declared & type) == type;

    private static bool AreAlternatives(IList<IOpenApiSchema>? schemas, IOpenApiSchema schema)
        => schemas is { Count: > 0 } && !(schemas.All(IsAssertion) && (schema.Properties is { Count: > 0 } || schema.Type is not null || schema.AllOf is { Count: > 0 }));

    private static bool IsAssertion(IOpenApiSchema? schema)
        => schema is OpenApiSchema { Type: null, Properties: null, Items: null, AllOf: null, OneOf: null, AnyOf: null, Enum: null, Const: null, Format: null, AdditionalProperties: null };

    private static int CountKinds(JsonSchemaType type)
    {
        int kinds = 0;
        for (int bits = (int)(type & ~JsonSchemaType.Null); bits != 0; bits &= bits - 1)
            kinds++;

        return kinds;
    }

    private static Shape ParseReference(OpenApiSchemaReference reference, DocumentPointer pointer, ParseContext context)
    {
        if (context.ResolveId(reference) is { } id)
            return new ReferenceShape(id) { Place = context.Sharing?.PlaceOf(id) };

        context.Report(Descriptors.UnresolvedReference.Id, pointer["$ref"], ReferenceParser.Name(reference.Reference), "JsonElement is generated instead");
        return PrimitiveShape.Any;
    }

    private static bool IsArray(IOpenApiSchema schema)
        => Is(schema, JsonSchemaType.Array) && schema.Type is { } type && CountKinds(type) == 1
        || schema.Type is null && schema is { Items: not null, Properties: null or { Count: 0 }, Enum: null or { Count: 0 } };

    private static ListShape ParseArray(IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        DocumentPointer items = pointer["items"];
        Shape item = schema.Items switch
        {
            // Values that are listed on the array are values of its items.
            null or OpenApiSchema { Enum: null or { Count: 0 } } when EnumSchemaParser.HasValues(schema) && IsPlain(schema.Items) => EnumSchemaParser.ParseShape(schema, pointer),
            null => PrimitiveShape.Any,
            { } plain when IsFreeForm(plain) && (ShowsOtherThanObject(plain) || ShowsOtherThanObjects(schema)) => PrimitiveShape.Any,
            { } other => Parse(other, items, context),
        };
        return new ListShape(item) { IsImplied = schema.Type is null };
    }

    private static bool IsPlain(IOpenApiSchema? schema)
        => schema is null or OpenApiSchema { Properties: null or { Count: 0 }, AllOf: null or { Count: 0 }, OneOf: null or { Count: 0 }, AnyOf: null or { Count: 0 }, Items: null };

    private static Shape ParseMap(IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        // An object with items is contradictory: either one can be meant.
        if (schema.Items is not null || IsFreeForm(schema) && ShowsOtherThanObject(schema))
            return PrimitiveShape.Any;

        return new MapShape(schema.AdditionalProperties is { } value ? Parse(value, pointer["additionalProperties"], context) : PrimitiveShape.Any);
    }

    private static bool IsFreeForm(IOpenApiSchema schema)
        => schema is OpenApiSchema { Type: JsonSchemaType.Object, Properties: null or { Count: 0 }, AdditionalProperties: null, Items: null }
        and { AllOf: null or { Count: 0 }, OneOf: null or { Count: 0 }, AnyOf: null or { Count: 0 } };

    private static bool ShowsOtherThanObject(IOpenApiSchema schema)
        => Examples(schema).Any(IsOtherThanObject);

    private static bool ShowsOtherThanObjects(IOpenApiSchema array)
        => Examples(array).OfType<JsonArray>().Any(a => a.Any(IsOtherThanObject));

    private static bool IsOtherThanObject(JsonNode? value) => Literal.Kind(value) is not (JsonValueKind.Null or JsonValueKind.Object);

#pragma warning disable CS0618 // OpenAPI 3.0 uses `example`.
    private static IEnumerable<JsonNode?> Examples(IOpenApiSchema schema)
        => new[] { schema.Example, schema.Default }.Concat(schema.Examples ?? []).Concat(schema.Enum ?? []);
#pragma warning restore CS0618
}
