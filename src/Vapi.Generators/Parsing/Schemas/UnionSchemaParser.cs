using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>Converts schemas with alternatives to unions, or to a simpler type if all alternatives are one type.</summary>
internal static class UnionSchemaParser
{
    public static Shape ParseShape(IOpenApiSchema schema, IList<IOpenApiSchema> alternatives, DocumentPointer pointer, ParseContext context)
    {
        if (NumericText.Find(alternatives) is { } number)
            return number;

        DocumentPointer parts = pointer[alternatives == schema.OneOf ? "oneOf" : "anyOf"];
        return Unite(alternatives.Select((a, i) => SchemaParser.Parse(a, parts[i], context)), schema.Discriminator, schema, pointer, context);
    }

    /// <summary>Several types in one schema. Microsoft.OpenApi converts a <c>oneOf</c> whose members only have types to this form.</summary>
    public static Shape ParseTypes(IOpenApiSchema schema, JsonSchemaType types, DocumentPointer pointer, ParseContext context)
    {
        IEnumerable<Shape> members = ((JsonSchemaType[])Enum.GetValues(typeof(JsonSchemaType)))
            .Where(t => t != JsonSchemaType.Null && types.HasFlag(t))
            .Select(t => t switch
            {
                JsonSchemaType.Array => new ListShape(schema.Items is { } items ? SchemaParser.Parse(items, pointer["items"], context) : PrimitiveShape.Any),
                JsonSchemaType.Object => new MapShape(PrimitiveShape.Any),
                _ => (Shape)new PrimitiveShape(PrimitiveTypes.Find(t, schema.Format)),
            });
        return Unite(members, null, schema, pointer, context);
    }

    public static Shape Unite(IEnumerable<Shape> alternatives, OpenApiDiscriminator? discriminator, IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        List<Shape> members = [];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        bool nullable = false;
        bool any = false;
        var open = new Stack<Shape>(alternatives.Reverse());
        var opened = new HashSet<string>(StringComparer.Ordinal);
        bool isTooMuch = false;
        while (open.Count > 0 && !isTooMuch)
        {
            Add(open.Pop());
            isTooMuch = !context.TrySpend(1, pointer);
        }

        Collapse(members, IsText, texts => UniteTexts(texts, schema, pointer, context), context);
        Collapse(members, IsNumber, numbers => UniteNumbers(numbers, schema, pointer, context), context);

        isTooMuch |= members.Count == 1 && members[0] is EnumShape { Values.Count: var values } && !context.TrySpend(values, pointer);
        Shape result = (members.Count, any) switch
        {
            _ when isTooMuch => PrimitiveShape.Any,
            (0, _) => PrimitiveShape.Any,
            (1, false) => members[0],
            _ => new UnionShape([.. members.Select(m => Settle(m, context))], discriminator, schema, pointer),
        };
        return nullable ? result with { Nullable = true } : result;

        // Nested unions are flattened, null and duplicates are removed. "Any JSON" is the unknown case of every union.
        void Add(Shape shape)
        {
            Shape resolved = context.Resolve(shape);
            nullable |= resolved.Nullable;
            switch (resolved)
            {
                case UnionShape union:
                    // Unions can contain each other: members that were already added are skipped.
                    if (shape is ReferenceShape reference && !opened.Add(reference.Id))
                        break;
                    foreach (Shape member in union.Members.Reverse())
                        open.Push(member);
                    break;
                case PrimitiveShape { Kind: TypeKind.Element }:
                    any |= !resolved.Nullable;
                    break;
                case ReferenceShape self when IsAlternative(context.Schemas[self.Id]):
                    // A union that contains itself adds no new members.
                    any = true;
                    break;
                default:
                    Shape own = resolved is ObjectShape or EnumShape or ReferenceShape ? shape : resolved;
                    if (keys.Add(own.Structure))
                        members.Add(own.Nullable ? own with { Nullable = false } : own);
                    break;
            }
        }
    }

    /// <summary>Whether a schema will not become a class, but a union or another type.</summary>
    private static bool IsAlternative(IOpenApiSchema? schema) => schema is OpenApiSchemaReference or null || SchemaParser.Alternatives(schema).Length > 0;

    /// <summary>Replaces all members of a kind with one, at the position of the first.</summary>
    private static void Collapse(List<Shape> members, Func<Shape, bool> isKind, Func<List<Shape>, Shape> unite, ParseContext context)
    {
        List<Shape> same = members.FindAll(m => isKind(context.Resolve(m)));
        if (same.Count < 2)
            return;

        int first = members.IndexOf(same[0]);
        members.RemoveAll(new HashSet<Shape>(same).Contains);
        members.Insert(first, unite(same));
    }

    private static bool IsText(Shape shape) => shape is EnumShape { Kind: TypeKind.StringEnum }
        or PrimitiveShape { Kind: TypeKind.String or TypeKind.DateTime or TypeKind.Date or TypeKind.Time or TypeKind.Duration or TypeKind.Guid or TypeKind.Uri or TypeKind.Bytes or TypeKind.File };

    private static bool IsNumber(Shape shape) => shape is EnumShape { Kind: TypeKind.Int64Enum or TypeKind.DoubleEnum }
        or PrimitiveShape { Kind: TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal };

    /// <summary>Combines a string and enums of strings into one open enum with all values.</summary>
    private static Shape UniteTexts(List<Shape> texts, IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        List<Shape> enums = texts.FindAll(t => context.Resolve(t) is EnumShape);
        return enums.Count switch
        {
            0 => new PrimitiveShape(TypeKind.String),
            1 => enums[0] is EnumShape inline ? inline with { Open = true } : enums[0],
            _ => MergeEnums(TypeKind.StringEnum, enums, schema, pointer, context) with { Open = enums.Count < texts.Count },
        };
    }

    private static Shape UniteNumbers(List<Shape> numbers, IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        bool whole = numbers.All(n => context.Resolve(n) is EnumShape { Kind: TypeKind.Int64Enum } or PrimitiveShape { Kind: TypeKind.Int32 or TypeKind.Int64 });
        List<Shape> enums = numbers.FindAll(n => context.Resolve(n) is EnumShape);
        return enums.Count == 0
            ? new PrimitiveShape(whole ? TypeKind.Int64 : numbers.Any(n => n is PrimitiveShape { Kind: TypeKind.Decimal }) ? TypeKind.Decimal : TypeKind.Double)
            : MergeEnums(whole ? TypeKind.Int64Enum : TypeKind.DoubleEnum, enums, schema, pointer, context);
    }

    private static EnumShape MergeEnums(TypeKind kind, List<Shape> enums, IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        var members = new Dictionary<string, (string? Name, string? Summary)>(StringComparer.Ordinal);
        foreach (EnumShape shape in enums.Select(context.Resolve).Cast<EnumShape>())
        {
            // The title of a constant is its name.
            bool isConstant = shape.Values.Count == 1;
            for (int i = 0; i < shape.Values.Count; i++)
            {
                if (!members.ContainsKey(shape.Values[i]))
                    members.Add(shape.Values[i], (shape.Names?[i] ?? (isConstant ? shape.Schema.Title : null), shape.Summaries?[i] ?? (isConstant ? shape.Schema.Description : null)));
            }
        }

        return new EnumShape(kind, [.. members.Keys], members.Values.Any(m => m.Name is not null) ? [.. members.Values.Select(m => m.Name)] : null, schema, pointer)
        {
            Summaries = members.Values.Any(m => m.Summary is not null) ? [.. members.Values.Select(m => m.Summary)] : null,
        };
    }

    /// <summary>In a union with other kinds, a string that is not a valid date would match no case. So such a member is a plain string.</summary>
    private static Shape Settle(Shape member, ParseContext context)
        => context.Resolve(member) is PrimitiveShape { Kind: not TypeKind.String } primitive && IsText(primitive) ? new PrimitiveShape(TypeKind.String) : member;
}
