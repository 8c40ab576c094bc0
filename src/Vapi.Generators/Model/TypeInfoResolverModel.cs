namespace Vapi.Generators.Model;

/// <summary>The class that tells JsonSerializer of all generated types.</summary>
internal sealed record TypeInfoResolverModel : DeclarationModel
{
    /// <summary>As many groups as the runtime's hash of a type's name has values, so that finding one type loads a few only.</summary>
    public const int GroupCount = 64;

    public required EquatableArray<TypeInfoGroupModel> Groups { get; init; }
}

/// <summary>The types of one hash.</summary>
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
