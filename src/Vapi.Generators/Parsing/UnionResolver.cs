using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>Decides how a reader tells the cases of a union apart (product section 4).</summary>
internal static class UnionResolver
{
    public static UnionResolutionModel Resolve(UnionShape union, List<Shape> members, TypeParser types, ParseContext context)
    {
        List<Shape> shapes = [.. members.Select(context.Resolve)];
        List<int> objects = [.. Indexes(i => shapes[i] is ObjectShape or MapShape or ReferenceShape)];
        (string Name, List<UnionTagModel> Tags)? tag = ExplicitTag(union, members, shapes, objects, context) ?? ImplicitTag(shapes, objects, context);
        List<int> untagged = tag is { Name: { } name } ? objects.FindAll(i => !Requires(shapes[i], name)) : objects.Count > 1 ? objects : [];
        return new UnionResolutionModel
        {
            StringCase = Case(JsonKinds.String),
            NumberCase = Case(JsonKinds.Number),
            BooleanCase = Case(JsonKinds.Boolean),
            ArrayCases = ArrayCases([.. Indexes(i => shapes[i] is ListShape)], shapes, context),
            ObjectCases = objects.ToEquatableArray(),
            TagName = tag?.Name,
            OtherCase = union.Discriminator?.DefaultMapping is { } other && context.ResolveId(other) is { } id ? members.FindIndex(m => m is ReferenceShape reference && reference.Id == id) : -1,
            Tags = (tag?.Tags ?? []).ToEquatableArray(),
            Members = UnionMatching.Describe(union, members, shapes, untagged, types, context).ToEquatableArray(),
        };

        IEnumerable<int> Indexes(Func<int, bool> isMatch) => Enumerable.Range(0, shapes.Count).Where(isMatch);

        int Case(JsonKinds kind) => Indexes(i => UnionMatching.KindsOf(shapes[i], context).HasFlag(kind)).DefaultIfEmpty(-1).First();
    }

    /// <summary>Arrays are told apart by their first item; arrays of arrays by the first item of that.</summary>
    private static EquatableArray<UnionArrayModel> ArrayCases(List<int> cases, List<Shape> shapes, ParseContext context)
    {
        List<List<JsonKinds>> kinds = [.. cases.Select(c => UnionMatching.KindsOfLevels(shapes[c], context))];
        int depth = 1;
        while (depth < kinds.Select(k => k.Count).DefaultIfEmpty(0).Max() && Enumerable.Range(0, kinds.Count).Any(i => kinds.Take(i).Any(k => Overlap(k, kinds[i]))))
            depth++;

        return cases.Select((c, i) => new UnionArrayModel { Case = c, Kinds = kinds[i].Take(depth).Select(k => (int)k).ToEquatableArray() }).ToEquatableArray();

        bool Overlap(List<JsonKinds> one, List<JsonKinds> two) => Enumerable.Range(0, depth).All(level => level >= one.Count || level >= two.Count || (one[level] & two[level] & ~JsonKinds.EmptyArray) != 0);
    }

    /// <summary>The mapping of the document, corrected and completed by the members' own constants, then by the names of their schemas (OpenAPI 3.0, Discriminator Object).</summary>
    private static (string Name, List<UnionTagModel> Tags)? ExplicitTag(UnionShape union, List<Shape> members, List<Shape> shapes, List<int> objects, ParseContext context)
    {
        if (union.Discriminator is not { PropertyName: { Length: > 0 } name } || objects.Count < 2)
            return null;

        var tags = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (int member in objects)
        {
            foreach (string value in Values(shapes[member], name, context) ?? [])
            {
                // A base reads what derives from it as well as that does itself.
                if (tags.TryGetValue(value, out int other) && shapes[other] is ObjectShape { Id: not null } && shapes[member] is ObjectShape { Id: not null })
                    continue;
                if (tags.ContainsKey(value))
                    return null;

                tags.Add(value, member);
            }
        }

        foreach (KeyValuePair<string, Microsoft.OpenApi.OpenApiSchemaReference> entry in union.Discriminator.Mapping ?? new Dictionary<string, Microsoft.OpenApi.OpenApiSchemaReference>())
        {
            if (entry.Value.UnresolvedReference)
                context.Report(Descriptors.UnresolvedReference.Id, union.Pointer["discriminator"]["mapping"][entry.Key], ReferenceParser.Name(entry.Value.Reference), $"the value '{entry.Key}' is read as an unknown member");

            int member = members.FindIndex(m => m is ReferenceShape reference && reference.Id == context.ResolveId(entry.Value));
            if (member >= 0 && !tags.ContainsKey(entry.Key) && Values(shapes[member], name, context) is null or { Count: > 1 })
                tags.Add(entry.Key, member);
        }

        foreach (int member in objects)
        {
            if (!tags.ContainsValue(member) && members[member] is ReferenceShape reference && !tags.ContainsKey(reference.Id))
                tags.Add(reference.Id, member);
        }

        return objects.TrueForAll(tags.ContainsValue) ? (name, [.. tags.Select(t => new UnionTagModel { Value = t.Key, Case = t.Value })]) : null;
    }

    /// <summary>The first property that lists its values in every object, no value in two of them.</summary>
    private static (string Name, List<UnionTagModel> Tags)? ImplicitTag(List<Shape> shapes, List<int> objects, ParseContext context)
    {
        if (objects.Count < 2 || shapes[objects[0]] is not ObjectShape first)
            return null;

        foreach (PropertyShape property in first.Properties)
        {
            var tags = new Dictionary<string, int>(StringComparer.Ordinal);
            if (objects.TrueForAll(member => Values(shapes[member], property.Name, context) is { } values && values.TrueForAll(value => Take(tags, value, member))))
                return (property.Name, [.. tags.Select(t => new UnionTagModel { Value = t.Key, Case = t.Value })]);
        }

        return null;

        static bool Take(Dictionary<string, int> tags, string value, int member)
        {
            if (tags.ContainsKey(value))
                return false;

            tags.Add(value, member);
            return true;
        }
    }

    private static bool Requires(Shape shape, string property) => shape is ObjectShape @object && @object.Properties.Any(p => p.Name == property && p.Required);

    /// <summary>The listed values of a string property; null when it lists none. Of a class among others that derive from each other, those of the tag that mean it or one derived from it.</summary>
    public static List<string>? Values(Shape shape, string property, ParseContext context)
    {
        if (shape is not ObjectShape @object)
            return null;
        if (@object.Id is { } id && context.Inheritance.TagOf(id) == property)
            return [.. context.DerivedOf(@object).Append(@object).SelectMany(s => context.Inheritance.TagValues(s.Id!)).Distinct()];

        return @object.Properties.FirstOrDefault(p => p.Name == property) is { } found && context.Resolve(found.Shape) is EnumShape { Kind: TypeKind.StringEnum, Open: false } values
            ? [.. values.Values]
            : null;
    }
}
