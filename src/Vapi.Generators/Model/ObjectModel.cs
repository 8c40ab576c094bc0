namespace Vapi.Generators.Model;

/// <summary>A class for a JSON object.</summary>
internal sealed record ObjectModel : DeclarationModel
{
    /// <summary>The properties of the base class come first, in its order.</summary>
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>The property for additional properties whose type the document declares; null if it declares none.</summary>
    public AdditionalValuesModel? AdditionalValues { get; init; }

    /// <summary>Its place in a class hierarchy; null if it is in none.</summary>
    public HierarchyModel? Hierarchy { get; init; }
}

/// <summary>The property for additional properties that have a type.</summary>
/// <param name="IsInherited">Whether a base class declares it.</param>
internal sealed record AdditionalValuesModel(string Name, TypeRef Type, bool IsInherited);

/// <summary>The place of a class in a class hierarchy.</summary>
internal sealed record HierarchyModel
{
    /// <summary>The base class; null for the root.</summary>
    public required string? BaseName { get; init; }

    /// <summary>The JSON property that identifies the class.</summary>
    public required string TagName { get; init; }

    /// <summary>The index of this property in <see cref="ObjectModel.Properties"/> if it is a string; otherwise null.</summary>
    public required int? TagOrdinal { get; init; }

    /// <summary>The value of this property in a new object; null if no value identifies the class itself.</summary>
    public required string? TagValue { get; init; }

    /// <summary>The values that identify derived classes, and the class itself if there is a default.</summary>
    public required EquatableArray<DerivedModel> Derived { get; init; }

    /// <summary>The derived class of objects that no value identifies; null if this class itself reads them.</summary>
    public required string? DefaultName { get; init; }

    public required bool HasDerived { get; init; }
}

/// <summary>A value of the discriminator and the class that it identifies.</summary>
internal sealed record DerivedModel(string TagValue, string Name);

/// <summary>A property of a class.</summary>
internal sealed record PropertyModel
{
    public required string JsonName { get; init; }

    public required string Name { get; init; }

    /// <summary>The backing field.</summary>
    public required string Field { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>Whether every valid value has this property.</summary>
    public required bool Required { get; init; }

    /// <summary>Whether the property is required when an object is created. Read-only properties and discriminators are not.</summary>
    public required bool MustBeSet { get; init; }

    /// <summary>Whether it is not sent in requests.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The constant value: the text of a string, or the JSON token of a number; null for an ordinary property.</summary>
    public string? Constant { get; init; }

    public PropertyOrigin Origin { get; init; }

    public required Documentation Documentation { get; init; }
}

/// <summary>The class that declares a property.</summary>
internal enum PropertyOrigin
{
    Own,

    /// <summary>The base class. The property is read and written here, but not declared.</summary>
    Inherited,

    /// <summary>Both classes, with different types: this declaration hides that of the base class.</summary>
    Hiding,

    /// <summary>Both classes, with the same type and value, but only one of them requires the property.</summary>
    Restating,
}
