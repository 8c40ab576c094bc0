namespace Vapi.Generators.Model;

/// <summary>Everything that is generated from one document.</summary>
internal sealed record ApiModel
{
    public required CodeSettings Settings { get; init; }

    /// <summary>Types and clients in document order. Their names are unique, whatever the case.</summary>
    public required EquatableArray<DeclarationModel> Declarations { get; init; }
}

/// <summary>Where and how the code of one document is declared.</summary>
internal sealed record CodeSettings
{
    public required string Namespace { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    public required Capabilities Capabilities { get; init; }
}

/// <summary>One type that is declared in one file.</summary>
internal abstract record DeclarationModel
{
    public required string Name { get; init; }

    public required Documentation Documentation { get; init; }
}

/// <summary>What the document says about something, as plain text.</summary>
internal sealed record Documentation
{
    public static readonly Documentation None = new();

    public string? Summary { get; init; }

    public string? Remarks { get; init; }

    public bool Deprecated { get; init; }
}
