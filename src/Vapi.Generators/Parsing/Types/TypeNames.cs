using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Types;

/// <summary>What names of inline types are made of, and which is better.</summary>
internal static class TypeNames
{
    /// <summary>Below zero where the first of two names is better: the shorter one, or the first in order.</summary>
    public static int Compare(string name, string other) => name.Length == other.Length ? string.CompareOrdinal(name, other) : name.Length - other.Length;

    /// <summary>The last word in the name of an inline member of a union.</summary>
    public static string OfCase(Shape member, int index) => member switch
    {
        ObjectShape { Name: { } name } => Identifiers.Pascal(name),
        EnumShape { Kind: TypeKind.StringEnum } => "Text",
        EnumShape => "Number",
        ObjectShape { Properties: var properties } when properties.Select(p => p.Shape).OfType<EnumShape>().FirstOrDefault(ObjectSchemaParser.IsConstant) is { } tag
            => Identifiers.Pascal(tag.Values[0]).TrimStart('_'),
        ListShape => "Item",
        MapShape => "Value",
        _ => "Case" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>A title that is a name, not a sentence.</summary>
    public static bool IsUsable(string title) => title.Length <= 60 && title.Any(char.IsLetter) && !title.Any(c => c is '.' or ',' or ';' or ':' or '!' or '?' or '`' or '\n');
}
