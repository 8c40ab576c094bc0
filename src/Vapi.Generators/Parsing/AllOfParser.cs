using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>What <c>allOf</c> becomes: its only entry, or one class with the properties of all.</summary>
internal static class AllOfParser
{
    public static Shape Parse(IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        List<Shape> parts = [.. schema.AllOf!.Select((part, i) => SchemaParser.Parse(part, pointer["allOf"][i], context))];
        if (SchemaParser.Alternatives(schema) is { Count: > 0 } alternatives)
            parts.Add(UnionParser.ParseShape(schema, alternatives, pointer, context));
        if (EnumParser.HasValues(schema))
            parts.Add(EnumParser.ParseShape(schema, pointer));
        if (schema.Properties is { Count: > 0 })
            parts.Add(ObjectParser.ParseShape(schema, pointer, context));

        List<Shape> weighty = [.. parts.Where(p => !IsFree(p)).GroupBy(p => p.Key).Select(g => g.First())];
        return weighty.Count switch
        {
            0 => parts[0],
            1 when schema.Required is not { Count: > 0 } || context.Resolve(weighty[0]) is not ObjectShape => weighty[0],
            _ => Merge(weighty, schema, pointer, context),
        };
    }

    /// <summary>Any JSON, or any object: such a part adds nothing.</summary>
    private static bool IsFree(Shape shape) => shape is PrimitiveShape { Kind: TypeKind.Element } or MapShape { Value: PrimitiveShape { Kind: TypeKind.Element } };

    private static Shape Merge(List<Shape> parts, IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        var order = new List<string>();
        var properties = new Dictionary<string, PropertyShape>(StringComparer.Ordinal);
        List<Shape> others = [];
        foreach (Shape part in parts)
        {
            switch (context.Resolve(part))
            {
                case ObjectShape @object:
                    Add(@object);
                    break;
                case MapShape when parts.Exists(p => context.Resolve(p) is ObjectShape):
                    // Further properties of some type: every class keeps them as JSON.
                    break;
                case var other:
                    others.Add(other);
                    break;
            }
        }

        if (others.Count > 0)
        {
            if (properties.Count == 0 && others.Select(o => o.Key).Distinct().Count() == 1)
                return others[0];

            context.Report(Descriptors.ConflictingAllOf.Id, pointer["allOf"], "they are of different kinds", properties.Count > 0 ? "only the properties are" : "any JSON is");
            if (properties.Count == 0)
                return PrimitiveShape.Any;
        }

        foreach (string required in schema.Required ?? new HashSet<string>())
        {
            if (properties.TryGetValue(required, out PropertyShape? property))
                properties[required] = property with { Required = true };
        }

        return new ObjectShape([.. order.Select(name => properties[name])], schema, pointer);

        void Add(ObjectShape part)
        {
            foreach (PropertyShape property in part.Properties)
            {
                if (!properties.TryGetValue(property.Name, out PropertyShape? earlier))
                {
                    order.Add(property.Name);
                    properties[property.Name] = property;
                }
                else
                    properties[property.Name] = Combine(earlier, property);
            }
        }

        PropertyShape Combine(PropertyShape earlier, PropertyShape later)
        {
            bool required = earlier.Required || later.Required;
            if (earlier.Shape.Key == later.Shape.Key || IsFree(later.Shape))
                return earlier with { Required = required };

            // A constant or an enum says more than the string that it narrows.
            if (IsFree(earlier.Shape) || context.Resolve(later.Shape) is EnumShape && context.Resolve(earlier.Shape) is EnumShape or PrimitiveShape { Kind: TypeKind.String })
                return later with { Required = required };

            if (context.Resolve(earlier.Shape) is EnumShape && context.Resolve(later.Shape) is PrimitiveShape { Kind: TypeKind.String })
                return earlier with { Required = required };

            context.Report(Descriptors.ConflictingAllOf.Id, pointer["allOf"], $"'{later.Name}' is declared twice, differently", "the later declaration is");
            return later with { Required = required };
        }
    }
}
