namespace Vapi.Generators.Model;

/// <summary>An open enum: a struct around the value on the wire, with a constant for each known one.</summary>
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

    /// <summary>The value: the text of a string, the JSON token of a number.</summary>
    public required string Value { get; init; }

    public string? Summary { get; init; }
}
