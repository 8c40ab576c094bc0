using System.Security.Cryptography;
using System.Text;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Types;

/// <summary>Names the values of an enum. The names do not depend on the order of the values.</summary>
internal static class EnumNames
{
    public static IReadOnlyList<string> Choose(EnumShape shape, string name, ParseContext context)
    {
        var scope = new NameScope([name, .. EnumParser.ReservedMembers]);
        DocumentPointer pointer = shape.Pointer["enum"];
        List<string> wanted = [.. shape.Values.Select((v, i) => shape.Names?[i] is { } own ? Identifiers.Pascal(own) : Identifiers.Value(v))];
        string[] names = new string[wanted.Count];
        var taken = new HashSet<string>(wanted, StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, int> same in Enumerable.Range(0, names.Length).GroupBy(i => wanted[i], StringComparer.OrdinalIgnoreCase))
        {
            if (same.Count() == 1)
            {
                names[same.First()] = same.Key;
                continue;
            }

            // The plain name goes to the value without special characters, or among several of them, to the last in ordinal order, which is the one in lowercase.
            List<int> ordered = [.. same.OrderBy(i => Identifiers.SpelledValue(shape.Values[i]) != wanted[i]).ThenByDescending(i => shape.Values[i], StringComparer.Ordinal)];
            names[ordered[0]] = wanted[ordered[0]];
            foreach (int i in ordered.Skip(1))
                names[i] = Distinct(shape.Values[i], wanted[i]).First(taken.Add);
        }

        string?[]? locked = MemberNames.TakeLocked(name, scope, shape.Values, context);
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = locked?[i] ?? scope.Claim(names[i]);
            if (locked?[i] is null && names[i] != wanted[i])
                context.Report(Descriptors.NameChanged.Id, pointer, shape.Values[i], names[i], wanted[i]);
        }

        MemberNames.List(name, names.Select((n, i) => (shape.Values[i], wanted[i], n)), context);
        return names;
    }

    /// <summary>Names that distinguish a value from others with the same name: with its punctuation spelled out, its case, or a part of its hash.</summary>
    private static IEnumerable<string> Distinct(string value, string wanted)
    {
        yield return Identifiers.SpelledValue(value);
        yield return wanted + (!value.Any(char.IsLower) ? "Upper" : !value.Any(char.IsUpper) ? "Lower" : "Mixed");

        using SHA256 sha = SHA256.Create();
        string hash = string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(value)).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        for (int length = 4; length <= hash.Length; length++)
            yield return wanted + "_" + hash.Substring(0, length);
    }
}
