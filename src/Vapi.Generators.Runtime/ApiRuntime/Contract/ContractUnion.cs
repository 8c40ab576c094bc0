namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text;

/// <summary>
/// Alternatives (<c>oneOf</c> or <c>anyOf</c>). Most of them have a property whose listed values say which alternative it is. A value can only be valid for the alternatives that list its value of this property, so the others are not
/// checked. This follows from the schemas alone, with or without a discriminator.
/// </summary>
internal sealed class ContractUnion
{
    private readonly ContractReference[] _members;

    private ContractSchema[]? _schemas;

    /// <summary>Set last, because other threads read the fields below when it is set.</summary>
    private volatile bool _isAnalyzed;

    /// <summary>The name of the property; null if there is none.</summary>
    private byte[]? _tag;

    private ContractNames? _tagValues;

    /// <summary>The members for each value of the tag.</summary>
    private int[][] _byValue = Array.Empty<int[]>();

    /// <summary>The members whose tag is any value.</summary>
    private int[] _untagged = Array.Empty<int>();

    /// <summary>The members that do not require the tag.</summary>
    private int[] _withoutTag = Array.Empty<int>();

    public ContractUnion(ContractReference[] members, bool isExclusive)
    {
        _members = members;
        IsExclusive = isExclusive;
    }

    /// <summary>Whether exactly one alternative must match.</summary>
    public bool IsExclusive { get; }

    public ContractSchema[] Members => _schemas ??= Array.ConvertAll(_members, m => m.Schema);

    /// <summary>The name of the property that tells the alternatives apart; null if there is none.</summary>
    public byte[]? Tag
    {
        get
        {
            if (!_isAnalyzed)
                Analyze();

            return _tag;
        }
    }

    /// <summary>The values of the tag.</summary>
    public ContractNames TagValues => _tagValues!;

    /// <summary>The alternatives for a value of the tag.</summary>
    public int[] With(ReadOnlySpan<byte> value) => TagValues.Find(value) is >= 0 and var index ? _byValue[index] : _untagged;

    /// <summary>The alternatives for an object without the tag.</summary>
    public int[] WithoutTag => _withoutTag;

    private void Analyze()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ContractSchema member in Members)
        {
            for (int i = 0; i < member.Properties.Length; i++)
            {
                if (IsTag(member.Properties[i]))
                {
                    string name = Encoding.UTF8.GetString(member.Names![i]);
                    counts[name] = counts.TryGetValue(name, out int count) ? count + 1 : 1;
                }
            }
        }

        string? best = null;
        foreach (KeyValuePair<string, int> candidate in counts)
        {
            if (candidate.Value > 1 && (best is null || candidate.Value > counts[best]))
                best = candidate.Key;
        }

        if (best is not null)
            Index(Encoding.UTF8.GetBytes(best));

        _isAnalyzed = true;
    }

    private void Index(byte[] tag)
    {
        var untagged = new List<int>();
        var withoutTag = new List<int>();
        var values = new List<byte[]>();
        var members = new List<List<int>>();
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < Members.Length; i++)
        {
            ContractProperty? property = Members[i].Find(tag);
            if (property is not { Requirement: >= 0 })
                withoutTag.Add(i);
            if (property is null || !IsTag(property))
            {
                untagged.Add(i);
                continue;
            }

            ContractNames texts = property.Schema.Texts!;
            for (int value = 0; value < texts.Count; value++)
            {
                string text = Encoding.UTF8.GetString(texts[value]);
                if (!positions.TryGetValue(text, out int position))
                {
                    positions.Add(text, position = members.Count);
                    values.Add(texts[value]);
                    members.Add(new List<int>());
                }

                if (!members[position].Contains(i))
                    members[position].Add(i);
            }
        }

        _untagged = untagged.ToArray();
        _withoutTag = withoutTag.ToArray();
        _tagValues = new ContractNames(values.ToArray());
        _byValue = members.ConvertAll(m => Sorted(m, untagged)).ToArray();
        _tag = tag;
    }

    private static int[] Sorted(List<int> tagged, List<int> untagged)
    {
        var all = new List<int>(tagged);
        all.AddRange(untagged);
        all.Sort();
        return all.ToArray();
    }

    /// <summary>Whether only listed strings are valid for a property.</summary>
    private static bool IsTag(ContractProperty property) => property.Schema is { Texts.Count: > 0, Nullable: false, HasParts: false };
}
