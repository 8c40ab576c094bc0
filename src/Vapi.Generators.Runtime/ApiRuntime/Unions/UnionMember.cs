namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;

/// <summary>The description of a union member. It has fields, because an accessor would be another method to compile in a first read.</summary>
internal sealed class UnionMember
{
    public readonly List<UnionProperty> Properties = new();

    /// <summary>Whether it accepts any properties.</summary>
    public readonly bool IsOpen;

    /// <summary>Whether the rest of the object cannot be evidence against it, because it has no constants and no listed values.</summary>
    public bool IsKnownByItsNames = true;

    public int RequiredCount;

    /// <summary>The kinds of the properties that it does not declare.</summary>
    public readonly JsonKinds Others;

    public UnionMember(bool isOpen = false, JsonKinds others = JsonKinds.Any)
    {
        IsOpen = isOpen;

        // APIs send null even where it is not allowed, so it is not evidence.
        Others = others | JsonKinds.Null;
    }

    public UnionMember Required(string name, JsonKinds kinds, params string[] values)
    {
        RequiredCount++;
        Properties.Add(new UnionProperty(name, true, kinds, values));
        return this;
    }

    /// <summary>Adds a tag to the last added property: its objects have one of a table of values.</summary>
    public UnionMember Tagged(ReadOnlySpan<byte> name, ReadOnlySpan<byte> values)
    {
        UnionProperty property = Properties[Properties.Count - 1];
        property.TagName = name.ToArray();
        property.TagValues = values.ToArray();
        IsKnownByItsNames &= property.IsRequired;
        return this;
    }

    /// <summary>Marks the last added property as identifying: another value means another member.</summary>
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

/// <summary>The description of a property by a union member: its kinds and, if the document lists them, its values (one for a constant).</summary>
internal sealed class UnionProperty
{
    /// <summary>The kinds of values that can be listed.</summary>
    public const JsonKinds Single = JsonKinds.String | JsonKinds.Number | JsonKinds.Boolean;

    public readonly string Name;

    public readonly bool IsRequired;

    public readonly JsonKinds Kinds;

    /// <summary>Strings, or the JSON of numbers and Booleans.</summary>
    public readonly string[] Values;

    /// <summary>Whether another value excludes the member. This is true for a constant or tag, but not for an enum, which is open.</summary>
    public bool IsTelling;

    /// <summary>The tag of the objects that it accepts, in UTF-8; null if they have no relevant tag.</summary>
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
