using System.Globalization;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Types;

/// <summary>Names the inline members of a union.</summary>
internal static class UnionCases
{
    /// <summary>Before the name of a property, the source of a word that is the property's constant.</summary>
    private const string ConstantKind = "property ";

    /// <summary>The last word in the name of each member: its first unique word in the document, or else the name of a property that only it has, its first word, or its number.</summary>
    public static IReadOnlyList<string> Names(UnionShape union, ParseContext context)
    {
        List<List<(string Kind, string Word)>> words = [.. union.Members.Select(m => Words(m).ToList())];
        Dictionary<(string Kind, string Word), int> counts = words.SelectMany(w => w.Distinct()).GroupBy(w => (w.Kind, w.Word.ToUpperInvariant())).ToDictionary(g => g.Key, g => g.Count());
        Dictionary<string, int> properties = union.Members.Select(context.Resolve).OfType<ObjectShape>().SelectMany(o => o.Properties).GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var names = new List<string>(words.Count);
        for (int i = 0; i < words.Count; i++)
        {
            names.Add(words[i].Find(w => counts[(w.Kind, w.Word.ToUpperInvariant())] == 1).Word
                ?? Property(union.Members[i] as ObjectShape, properties)
                ?? words[i].Select(w => w.Word).FirstOrDefault()
                ?? "Case" + (i + 1).ToString(CultureInfo.InvariantCulture));
        }

        return names;
    }

    /// <summary>A key for each member. It depends neither on the order of the document nor, unless two members look the same, on the other members.</summary>
    public static IReadOnlyList<string> Keys(UnionShape union)
    {
        List<string> keys = [.. union.Members.Select(Key)];
        Dictionary<string, int> counts = keys.GroupBy(k => k, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return [.. keys.Select((key, i) => counts[key] == 1 ? key : key + "~" + StableHash.Of(Describe(union.Members[i])).ToString("x8", CultureInfo.InvariantCulture))];
    }

    /// <summary>What tells a member from others: its constants, its own name, or else the properties that it requires.</summary>
    private static string Key(Shape member)
    {
        const int MaxWords = 3;
        string[] constants = First(Words(member).Where(w => w.Kind.StartsWith(ConstantKind, StringComparison.Ordinal)).Select(w => w.Word));
        string[] required = First((member as ObjectShape)?.Properties.Where(p => p.Required).Select(p => p.Name) ?? []);
        return member switch
        {
            _ when constants.Length > 0 => string.Join("+", constants),
            ObjectShape { Name: { } name } => name,
            _ when required.Length > 0 => string.Join("+", required),
            DeclaredShape declared when InlineTypes.Title(declared) is { } title => title,
            ListShape => "array",
            EnumShape { Kind: var kind } => kind == TypeKind.StringEnum ? "string" : "number",
            ObjectShape { Properties: var properties } => string.Join("+", First(properties.Select(p => p.Name))),
            _ => "object",
        };

        static string[] First(IEnumerable<string> words) => [.. words.OrderBy(w => w, StringComparer.Ordinal).Take(MaxWords)];
    }

    /// <summary>The parts of a member, in an order that does not depend on the document.</summary>
    private static string Describe(Shape member) => member switch
    {
        ObjectShape { Properties: var properties } => string.Join(";", properties.Select(p => p.Name + (p.Required ? "!" : ":") + DescribePart(p.Shape)).OrderBy(p => p, StringComparer.Ordinal)),
        ListShape list => "[" + DescribePart(list.Item),
        MapShape map => "{" + DescribePart(map.Value),
        _ => DescribePart(member),
    };

    private static string DescribePart(Shape part) => part switch
    {
        ReferenceShape reference => reference.Id,
        PrimitiveShape primitive => primitive.Kind.ToString(),
        EnumShape @enum => string.Join(",", @enum.Values.OrderBy(v => v, StringComparer.Ordinal)),
        _ => part.GetType().Name,
    };

    /// <summary>The words for a member in the document, with their source: its name, its title, the values of its constants.</summary>
    private static IEnumerable<(string Kind, string Word)> Words(Shape member)
    {
        if (member is ObjectShape { Name: { } name })
            yield return ("", Identifiers.Pascal(name));
        if (member is DeclaredShape declared && InlineTypes.Title(declared) is { } title)
            yield return ("title", title);
        if (member is EnumShape { Kind: var kind })
            yield return ("kind", kind == TypeKind.StringEnum ? "Text" : "Number");
        foreach (PropertyShape property in (member as ObjectShape)?.Properties ?? [])
        {
            if (property.Shape is EnumShape constant && ObjectSchemaParser.IsConstant(constant) && Word(constant.Values[0]) is { } word)
                yield return (ConstantKind + property.Name, word);
        }
    }

    /// <summary>The first property that only this member has, required properties first.</summary>
    private static string? Property(ObjectShape? member, Dictionary<string, int> properties)
        => member?.Properties.Where(p => properties[p.Name] == 1).OrderBy(p => !p.Required).FirstOrDefault() is { } own ? Word(own.Name) : null;

    /// <summary>The text as a name, if it starts with a letter and is not a sentence.</summary>
    private static string? Word(string text)
    {
        const int MaxLength = 60;
        return text.Length <= MaxLength && Identifiers.Pascal(text).TrimStart('_') is { Length: > 0 } word && char.IsLetter(word[0]) ? word : null;
    }
}
