namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;

/// <summary>What a member of a union looks like. Fields: an accessor is one more method to compile in a first read.</summary>
internal sealed class UnionMember
{
    public readonly List<UnionProperty> Properties = new();

    /// <summary>Whether it takes any properties.</summary>
    public readonly bool IsOpen;

    /// <summary>Whether what was not seen yet cannot speak against it: it has no constant and no list of values that may still come or not.</summary>
    public bool IsKnownByItsNames = true;

    public int RequiredCount;

    /// <summary>The kinds of the properties that it does not know by name.</summary>
    public readonly JsonKinds Others;

    public UnionMember(bool isOpen = false, JsonKinds others = JsonKinds.Any)
    {
        IsOpen = isOpen;

        // A null where none is allowed happens; it says nothing.
        Others = others | JsonKinds.Null;
    }

    public UnionMember Required(string name, JsonKinds kinds, params string[] values)
    {
        RequiredCount++;
        Properties.Add(new UnionProperty(name, true, kinds, values));
        return this;
    }

    /// <summary>The objects that the property just added takes have a tag, which is one of a table of values.</summary>
    public UnionMember Tagged(ReadOnlySpan<byte> name, ReadOnlySpan<byte> values)
    {
        UnionProperty property = Properties[Properties.Count - 1];
        property.TagName = name.ToArray();
        property.TagValues = values.ToArray();
        IsKnownByItsNames &= property.IsRequired;
        return this;
    }

    /// <summary>The property just added tells the members of the union apart: another value is that of another member.</summary>
    public UnionMember Telling()
    {
        Properties[Properties.Count - 1].IsTelling = true;
        return this;
    }

    public UnionMember Optional(string name, JsonKinds kinds, params string[] values)
    {
        IsKnownByItsNames &= values.Length == 0;
        Properties.Add(new UnionProperty(name, false, kinds, values));
        return this;
    }
}

/// <summary>What a member of a union says of a property: its kinds and, when the document lists them, its values (one: a constant).</summary>
internal sealed class UnionProperty
{
    /// <summary>The kinds of values that may be listed.</summary>
    public const JsonKinds Single = JsonKinds.String | JsonKinds.Number | JsonKinds.Boolean;

    public readonly string Name;

    public readonly bool IsRequired;

    public readonly JsonKinds Kinds;

    /// <summary>Texts, or the JSON of numbers and booleans.</summary>
    public readonly string[] Values;

    /// <summary>Whether an object with another value is none of the member: that of a constant or tag is, an enum is open.</summary>
    public bool IsTelling;

    /// <summary>The tag of the objects that it takes, in UTF-8; null when they have none that matters.</summary>
    public byte[]? TagName;

    /// <summary>The values of the tag, as a table.</summary>
    public byte[]? TagValues;

    public UnionProperty(string name, bool isRequired, JsonKinds kinds, string[] values)
    {
        Name = name;
        IsRequired = isRequired;
        Kinds = kinds;
        Values = values;
        IsTelling = values.Length == 1;
    }
}
