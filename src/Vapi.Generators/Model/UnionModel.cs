namespace Vapi.Generators.Model;

/// <summary>A struct that holds one of several types.</summary>
internal sealed record UnionModel : DeclarationModel
{
    public required EquatableArray<UnionCaseModel> Cases { get; init; }

    public required UnionResolutionModel Resolution { get; init; }

    /// <summary>An earlier union of the same cases, which reads for this one too; null when there is none.</summary>
    public string? Twin { get; init; }
}

/// <summary>One type that a union may hold.</summary>
internal sealed record UnionCaseModel
{
    public required TypeRef Type { get; init; }
}

/// <summary>How a reader tells the cases apart: by the kind of the JSON value; among arrays by the first item; among objects by a tag, or by what they look like.</summary>
internal sealed record UnionResolutionModel
{
    /// <summary>The index of the case that a JSON value of that kind is; -1 for none.</summary>
    public required int StringCase { get; init; }

    public required int NumberCase { get; init; }

    public required int BooleanCase { get; init; }

    public required EquatableArray<UnionArrayModel> ArrayCases { get; init; }

    /// <summary>The cases that are JSON objects, by index.</summary>
    public required EquatableArray<int> ObjectCases { get; init; }

    /// <summary>The property whose value tells the objects apart; null when there is none.</summary>
    public string? TagName { get; init; }

    public EquatableArray<UnionTagModel> Tags { get; init; }

    /// <summary>The case of an object with another tag, or none; -1 when that is the unknown one.</summary>
    public int OtherCase { get; init; } = -1;

    /// <summary>What the objects look like that may be there without the tag: all when there is none; those that do not require it.</summary>
    public EquatableArray<UnionMemberModel> Members { get; init; }
}

/// <summary>A value of the tag and the case it stands for.</summary>
internal sealed record UnionTagModel
{
    public required string Value { get; init; }

    public required int Case { get; init; }
}

/// <summary>A case that is an array, and what its first item may be.</summary>
internal sealed record UnionArrayModel
{
    public required int Case { get; init; }

    /// <summary>The <see cref="JsonKinds"/> of the array, as a number; behind it those of its first item, where that is an array, and so on, as far as it takes to tell the cases apart.</summary>
    public required EquatableArray<int> Kinds { get; init; }
}

/// <summary>What an object among several looks like.</summary>
internal sealed record UnionMemberModel
{
    /// <summary>The index of the case.</summary>
    public required int Case { get; init; }

    /// <summary>Whether it takes any properties, as a map does.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>What the properties may be that it does not know by name.</summary>
    public required JsonKinds Others { get; init; }

    public required EquatableArray<UnionPropertyModel> Properties { get; init; }
}

/// <summary>What a property of an object says about which object it is.</summary>
internal sealed record UnionPropertyModel
{
    public required string JsonName { get; init; }

    public required bool Required { get; init; }

    public required JsonKinds Kinds { get; init; }

    /// <summary>The values that the document lists for it, texts or the JSON of others: one for a constant, none for a property that takes any.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>Whether it has several values and tells the members apart all the same.</summary>
    public bool IsTag { get; init; }

    /// <summary>The tag of the objects that the property takes, where it tells members apart that share the property; else null.</summary>
    public string? TagName { get; init; }

    /// <summary>The values of that tag.</summary>
    public EquatableArray<string> TagValues { get; init; }
}

/// <summary>Kinds of JSON values, arrays by their first item. The runtime has an enum of the same names.</summary>
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

    /// <summary>All but null, where <see cref="EmptyArray"/> stands for any array.</summary>
    Values = String | Number | Boolean | Object | EmptyArray,
    AnyArray = EmptyArray | ArrayOfNull | ArrayOfString | ArrayOfNumber | ArrayOfBoolean | ArrayOfObject | ArrayOfArray,
    Any = Null | String | Number | Boolean | Object | AnyArray,
}
