namespace Vapi.Generators.Model;

/// <summary>An open enum: a struct that wraps the JSON value, with a constant for each known value.</summary>
internal sealed record EnumModel : DeclarationModel
{
    /// <summary><see cref="TypeKind.StringEnum"/>, <see cref="TypeKind.Int64Enum"/> or <see cref="TypeKind.DoubleEnum"/>.</summary>
    public required TypeKind Kind { get; init; }

    public required EquatableArray<EnumMemberModel> Members { get; init; }
}

/// <summary>A known value of an open enum.</summary>
internal sealed record EnumMemberModel
{
    public required string Name { get; init; }

    /// <summary>The text of a string, or the JSON token of a number.</summary>
    public required string Value { get; init; }

    public string? Summary { get; init; }
}
