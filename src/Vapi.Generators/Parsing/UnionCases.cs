using System.Globalization;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>What the inline members of a union are called.</summary>
internal static class UnionCases
{
    /// <summary>The last word in the name of a member: what the document calls it, what only it has, or else its number.</summary>
    public static string Name(UnionShape union, int index, ParseContext context)
    {
        Shape member = union.Members[index];
        return member switch
        {
            ObjectShape { Name: { } name } => Identifiers.Pascal(name),
            DeclaredShape declared when InlineTypes.Title(declared) is { } title => title,
            EnumShape { Kind: TypeKind.StringEnum } => "Text",
            EnumShape => "Number",
            ObjectShape own when (Constant(own) ?? Property(own, union, context)) is { } word => word,
            _ => "Case" + (index + 1).ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The value of its first constant.</summary>
    private static string? Constant(ObjectShape member)
        => member.Properties.Select(p => p.Shape).OfType<EnumShape>().FirstOrDefault(ObjectParser.IsConstant) is { } tag
            && Identifiers.Pascal(tag.Values[0]).TrimStart('_') is { Length: > 0 } word && char.IsLetter(word[0]) ? word : null;

    /// <summary>The first property that only it has, a required one before others.</summary>
    private static string? Property(ObjectShape member, UnionShape union, ParseContext context)
    {
        List<ObjectShape> others = [.. union.Members.Where(m => !ReferenceEquals(m, member)).Select(context.Resolve).OfType<ObjectShape>()];
        string? own = member.Properties.Where(p => others.TrueForAll(o => o.Find(p.Name) is null)).OrderBy(p => !p.Required).FirstOrDefault()?.Name;
        return own is not null && Identifiers.Pascal(own) is var word && char.IsLetter(word[0]) ? word : null;
    }
}
