namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;

/// <summary>What a member of a union looks like.</summary>
internal sealed class UnionMember
{
    private readonly List<UnionProperty> _properties = new();

    public UnionMember(bool isOpen = false) => IsOpen = isOpen;

    /// <summary>Whether it takes any properties.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether what was not seen yet cannot speak against it: it has no constant and no list of values that may still come or not.</summary>
    public bool IsKnownByItsNames { get; private set; } = true;

    public int RequiredCount { get; private set; }

    public IReadOnlyList<UnionProperty> Properties => _properties;

    public UnionMember Required(string name, JsonKinds kinds, params string[] values)
    {
        RequiredCount++;
        _properties.Add(new UnionProperty(name, true, kinds, values));
        return this;
    }

    /// <summary>The objects that the property just added takes have a tag, which is one of a table of values.</summary>
    public UnionMember Tagged(ReadOnlySpan<byte> name, ReadOnlySpan<byte> values)
    {
        UnionProperty property = _properties[_properties.Count - 1];
        property.TagName = name.ToArray();
        property.TagValues = values.ToArray();
        IsKnownByItsNames &= property.IsRequired;
        return this;
    }

    public UnionMember Optional(string name, JsonKinds kinds, params string[] values)
    {
        IsKnownByItsNames &= values.Length == 0;
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

    /// <summary>The tag of the objects that it takes, in UTF-8; null when they have none that matters.</summary>
    public byte[]? TagName { get; set; }

    /// <summary>The values of the tag, as a table.</summary>
    public byte[]? TagValues { get; set; }
}
