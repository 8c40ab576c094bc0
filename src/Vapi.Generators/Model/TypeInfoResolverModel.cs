namespace Vapi.Generators.Model;

/// <summary>The class that gives JsonSerializer the metadata of all generated types.</summary>
internal sealed record TypeInfoResolverModel : DeclarationModel
{
    /// <summary>One group for each value of the runtime's hash of a type name, so that resolving one type loads only a few types.</summary>
    public const int GroupCount = 64;

    public required EquatableArray<TypeInfoGroupModel> Groups { get; init; }
}

/// <summary>The types with one hash.</summary>
internal sealed record TypeInfoGroupModel
{
    public required int Number { get; init; }

    public required EquatableArray<TypeInfoModel> Types { get; init; }
}

/// <summary>A type.</summary>
internal sealed record TypeInfoModel
{
    public required string Name { get; init; }

    public required bool IsStruct { get; init; }
}
