namespace Vapi.Generators.Model;

/// <summary>A struct that holds one of several types.</summary>
internal sealed record UnionModel : DeclarationModel
{
    public required EquatableArray<UnionCaseModel> Cases { get; init; }

    public required UnionResolutionModel Resolution { get; init; }
}

/// <summary>One type that a union may hold.</summary>
internal sealed record UnionCaseModel
{
    public required TypeRef Type { get; init; }
}

/// <summary>How a reader tells the cases apart: first by the kind of the JSON value, then, among objects, by a tag or by the names of the properties.</summary>
internal sealed record UnionResolutionModel
{
    /// <summary>The index of the case that a JSON value of that kind is; -1 for none.</summary>
    public required int StringCase { get; init; }

    public required int NumberCase { get; init; }

    public required int BooleanCase { get; init; }

    public required int ArrayCase { get; init; }

    /// <summary>The cases that are JSON objects, by index.</summary>
    public required EquatableArray<int> ObjectCases { get; init; }

    /// <summary>The property whose value tells the objects apart; null when there is none.</summary>
    public string? TagName { get; init; }

    public EquatableArray<UnionTagModel> Tags { get; init; }
}

/// <summary>A value of the tag and the case it stands for.</summary>
internal sealed record UnionTagModel
{
    public required string Value { get; init; }

    public required int Case { get; init; }
}
