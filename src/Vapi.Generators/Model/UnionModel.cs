namespace Vapi.Generators.Model;

/// <summary>A struct that holds one of several types.</summary>
internal sealed record UnionModel : DeclarationModel
{
    public required EquatableArray<UnionCaseModel> Cases { get; init; }

    public required UnionResolutionModel Resolution { get; init; }

    /// <summary>An earlier union with the same members, whose reader this union uses; null if there is none.</summary>
    public string? Twin { get; init; }

    /// <summary>Whether other unions use the reader of this one.</summary>
    public bool IsTwin { get; init; }

    /// <summary>What a reader depends on.</summary>
    public (EquatableArray<UnionCaseModel> Cases, UnionResolutionModel Resolution) Content => (Cases, Resolution);
}

/// <summary>A member type of a union.</summary>
internal sealed record UnionCaseModel
{
    public required TypeRef Type { get; init; }
}

/// <summary>How a reader distinguishes the cases: by the kind of the JSON value, arrays by their first item, objects by a tag (the discriminator) or by their properties.</summary>
internal sealed record UnionResolutionModel
{
    /// <summary>The index of the case for this kind of JSON value; -1 for none.</summary>
    public required int StringCase { get; init; }

    public required int NumberCase { get; init; }

    public required int BooleanCase { get; init; }

    public required EquatableArray<UnionArrayModel> ArrayCases { get; init; }

    /// <summary>The cases that are JSON objects, by index.</summary>
    public required EquatableArray<int> ObjectCases { get; init; }

    /// <summary>The property whose value identifies the case of an object; null if there is none.</summary>
    public string? TagName { get; init; }

    public EquatableArray<UnionTagModel> Tags { get; init; }

    /// <summary>The case of an object with another tag or no tag; -1 for the unknown case.</summary>
    public int OtherCase { get; init; } = -1;

    /// <summary>Descriptions of the objects that can appear without the tag: all objects if there is no tag, otherwise those that do not require it.</summary>
    public EquatableArray<UnionMemberModel> Members { get; init; }
}

/// <summary>A value of the tag and the case that it identifies.</summary>
internal sealed record UnionTagModel
{
    public required string Value { get; init; }

    public required int Case { get; init; }
}

/// <summary>A case that is an array, and the possible kinds of its first item.</summary>
internal sealed record UnionArrayModel
{
    public required int Case { get; init; }

    /// <summary>The <see cref="JsonKinds"/> of the array as a number, followed by those of its first item if that is an array, and so on, as deep as needed to distinguish the cases.</summary>
    public required EquatableArray<int> Kinds { get; init; }
}

/// <summary>The description of an object case.</summary>
internal sealed record UnionMemberModel
{
    /// <summary>The index of the case.</summary>
    public required int Case { get; init; }

    /// <summary>Whether it accepts any properties, like a map.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The allowed kinds of properties that it does not declare.</summary>
    public required JsonKinds Others { get; init; }

    public required EquatableArray<UnionPropertyModel> Properties { get; init; }
}

/// <summary>A property as evidence for or against a case.</summary>
internal sealed record UnionPropertyModel
{
    public required string JsonName { get; init; }

    public required bool Required { get; init; }

    public required JsonKinds Kinds { get; init; }

    /// <summary>The values that the document lists, as text or JSON: one for a constant, none for a property that accepts any value.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>Whether the property identifies the member although it has several values.</summary>
    public bool IsTag { get; init; }

    /// <summary>The tag of the property's objects, if it distinguishes members that share the property; otherwise null.</summary>
    public string? TagName { get; init; }

    /// <summary>The values of that tag.</summary>
    public EquatableArray<string> TagValues { get; init; }
}

/// <summary>Kinds of JSON values; arrays by their first item. The runtime has an enum with the same names.</summary>
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

    /// <summary>All kinds except null; <see cref="EmptyArray"/> represents any array.</summary>
    Values = String | Number | Boolean | Object | EmptyArray,
    AnyArray = EmptyArray | ArrayOfNull | ArrayOfString | ArrayOfNumber | ArrayOfBoolean | ArrayOfObject | ArrayOfArray,
    Any = Null | String | Number | Boolean | Object | AnyArray,
}
