using System.Globalization;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Reading.Limits;
using Vapi.Generators.Reading.Trees;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>The intersection of two shapes: the values that both schemas of an <c>allOf</c> accept.</summary>
internal sealed class ShapeIntersection(ParseContext context, DocumentPointer pointer)
{
    /// <summary>The maximum depth of an intersection. It stops the recursion of schemas that reference themselves.</summary>
    private const int MaxDepth = 8;

    private readonly Levels _levels = new(MaxDepth);

    /// <summary>The maximum number of members of a union that is the product of other unions.</summary>
    private const int MaxMembers = 1_000;

    /// <summary>Whether the result is too large to generate. JsonElement is then generated instead.</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>Whether the members of a union are being compared with another shape. A member with different constants does not match.</summary>
    private bool _isChoosing;

    /// <summary>The shape of the values that both shapes accept; null if they conflict. The result is nullable if either shape is, because documents declare this on one part and mean the whole.</summary>
    public Shape? Of(Shape first, Shape second)
    {
        if (first.Key == second.Key || IsFree(context.Resolve(second)))
            return Nullable(first, context.Resolve(second));
        if (IsTooMuch || IsFree(context.Resolve(first)) || !_levels.TryEnter())
            return Nullable(second, context.Resolve(first));

        Shape? common = (context.Resolve(first), context.Resolve(second)) switch
        {
            (UnionShape union, var other) => Distribute(union, other, first),
            (var other, UnionShape union) => Distribute(union, other, second),
            (ObjectShape one, ObjectShape two) => Merge(one, two) is not { } merged ? null : IsSame(merged, one) ? first : IsSame(merged, two) ? second : merged,
            (ObjectShape one, MapShape map) => AddValue(one, map) ?? first,
            (MapShape map, ObjectShape two) => AddValue(two, map) ?? second,
            (MapShape one, MapShape two) => Of(one.Value, two.Value) is { } value ? new MapShape(value) : null,
            (ListShape one, ListShape two) => Of(one.Item, two.Item) is { } item ? item.Key == one.Item.Key ? first : item.Key == two.Item.Key ? second : new ListShape(item) : null,
            (EnumShape one, EnumShape two) when one.Kind == two.Kind => Listed(one, two, first, second),
            (EnumShape listed, PrimitiveShape { Kind: var kind }) when IsOfKind(listed.Kind, kind) => first,
            (PrimitiveShape { Kind: var kind }, EnumShape listed) when IsOfKind(listed.Kind, kind) => second,
            (EnumShape listed, PrimitiveShape { Kind: var kind }) => Respell(listed, kind),
            (PrimitiveShape { Kind: var kind }, EnumShape listed) => Respell(listed, kind),
            (PrimitiveShape one, PrimitiveShape two) when Narrowness(one.Kind, two.Kind) is { } narrowness => narrowness <= 0 ? first : second,
            _ => null,
        };
        _levels.Leave();
        return common is null ? null : Nullable(common, first.Nullable ? first : second);
    }

    /// <summary>Any JSON, or any object: such a shape restricts nothing.</summary>
    public static bool IsFree(Shape shape) => shape is PrimitiveShape { Kind: TypeKind.Element } or MapShape { Value: PrimitiveShape { Kind: TypeKind.Element } };

    /// <summary>Whether a shape is already known. It is not known for a schema that is still being parsed, for example because it contains itself.</summary>
    public bool IsKnown(Shape shape) => context.Resolve(shape) is not ReferenceShape;

    /// <summary>One class with the properties of both. A property of both is the intersection of the declarations, or the later one if they conflict.</summary>
    private ObjectShape? Merge(ObjectShape first, ObjectShape second)
    {
        if (_isChoosing && second.Properties.Any(two => first.Find(two.Name) is { } one && Excludes(one.Shape, two.Shape)))
            return null;
        if (!TrySpend(first.Properties.Count + second.Properties.Count))
            return second;

        List<PropertyShape> properties = [.. first.Properties];
        foreach (PropertyShape property in second.Properties)
        {
            int index = first.IndexOf(property.Name);
            if (index < 0)
                properties.Add(property);
            else
                properties[index] = Combine(properties[index], property);
        }

        return new ObjectShape(properties, second.Schema, second.Pointer) { AdditionalValue = CommonValue(first.AdditionalValue, second.AdditionalValue) };
    }

    /// <summary>A class whose additional properties have the type of the map; null if the class already says so.</summary>
    private ObjectShape? AddValue(ObjectShape shape, MapShape map)
    {
        Shape? common = CommonValue(shape.AdditionalValue, map.Value);
        return common?.Key == shape.AdditionalValue?.Key ? null : new ObjectShape(shape.Properties, shape.Schema, shape.Pointer) { AdditionalValue = common };
    }

    private Shape? CommonValue(Shape? first, Shape? second) => first is null ? second : second is null ? first : Of(first, second) ?? second;

    /// <summary>Whether two classes have the same properties in any order. Computing keys is expensive, and most shapes are the same object.</summary>
    private static bool IsSame(ObjectShape one, ObjectShape two) => one.Properties.Count == two.Properties.Count && one.AdditionalValue?.Key == two.AdditionalValue?.Key
        && one.Properties.All(p => two.Find(p.Name) is { } other && other.Required == p.Required && other.ReadOnly == p.ReadOnly && (ReferenceEquals(other.Shape, p.Shape) || other.Shape.Key == p.Shape.Key));

    private bool Excludes(Shape first, Shape second)
        => (context.Resolve(first), context.Resolve(second)) is (EnumShape { Open: false } one, EnumShape { Open: false } two) && one.Kind == two.Kind && !one.Values.Intersect(two.Values).Any();

    private PropertyShape Combine(PropertyShape first, PropertyShape second)
    {
        Shape? common = Of(first.Shape, second.Shape);
        if (common is null && IsKnown(first.Shape) && IsKnown(second.Shape))
            context.Report(Descriptors.ConflictingAllOf.Id, pointer["allOf"], $"'{second.Name}' is declared twice with different types", "the later declaration");

        // A later description replaces an earlier one.
        bool isFirst = common?.Key == first.Shape.Key;
        return (isFirst ? first : second) with
        {
            Shape = common ?? second.Shape,
            Required = first.Required || second.Required,
            ReadOnly = first.ReadOnly || second.ReadOnly,
            Schemas = isFirst && second.Schemas[0].Description is null ? Join(first.Schemas, second.Schemas) : Join(second.Schemas, first.Schemas),
        };
    }

    /// <summary>The schemas of both, each once.</summary>
    private static IReadOnlyList<IOpenApiSchema> Join(IReadOnlyList<IOpenApiSchema> first, IReadOnlyList<IOpenApiSchema> second)
    {
        List<IOpenApiSchema> more = [.. second.Where(s => !first.Contains(s))];
        return more.Count == 0 ? first : [.. first, .. more];
    }

    /// <summary>The intersections of the matching members with the other shape.</summary>
    private Shape? Distribute(UnionShape union, Shape other, Shape original)
    {
        var members = new List<Shape>();
        bool wasChoosing = _isChoosing;
        _isChoosing = true;
        foreach (Shape member in union.Members)
        {
            if (members.Count > MaxMembers || !TrySpend(1))
            {
                IsTooMuch = true;
                break;
            }

            Shape? common = Of(member, other) ?? (Restricts(other, context.Resolve(member)) ? null : member);
            if (common is null)
                continue;

            // The intersection of a member is named after the member.
            members.AddRange((common, member) switch
            {
                (UnionShape inner, _) => inner.Members,
                (ObjectShape merged, ReferenceShape reference) => [merged with { Name = reference.Id }],
                _ => [common],
            });
        }

        _isChoosing = wasChoosing;
        return members.Count switch
        {
            0 => null,
            1 => members[0],
            _ when members.Select(m => m.Key).SequenceEqual(union.Members.Select(m => m.Key)) => original,
            _ => new UnionShape(members, union.Discriminator, union.Schema, union.Pointer),
        };
    }

    /// <summary>JSON Schema 2020-12, 6: a keyword for objects or arrays does not restrict other values, unless the type is also declared.</summary>
    private static bool Restricts(Shape shape, Shape member) => shape switch
    {
        ObjectShape { Schema.Type: null } => member is ObjectShape or MapShape,
        ListShape { IsImplied: true } => member is ListShape,
        _ => true,
    };

    /// <summary>The values that both list; null if there are none.</summary>
    private static Shape? Listed(EnumShape one, EnumShape two, Shape first, Shape second)
    {
        var known = new HashSet<string>(one.Values, StringComparer.Ordinal);
        List<int> common = [.. Enumerable.Range(0, two.Values.Count).Where(i => known.Contains(two.Values[i]))];
        if (common.Count == 0)
            return null;
        if (common.Count == two.Values.Count)
            return second;

        return common.Count == one.Values.Count
            ? first
            : new EnumShape(two.Kind, [.. common.Select(i => two.Values[i])], two.Names is { } names ? [.. common.Select(i => names[i])] : null, two.Schema, two.Pointer);
    }

    /// <summary>Converts values of another kind to a type, like <see cref="SchemaValues"/> within one schema; null if one of them does not match.</summary>
    private static Shape? Respell(EnumShape listed, TypeKind kind)
    {
        bool isText = listed.Kind == TypeKind.StringEnum;
        return kind switch
        {
            TypeKind.String => As(TypeKind.StringEnum),
            TypeKind.Boolean when isText && listed.Values.All(v => v is "true" or "false") => listed.Values.Count == 1 ? As(TypeKind.Boolean) : new PrimitiveShape(TypeKind.Boolean),
            TypeKind.Int32 or TypeKind.Int64 when isText && listed.Values.All(v => long.TryParse(v, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) => As(TypeKind.Int64Enum),
            TypeKind.Single or TypeKind.Double or TypeKind.Decimal when isText && listed.Values.All(SchemaValues.IsNumber) => As(TypeKind.DoubleEnum),
            _ => null,
        };

        EnumShape As(TypeKind other) => new(other, listed.Values, listed.Names, listed.Schema, listed.Pointer);
    }

    private bool TrySpend(int parts)
    {
        IsTooMuch |= !context.TrySpend(parts, pointer);
        return !IsTooMuch;
    }

    private static bool IsOfKind(TypeKind listed, TypeKind kind) => listed switch
    {
        TypeKind.StringEnum => kind == TypeKind.String,
        TypeKind.Boolean => kind == TypeKind.Boolean,
        _ => kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal,
    };

    /// <summary>Negative if the first kind has fewer values, positive if the second has fewer; null if they have no values in common.</summary>
    private static int? Narrowness(TypeKind first, TypeKind second)
    {
        TypeKind[] numbers = [TypeKind.Int32, TypeKind.Int64, TypeKind.Single, TypeKind.Double, TypeKind.Decimal];
        (int one, int two) = (Array.IndexOf(numbers, first), Array.IndexOf(numbers, second));
        return one >= 0 && two >= 0 ? one - two
            : second == TypeKind.String && IsText(first) ? -1
            : first == TypeKind.String && IsText(second) ? 1
            : null;
    }

    private static bool IsText(TypeKind kind)
        => kind is TypeKind.String or TypeKind.DateTime or TypeKind.Date or TypeKind.Time or TypeKind.Duration or TypeKind.Guid or TypeKind.Uri or TypeKind.Bytes or TypeKind.File;

    private static Shape Nullable(Shape shape, Shape other) => other.Nullable && !shape.Nullable ? shape with { Nullable = true } : shape;
}
