using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Types;

/// <summary>Decides how a reader distinguishes the cases of a union (product section 4).</summary>
internal static class UnionResolver
{
    /// <summary>The property that distinguishes the objects, and its values.</summary>
    private sealed record Tag(string Name, List<UnionTagModel> Values);

    public static UnionResolutionModel Resolve(UnionShape union, List<Shape> members, TypeNamer types, ParseContext context)
    {
        List<Shape> shapes = members.ConvertAll(context.Resolve);
        List<JsonKinds> kinds = shapes.ConvertAll(s => UnionMatching.KindsOf(s, context));
        List<int> objects = IndexesOf(s => s is ObjectShape or MapShape or ReferenceShape);
        Tag? tag = ExplicitTag(union, members, shapes, objects, context) ?? ImplicitTag(shapes, objects, context);
        int other = ReferenceParser.Default(union.Discriminator, union.Pointer, context) is { } id ? CaseOf(id, members) : -1;

        // OpenAPI 3.2: the default also applies to objects without a discriminator value.
        List<int> untagged = tag is not null && other >= 0 ? [] : tag is not null ? objects.FindAll(i => !Requires(shapes[i], tag.Name)) : objects.Count > 1 ? objects : [];
        return new UnionResolutionModel
        {
            StringCase = Case(JsonKinds.String),
            NumberCase = Case(JsonKinds.Number),
            BooleanCase = Case(JsonKinds.Boolean),
            ArrayCases = ArrayCases(IndexesOf(s => s is ListShape), shapes, context).ToEquatableArray(),
            ObjectCases = objects.ToEquatableArray(),
            TagName = tag?.Name,
            OtherCase = other,
            Tags = tag is null ? [] : tag.Values.ToEquatableArray(),
            Members = UnionMatching.Describe(union, members, shapes, untagged, types, context).ToEquatableArray(),
        };

        List<int> IndexesOf(Func<Shape, bool> isMatch)
        {
            var indexes = new List<int>();
            for (int i = 0; i < shapes.Count; i++)
            {
                if (isMatch(shapes[i]))
                    indexes.Add(i);
            }

            return indexes;
        }

        int Case(JsonKinds kind) => kinds.FindIndex(k => (k & kind) != 0);
    }

    /// <summary>The property that distinguishes the members of a union, and its values; null if not all members are objects that it distinguishes.</summary>
    public static (string Name, IReadOnlyList<UnionTagModel> Values)? FindTag(UnionShape union, ParseContext context)
    {
        List<Shape> members = [.. union.Members];
        List<Shape> shapes = members.ConvertAll(context.Resolve);
        List<int> all = [.. Enumerable.Range(0, members.Count)];
        return shapes.TrueForAll(s => s is ObjectShape) && (ExplicitTag(union, members, shapes, all, context) ?? ImplicitTag(shapes, all, context)) is { } tag ? (tag.Name, tag.Values) : null;
    }

    /// <summary>The member that is a component schema; -1 if there is none.</summary>
    private static int CaseOf(string id, List<Shape> members) => members.FindIndex(m => m is ReferenceShape reference && reference.Id == id);

    /// <summary>Arrays are distinguished by their first item; arrays of arrays by the first item of that.</summary>
    private static List<UnionArrayModel> ArrayCases(List<int> cases, List<Shape> shapes, ParseContext context)
    {
        List<List<JsonKinds>> kinds = cases.ConvertAll(c => UnionMatching.KindsOfLevels(shapes[c], context));
        int depth = 1;

        // Two of the equal ones are enough.
        List<List<JsonKinds>> distinct = cases.Count < 2 ? kinds : [.. kinds.GroupBy(k => string.Join(",", k.Select(l => (int)l))).SelectMany(g => g.Take(2))];
        while (kinds.Exists(k => k.Count > depth) && HaveOverlap(distinct, depth))
            depth++;

        var models = new List<UnionArrayModel>();
        for (int i = 0; i < cases.Count; i++)
            models.Add(new UnionArrayModel { Case = cases[i], Kinds = kinds[i].Take(depth).Select(k => (int)k).ToEquatableArray() });

        return models;
    }

    private static bool HaveOverlap(List<List<JsonKinds>> kinds, int depth)
    {
        for (int later = 1; later < kinds.Count; later++)
        {
            if (kinds.FindIndex(0, later, earlier => Overlap(earlier, kinds[later], depth)) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether two arrays can be equal down to a level.</summary>
    private static bool Overlap(List<JsonKinds> one, List<JsonKinds> two, int depth)
    {
        for (int level = 0; level < depth && level < one.Count && level < two.Count; level++)
        {
            if ((one[level] & two[level] & ~JsonKinds.EmptyArray) == 0)
                return false;
        }

        return true;
    }

    /// <summary>The mapping of the document, corrected and completed by the members' own constants, then by the names of their schemas (OpenAPI 3.0, Discriminator Object).</summary>
    private static Tag? ExplicitTag(UnionShape union, List<Shape> members, List<Shape> shapes, List<int> objects, ParseContext context)
    {
        if (union.Discriminator is not { PropertyName: { Length: > 0 } name } || objects.Count < 2)
            return null;

        var tags = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (int member in objects)
        {
            foreach (string value in Values(shapes[member], name, context) ?? [])
            {
                // The reader of a base class also reads its derived classes.
                if (tags.TryGetValue(value, out int other) && shapes[other] is ObjectShape { Id: not null } && shapes[member] is ObjectShape { Id: not null })
                    continue;
                if (tags.ContainsKey(value))
                    return null;

                tags.Add(value, member);
            }
        }

        var cases = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = members.Count - 1; i >= 0; i--)
        {
            if (members[i] is ReferenceShape reference)
                cases[reference.Id] = i;
        }

        foreach (KeyValuePair<string, OpenApiSchemaReference> entry in union.Discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>())
        {
            if (context.ResolveId(entry.Value) is not { } id)
            {
                context.Report(Descriptors.UnresolvedReference.Id, union.Pointer["discriminator"]["mapping"][entry.Key], ReferenceParser.Name(entry.Value.Reference), $"the value '{entry.Key}' is read as an unknown member");
                continue;
            }

            int member = cases.TryGetValue(id, out int found) ? found : -1;
            if (member >= 0 && !tags.ContainsKey(entry.Key) && Values(shapes[member], name, context) is null or { Count: > 1 })
                tags.Add(entry.Key, member);
        }

        var tagged = new HashSet<int>(tags.Values);
        foreach (int member in objects)
        {
            if (!tagged.Contains(member) && members[member] is ReferenceShape reference && !tags.ContainsKey(reference.Id))
            {
                tags.Add(reference.Id, member);
                tagged.Add(member);
            }
        }

        return objects.TrueForAll(tagged.Contains) ? MakeTag(name, tags) : null;
    }

    /// <summary>The first property that lists its values in every object, no value in two of them; one with a constant in every object before one with several values.</summary>
    private static Tag? ImplicitTag(List<Shape> shapes, List<int> objects, ParseContext context)
    {
        if (objects.Count < 2 || shapes[objects[0]] is not ObjectShape first)
            return null;

        Tag? found = null;
        foreach (PropertyShape property in first.Properties)
        {
            var tags = new Dictionary<string, int>(StringComparer.Ordinal);
            if (!objects.TrueForAll(member => Values(shapes[member], property.Name, context) is { } values && Take(tags, values, member)))
                continue;
            if (tags.Count == objects.Count)
                return MakeTag(property.Name, tags);

            found ??= MakeTag(property.Name, tags);
        }

        return found;
    }

    /// <summary>Adds the values of a member; false if another member has one of them.</summary>
    private static bool Take(Dictionary<string, int> tags, IReadOnlyList<string> values, int member)
    {
        foreach (string value in values)
        {
            if (tags.ContainsKey(value))
                return false;

            tags.Add(value, member);
        }

        return true;
    }

    private static Tag MakeTag(string name, Dictionary<string, int> cases)
    {
        var values = new List<UnionTagModel>(cases.Count);
        foreach (KeyValuePair<string, int> value in cases)
            values.Add(new UnionTagModel { Value = value.Key, Case = value.Value });

        return new Tag(name, values);
    }

    private static bool Requires(Shape shape, string property) => shape is ObjectShape @object && @object.Find(property) is { Required: true };

    /// <summary>The listed values of a string property; null when it lists none. For a class in a hierarchy, the discriminator values of the class and its derived classes.</summary>
    public static IReadOnlyList<string>? Values(Shape shape, string property, ParseContext context)
    {
        if (shape is not ObjectShape @object)
            return null;
        if (@object.Id is { } id && context.Inheritance.TagOf(id) == property)
            return [.. context.DerivedOf(@object).Append(@object).SelectMany(s => context.Inheritance.TagValues(s.Id!)).Distinct()];

        return @object.Find(property) is { } found && context.Resolve(found.Shape) is EnumShape { Kind: TypeKind.StringEnum, Open: false } values ? values.Values : null;
    }
}
