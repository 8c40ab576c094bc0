namespace Vapi.Generators.Model;

/// <summary>A class for a JSON object.</summary>
internal sealed record ObjectModel : DeclarationModel
{
    public required EquatableArray<PropertyModel> Properties { get; init; }
}

/// <summary>A property of a class.</summary>
internal sealed record PropertyModel
{
    public required string JsonName { get; init; }

    public required string Name { get; init; }

    /// <summary>The backing field.</summary>
    public required string Field { get; init; }

    public required TypeRef Type { get; init; }

    public required bool Required { get; init; }

    /// <summary>The only value the property has: the text of a string, the JSON token of a number; null for an ordinary property.</summary>
    public string? Constant { get; init; }

    public required Documentation Documentation { get; init; }
}
