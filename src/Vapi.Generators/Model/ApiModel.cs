namespace Vapi.Generators.Model;

/// <summary>Everything that is generated from one document.</summary>
internal sealed record ApiModel
{
    public required CodeSettings Settings { get; init; }

    /// <summary>Types and clients in document order. Their names are unique, ignoring case.</summary>
    public required EquatableArray<DeclarationModel> Declarations { get; init; }

    /// <summary>The types that other documents use; null if no document uses them.</summary>
    public SharedTypes? Shared { get; init; }
}

/// <summary>The namespace and accessibility of the code of one document.</summary>
internal sealed record CodeSettings
{
    public required string Namespace { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    public required Capabilities Capabilities { get; init; }

    /// <summary>The namespace of the document whose types and runtime this document uses; null if it has its own.</summary>
    public string? SharedNamespace { get; init; }

    /// <summary>Whether the code receives webhooks and needs that part of the runtime.</summary>
    public bool HasWebhooks { get; init; }

    /// <summary>Whether the code checks JSON against the schemas and needs that part of the runtime.</summary>
    public bool HasContract { get; init; }

    /// <summary>Whether the code has a fake, or another document that uses the runtime can have one.</summary>
    public bool HasFakes { get; init; }
}

/// <summary>A type that is declared in its own file.</summary>
internal abstract record DeclarationModel
{
    public required string Name { get; init; }

    public required Documentation Documentation { get; init; }
}

/// <summary>The description of a part of the document, as plain text.</summary>
internal sealed record Documentation
{
    public static readonly Documentation None = new();

    public string? Summary { get; init; }

    public string? Remarks { get; init; }

    /// <summary>The property with the same summary and remarks, as a type and a member; null if the texts are written here.</summary>
    public string? InheritedFrom { get; init; }

    public bool Deprecated { get; init; }
}
