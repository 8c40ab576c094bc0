namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.IO;
using global::System.Text;
using global::System.Text.Json;

/// <summary>Kinds of JSON values, arrays by their first item.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    Null = 1,
    String = 2,
    Number = 4,
    Boolean = 8,
    Object = 16,
    EmptyArray = 32,
    ArrayOfNull = 64,
    ArrayOfString = 128,
    ArrayOfNumber = 256,
    ArrayOfBoolean = 512,
    ArrayOfObject = 1024,
    ArrayOfArray = 2048,
    AnyArray = EmptyArray | ArrayOfNull | ArrayOfString | ArrayOfNumber | ArrayOfBoolean | ArrayOfObject | ArrayOfArray,
    Any = Null | String | Number | Boolean | Object | AnyArray,
}

/// <summary>
/// Tells objects apart that have no tag of their own: one look over the properties of the value, compared with what each member says of them. What speaks against a member counts first,
/// so that a valid value is never taken for a member it is not valid for: another constant rules it out, then wrong kinds, values that are not listed, missing required properties.
/// Then what speaks for it: constants, listed values, known names. Ties go to the first in the document.
/// </summary>
internal sealed class UnionMatcher
{
    private readonly UnionMember[] _members;

    private readonly byte[] _names;

    /// <summary>What each member says of each name; null where it does not know the name.</summary>
    private readonly UnionProperty?[][] _properties;

    public UnionMatcher(UnionMember[] members)
    {
        _members = members;
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new MemoryStream();
        foreach (UnionMember member in members)
        {
            foreach (UnionProperty property in member.Properties)
            {
                if (!ordinals.ContainsKey(property.Name))
                {
                    ordinals.Add(property.Name, ordinals.Count);
                    Json.WriteName(names, property.Name);
                }
            }
        }

        _names = names.ToArray();
        _properties = new UnionProperty?[ordinals.Count][];
        for (int ordinal = 0; ordinal < _properties.Length; ordinal++)
            _properties[ordinal] = new UnionProperty?[members.Length];

        for (int i = 0; i < members.Length; i++)
        {
            foreach (UnionProperty property in members[i].Properties)
                _properties[ordinals[property.Name]][i] = property;
        }
    }

    /// <summary>The index of the member that the object is; -1 when it is none. The reader is a copy: looking moves nothing.</summary>
    public int Match(Utf8JsonReader reader)
    {
        Span<Fit> fits = stackalloc Fit[16];
        fits = _members.Length <= fits.Length ? fits.Slice(0, _members.Length) : new Fit[_members.Length];
        fits.Clear();
        int count = 0;
        var cursor = default(JsonCursor);
        while (Json.NextSeen(ref reader, _names, ref cursor))
        {
            count++;
            if (cursor.Ordinal >= 0)
            {
                JsonKinds kind = Json.KindOf(reader);
                UnionProperty?[] properties = _properties[cursor.Ordinal];
                for (int i = 0; i < properties.Length; i++)
                {
                    if (properties[i] is { } property)
                        fits[i].See(property, kind, ref reader);
                }
            }

            reader.TrySkip();
        }

        int best = -1;
        for (int i = 0; i < fits.Length; i++)
        {
            bool fitsAtAll = !fits[i].IsExcluded && (fits[i].Known > 0 || count == 0 || _members[i].IsOpen);
            if (fitsAtAll && (best < 0 || fits[i].IsBetter(_members[i].RequiredCount, fits[best], _members[best].RequiredCount)))
                best = i;
        }

        return best;
    }

    /// <summary>How well a member fits what was seen.</summary>
    private struct Fit
    {
        public bool IsExcluded;

        public int Known;

        private int _constants;

        private int _listed;

        private int _unlisted;

        private int _wrongKinds;

        private int _required;

        public void See(UnionProperty property, JsonKinds kind, ref Utf8JsonReader reader)
        {
            Known++;
            _required += property.IsRequired ? 1 : 0;

            // A null where none is allowed happens; it says nothing.
            if ((kind & (property.Kinds | JsonKinds.Null)) == 0)
                _wrongKinds++;
            else if (kind == JsonKinds.String && property.Values.Length > 0)
            {
                bool isListed = false;
                foreach (string value in property.Values)
                    isListed |= reader.ValueTextEquals(value);

                bool isConstant = property.Values.Length == 1;
                IsExcluded |= isConstant && !isListed;
                _constants += isConstant && isListed ? 1 : 0;
                _listed += !isConstant && isListed ? 1 : 0;
                _unlisted += !isListed ? 1 : 0;
            }
        }

        public readonly bool IsBetter(int requiredCount, in Fit other, int otherRequiredCount)
        {
            int order = other._wrongKinds - _wrongKinds;
            if (order == 0)
                order = other._unlisted - _unlisted;
            if (order == 0)
                order = otherRequiredCount - other._required - (requiredCount - _required);
            if (order == 0)
                order = _constants - other._constants;
            if (order == 0)
                order = _listed - other._listed;
            if (order == 0)
                order = Known - other.Known;

            return order > 0;
        }
    }
}

/// <summary>What a member of a union looks like.</summary>
internal sealed class UnionMember
{
    private readonly List<UnionProperty> _properties = new();

    public UnionMember(bool isOpen = false) => IsOpen = isOpen;

    /// <summary>Whether it takes any properties.</summary>
    public bool IsOpen { get; }

    public int RequiredCount { get; private set; }

    public IReadOnlyList<UnionProperty> Properties => _properties;

    public UnionMember Required(string name, JsonKinds kinds, params string[] values)
    {
        RequiredCount++;
        _properties.Add(new UnionProperty(name, true, kinds, values));
        return this;
    }

    public UnionMember Optional(string name, JsonKinds kinds, params string[] values)
    {
        _properties.Add(new UnionProperty(name, false, kinds, values));
        return this;
    }
}

/// <summary>What a member of a union says of a property: its kinds and, when the document lists them, its values (one: a constant).</summary>
internal sealed class UnionProperty
{
    public UnionProperty(string name, bool isRequired, JsonKinds kinds, string[] values)
    {
        Name = name;
        IsRequired = isRequired;
        Kinds = kinds;
        Values = values;
    }

    public string Name { get; }

    public bool IsRequired { get; }

    public JsonKinds Kinds { get; }

    public string[] Values { get; }
}
