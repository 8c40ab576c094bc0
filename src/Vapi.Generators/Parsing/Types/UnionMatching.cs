using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Types;

/// <summary>Describes the objects of a union without a tag. The reader compares a value with these descriptions (product section 4, rule 4).</summary>
internal static class UnionMatching
{
    /// <summary>The maximum nesting of arrays that is described.</summary>
    private const int MaxLevels = 8;

    /// <summary>The maximum number of comparisons to find members that cannot be distinguished. The finding is not worth more.</summary>
    private const int MaxComparisons = 10_000_000;

    /// <summary>The prefix of names in the generated code, which messages omit.</summary>
    private static readonly Regex Qualifier = new(@"global::(\w+\.)*|\w+::", RegexOptions.CultureInvariant);

    public static List<UnionMemberModel> Describe(
        UnionShape union, List<Shape> members, List<Shape> shapes, List<int> objects, TypeNamer types, ParseContext context)
    {
        ILookup<string?, string> mapped = (union.Discriminator?.Mapping ?? new Dictionary<string, OpenApiSchemaReference>()).ToLookup(m => m.Value.Reference.Id, m => m.Key);
        List<UnionMemberModel> described = KeepTellingTags([.. objects.Select(i => Describe(union, mapped, i, members[i], shapes[i], context))]);
        List<Dictionary<string, UnionPropertyModel>> properties = described.ConvertAll(m => m.Properties.ToDictionary(p => p.JsonName, StringComparer.Ordinal));
        int comparisons = 0;
        for (int later = 1; later < described.Count && comparisons < MaxComparisons; later++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            int earlier = properties.FindIndex(0, later, m => Covers(m, properties[later], ref comparisons));
            if (earlier >= 0)
                context.Report(Descriptors.IndistinguishableMembers.Id, union.Pointer, Name(later), Name(earlier));
        }

        return described;

        string Name(int index) => Qualifier.Replace(types.TypeOf(members[objects[index]]).Name, "");
    }

    /// <summary>The possible kinds of a valid value.</summary>
    public static JsonKinds KindsOf(Shape shape, ParseContext context) => KindsOf(shape, isItem: false, [], context);

    /// <summary>The possible kinds of a valid array, then those of its items if these are arrays, and so on.</summary>
    public static List<JsonKinds> KindsOfLevels(Shape array, ParseContext context)
    {
        var levels = new List<JsonKinds>();
        for (Shape level = context.Resolve(array); level is ListShape list && levels.Count < MaxLevels; level = context.Resolve(list.Item))
            levels.Add(KindsOf(level, context));

        return levels;
    }

    /// <summary>For an item that is an array, only this fact matters.</summary>
    /// <param name="seen">The unions that were looked into: some contain each other.</param>
    private static JsonKinds KindsOf(Shape shape, bool isItem, HashSet<string> seen, ParseContext context)
    {
        Shape resolved = context.Resolve(shape);
        bool isFirst = seen.Count == 0;
        if (isFirst && resolved is UnionShape { Members: var members } && context.Kinds.TryGetValue(members, out UnionKinds? known) && known.Of(isItem) is { } kindsOf)
            return resolved.Nullable ? kindsOf | JsonKinds.Null : kindsOf;
        if (resolved is UnionShape && shape is ReferenceShape { Id: var id } && !seen.Add(id))
            return JsonKinds.None;

        JsonKinds kinds = resolved switch
        {
            PrimitiveShape { Kind: TypeKind.Element } or ReferenceShape => JsonKinds.Any,
            PrimitiveShape { Kind: TypeKind.Boolean } or EnumShape { Kind: TypeKind.Boolean } => JsonKinds.Boolean,
            PrimitiveShape { Kind: TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal } => JsonKinds.Number,
            EnumShape { Kind: TypeKind.Int64Enum or TypeKind.DoubleEnum } => JsonKinds.Number,
            PrimitiveShape or EnumShape => JsonKinds.String,
            ListShape when isItem => JsonKinds.AnyArray,
            ListShape list => JsonKinds.EmptyArray | ArraysOf(KindsOf(list.Item, isItem: true, [], context)),
            UnionShape union => union.Members.Aggregate(JsonKinds.None, (all, member) => all | KindsOf(member, isItem, seen, context)),
            _ => JsonKinds.Object,
        };
        if (isFirst && resolved is UnionShape { Members: var all })
        {
            context.Kinds.TryGetValue(all, out UnionKinds? others);
            context.Kinds[all] = isItem ? new UnionKinds(others?.Own, kinds) : new UnionKinds(kinds, others?.AsItem);
        }

        return resolved.Nullable ? kinds | JsonKinds.Null : kinds;
    }

    private static UnionMemberModel Describe(UnionShape union, ILookup<string?, string> mapped, int index, Shape member, Shape shape, ParseContext context) => new()
    {
        Case = index,
        IsOpen = shape is not ObjectShape,
        Others = shape is MapShape map ? KindsOf(map.Value, context) : JsonKinds.Any,
        Properties = shape is not ObjectShape @object ? [] : @object.Properties.Select(p => WithTag(p.Shape, context, new UnionPropertyModel
        {
            JsonName = p.Name,
            Required = p.Required,
            Kinds = KindsOf(p.Shape, context),
            Values = (UnionResolver.Values(shape, p.Name, context) ?? OtherValues(p.Shape, context) ?? MappedValues(union, mapped, member, p.Name)).ToEquatableArray(),
        })).Select(p => p with { IsTag = p.JsonName == union.Discriminator?.PropertyName && p.Values.Count > 1 }).ToEquatableArray(),
    };

    /// <summary>The listed values of a number or Boolean property, as JSON; null if it lists none.</summary>
    private static IReadOnlyList<string>? OtherValues(Shape shape, ParseContext context)
        => context.Resolve(shape) is EnumShape { Kind: not TypeKind.StringEnum, Open: false } values ? values.Values : null;

    /// <summary>Adds the first property that lists its values in every object that a shape accepts, and all these values.</summary>
    private static UnionPropertyModel WithTag(Shape shape, ParseContext context, UnionPropertyModel model)
    {
        UnionTag tag = context.Resolve(shape) switch
        {
            ObjectShape @object => TagOf([@object], context),
            UnionShape { Members: var members } when context.Tags.TryGetValue(members, out UnionTag? known) => known,
            UnionShape { Members: var members } => context.Tags[members] = TagOf([.. members.Select(context.Resolve).Where(s => (KindsOf(s, context) & JsonKinds.Object) != 0)], context),
            _ => UnionTag.None,
        };
        return tag.Name is null ? model : model with { TagName = tag.Name, TagValues = tag.Values };
    }

    private static UnionTag TagOf(List<Shape> objects, ParseContext context)
    {
        foreach (PropertyShape property in (objects.FirstOrDefault() as ObjectShape)?.Properties ?? [])
        {
            if (objects.TrueForAll(o => UnionResolver.Values(o, property.Name, context) is not null))
                return new UnionTag(property.Name, objects.SelectMany(o => UnionResolver.Values(o, property.Name, context)!).Distinct().ToEquatableArray());
        }

        return UnionTag.None;
    }

    /// <summary>A tag inside a property helps only if the same property of another member has the same tag with other values.</summary>
    private static List<UnionMemberModel> KeepTellingTags(List<UnionMemberModel> members)
    {
        HashSet<string> telling = [.. members.SelectMany(m => m.Properties).Where(p => p.TagName is not null)
            .GroupBy(p => p.JsonName + "\0" + p.TagName)
            .Where(same => same.Skip(1).Any(p => !p.TagValues.Equals(same.First().TagValues)))
            .Select(same => same.Key)];
        return [.. members.Select(member => member with
        {
            Properties = member.Properties.Select(p => p.TagName is null || telling.Contains(p.JsonName + "\0" + p.TagName) ? p : p with { TagName = null, TagValues = [] }).ToEquatableArray(),
        })];
    }

    /// <summary>The discriminator values of a member that does not declare the property itself.</summary>
    private static IEnumerable<string> MappedValues(UnionShape union, ILookup<string?, string> mapped, Shape member, string property)
        => union.Discriminator?.PropertyName == property && member is ReferenceShape reference ? mapped[reference.Id] : [];

    /// <summary>Whether every valid value of the later member is also valid for the earlier one, so that it is always read as the earlier one.</summary>
    private static bool Covers(Dictionary<string, UnionPropertyModel> earlier, Dictionary<string, UnionPropertyModel> later, ref int comparisons)
    {
        foreach (UnionPropertyModel l in later.Values)
        {
            comparisons++;
            if (!earlier.TryGetValue(l.JsonName, out UnionPropertyModel? p) || (p.Kinds & l.Kinds) != l.Kinds || !Covers(p.Values, l.Values, ref comparisons) || !Covers(p.TagValues, l.TagValues, ref comparisons))
                return false;
        }

        // A lambda would cost memory in each of the many calls that end above.
        comparisons += earlier.Count;
        foreach (UnionPropertyModel e in earlier.Values)
        {
            if (e.Required && !(later.TryGetValue(e.JsonName, out UnionPropertyModel? same) && same.Required))
                return false;
        }

        return true;
    }

    private static bool Covers(EquatableArray<string> earlier, EquatableArray<string> later, ref int comparisons)
    {
        if (earlier.Count == 0 || later.Count == 0)
            return earlier.Count == later.Count;

        comparisons += earlier.Count + later.Count;
        return new HashSet<string>(earlier, StringComparer.Ordinal).IsSupersetOf(later);
    }

    private static JsonKinds ArraysOf(JsonKinds items)
    {
        JsonKinds arrays = JsonKinds.None;
        Add(JsonKinds.Null, JsonKinds.ArrayOfNull);
        Add(JsonKinds.String, JsonKinds.ArrayOfString);
        Add(JsonKinds.Number, JsonKinds.ArrayOfNumber);
        Add(JsonKinds.Boolean, JsonKinds.ArrayOfBoolean);
        Add(JsonKinds.Object, JsonKinds.ArrayOfObject);
        Add(JsonKinds.AnyArray, JsonKinds.ArrayOfArray);
        return arrays;

        void Add(JsonKinds item, JsonKinds array)
        {
            if ((items & item) != 0)
                arrays |= array;
        }
    }
}
