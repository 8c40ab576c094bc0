namespace Vapi.Generators.Model;

/// <summary>A class for a JSON object.</summary>
internal sealed record ObjectModel : DeclarationModel
{
    /// <summary>Those of the base first, in its order.</summary>
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>Its place among the classes that derive from each other; null when it stands alone.</summary>
    public HierarchyModel? Hierarchy { get; init; }
}

/// <summary>The place of a class among classes that derive from each other.</summary>
internal sealed record HierarchyModel
{
    /// <summary>The class that it derives from; null for the first one.</summary>
    public required string? BaseName { get; init; }

    /// <summary>The JSON property that tells the classes apart.</summary>
    public required string TagName { get; init; }

    /// <summary>The field behind it, where that is text; else null.</summary>
    public required string? TagField { get; init; }

    /// <summary>What a new object has there; null when no value means the class itself.</summary>
    public required string? TagValue { get; init; }

    /// <summary>Which values mean a class that derives from it.</summary>
    public required EquatableArray<DerivedModel> Derived { get; init; }

    public required bool HasDerived { get; init; }

    /// <summary>Whether one of the classes has more properties than the narrow state has bits.</summary>
    public required bool IsWide { get; init; }
}

/// <summary>A value of the tag and the class that it means.</summary>
internal sealed record DerivedModel(string TagValue, string Name);

/// <summary>A property of a class.</summary>
internal sealed record PropertyModel
{
    public required string JsonName { get; init; }

    public required string Name { get; init; }

    /// <summary>The backing field.</summary>
    public required string Field { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>Whether every value that is read has it.</summary>
    public required bool Required { get; init; }

    /// <summary>Whether whoever makes an object has to set it: not what only answers have, nor what tells classes apart.</summary>
    public required bool MustBeSet { get; init; }

    /// <summary>Whether it is not sent in requests.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The only value the property has: the text of a string, the JSON token of a number; null for an ordinary property.</summary>
    public string? Constant { get; init; }

    public PropertyOrigin Origin { get; init; }

    public required Documentation Documentation { get; init; }
}

/// <summary>Which class declares a property.</summary>
internal enum PropertyOrigin
{
    Own,

    /// <summary>The base: it is read and written here, but not declared.</summary>
    Inherited,

    /// <summary>Both, with another type: here it takes the place of the base's.</summary>
    Hiding,

    /// <summary>Both, with the same type and value: only here it has to be set, or need not be.</summary>
    Restating,
}
