using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>Combines several schemas for one value: <c>allOf</c>, and alternatives, values or properties next to each other.</summary>
internal static class AllOfParser
{
    /// <summary>Whether a schema describes a value in more than one way.</summary>
    public static bool IsSeveral(IOpenApiSchema schema)
        => schema.AllOf is { Count: > 0 } || SchemaParser.Alternatives(schema) is { Length: > 0 } alternatives && (schema.Properties is { Count: > 0 } || EnumSchemaParser.HasValues(schema) || alternatives.Length > 1);

    public static Shape Parse(IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        List<Shape> parts = [.. (schema.AllOf ?? []).Select((part, i) => ParsePart(part, pointer, i, context))];
        parts.AddRange(SchemaParser.Alternatives(schema).Select(alternatives => UnionSchemaParser.ParseShape(schema, alternatives, pointer, context)));
        if (EnumSchemaParser.HasValues(schema))
            parts.Add(EnumSchemaParser.ParseShape(schema, pointer));
        if (schema.Properties is { Count: > 0 })
            parts.Add(ObjectSchemaParser.ParseShape(schema, pointer, context));

        // A part that does not restrict the kind of a value can still allow null.
        List<Shape> weighty = [.. parts.Where(p => !ShapeIntersection.IsFree(context.Resolve(p))).GroupBy(p => p.Key).Select(g => g.First())];
        Shape shape = Require(weighty.Count == 0 ? parts.Find(p => p is MapShape) ?? parts[0] : Intersect(weighty, pointer, context), schema, pointer, context);
        return !shape.Nullable && parts.Exists(p => context.Resolve(p) is { Nullable: true } other && (p.Nullable || ShapeIntersection.IsFree(other))) ? shape with { Nullable = true } : shape;
    }

    /// <summary>If a base lists its derived schemas as alternatives, a reference to it from one of these means their common properties.</summary>
    private static Shape ParsePart(IOpenApiSchema part, DocumentPointer pointer, int index, ParseContext context)
    {
        DocumentPointer at = pointer["allOf"][index];
        bool isAlternative = part is OpenApiSchemaReference && context.Target(part) is { } target
            && SchemaParser.Alternatives(target).Any(a => a.Any(member => member is OpenApiSchemaReference self && context.ResolveId(self) is { } name && context.IsComponent(name, pointer)));
        if (isAlternative && !context.TrySpend(context.Target(part)!.Properties?.Count ?? 0, at))
            return PrimitiveShape.Any;

        return isAlternative ? ObjectSchemaParser.ParseShape(context.Target(part)!, at, context) : SchemaParser.Parse(part, at, context);
    }

    private static Shape Intersect(List<Shape> parts, DocumentPointer pointer, ParseContext context)
    {
        var intersection = new ShapeIntersection(context, pointer);
        Shape result = parts[0];
        foreach (Shape part in parts.Skip(1))
        {
            Shape? both = intersection.Of(result, part);
            if (intersection.IsTooMuch)
            {
                context.Report(Descriptors.Unsupported.Id, pointer["allOf"], "an allOf whose parts have too many combinations", "JsonElement");
                return PrimitiveShape.Any;
            }

            if (both is { } common)
            {
                result = common;
                continue;
            }

            // If parts conflict, an object is the most likely intention.
            Shape? meant = new[] { result, part }.FirstOrDefault(p => context.Resolve(p) is ObjectShape);
            if (intersection.IsKnown(result) && intersection.IsKnown(part))
                context.Report(Descriptors.ConflictingAllOf.Id, pointer["allOf"], "they have different kinds", meant is null ? "JsonElement" : "only the properties");
            if (meant is null)
                return PrimitiveShape.Any;

            result = meant;
        }

        return result;
    }

    /// <summary>A part can require a property that another part declares.</summary>
    private static Shape Require(Shape shape, IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        ICollection<string>? required = RequiredOf(schema, context);
        if (context.Resolve(shape) is not ObjectShape { Properties: var properties, AdditionalValue: var additional } || required is null || !properties.Any(p => !p.Required && required.Contains(p.Name)))
            return shape is ObjectShape own ? new ObjectShape(own.Properties, schema, pointer) { Nullable = own.Nullable, AdditionalValue = own.AdditionalValue } : shape;

        return new ObjectShape([.. properties.Select(p => required.Contains(p.Name) ? p with { Required = true } : p)], schema, pointer) { Nullable = shape.Nullable, AdditionalValue = additional };
    }

    /// <summary>A schema, the parts of its allOf, and their parts. References are not resolved.</summary>
    public static List<IOpenApiSchema> PartsOf(IOpenApiSchema? schema)
    {
        var parts = new List<IOpenApiSchema>();
        var open = new Stack<IOpenApiSchema?>([schema]);
        while (open.Count > 0)
        {
            if (open.Pop() is not { } part)
                continue;

            parts.Add(part);
            foreach (IOpenApiSchema? inner in (part as OpenApiSchema)?.AllOf?.Reverse() ?? [])
                open.Push(inner);
        }

        return parts;
    }

    /// <summary>The properties that a schema and its parts require. The parts were parsed before, so their required properties are known.</summary>
    private static ICollection<string>? RequiredOf(IOpenApiSchema schema, ParseContext context)
    {
        ICollection<string>? required = schema.Required is { Count: > 0 } declared ? declared : null;
        HashSet<string>? all = null;
        foreach (IOpenApiSchema? part in schema.AllOf ?? [])
        {
            if (context.Target(part) is not { } target || (context.Required.TryGetValue(target, out ICollection<string>? known) ? known : target.Required) is not { Count: > 0 } more)
                continue;

            // In most schemas, at most one part requires anything.
            if (required is null || required == more)
                required = more;
            else
            {
                all ??= new HashSet<string>(required, StringComparer.Ordinal);
                all.UnionWith(more);
                required = all;
            }
        }

        if (required is not null && schema is OpenApiSchema own)
            context.Required[own] = required;

        return required;
    }
}
