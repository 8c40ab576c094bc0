namespace Vapi.Generators.Model;

/// <summary>The class that stands for the API in tests.</summary>
internal sealed record FakeModel : DeclarationModel
{
    public required string ClientName { get; init; }

    public required string OptionsName { get; init; }

    /// <summary>The path of the document's first server.</summary>
    public required string BasePath { get; init; }

    public required EquatableArray<FakeGroupReferenceModel> Groups { get; init; }

    /// <summary>The operations without a group.</summary>
    public required EquatableArray<FakeOperationModel> Operations { get; init; }

    /// <summary>The schemes for which clients get a credential.</summary>
    public required EquatableArray<SecuritySchemeModel> Schemes { get; init; }
}

/// <summary>A property of the fake that returns the operations of a group.</summary>
internal sealed record FakeGroupReferenceModel(string Name, string ClassName);

/// <summary>The class with the operations of one group of a fake.</summary>
internal sealed record FakeGroupModel : DeclarationModel
{
    public required EquatableArray<FakeOperationModel> Operations { get; init; }
}

/// <summary>The delegate that answers one method of the client.</summary>
internal sealed record FakeOperationModel
{
    /// <summary>The name of its property.</summary>
    public required string Name { get; init; }

    /// <summary>The name with the group, for messages.</summary>
    public required string FullName { get; init; }

    /// <summary>The name of the delegate type.</summary>
    public required string DelegateName { get; init; }

    public required string Path { get; init; }

    public required OperationModel Method { get; init; }

    /// <summary>Whether the document demands a credential.</summary>
    public required bool RequiresCredential { get; init; }

    /// <summary>The content types of the body in the document.</summary>
    public required EquatableArray<string> ContentTypes { get; init; }

    /// <summary>Whether the caller provides the items of the body one by one.</summary>
    public required bool HasStreamedBody { get; init; }

    /// <summary>JSON pointers to the required properties of the body.</summary>
    public required EquatableArray<string> RequiredProperties { get; init; }

    /// <summary>The path of the operation's own server; null if it has none.</summary>
    public required string? ServerPath { get; init; }

    /// <summary>The status of the successful response.</summary>
    public required int Status { get; init; }

    /// <summary>The content type of the successful response; null for JSON, and if there is no content.</summary>
    public required string? ContentType { get; init; }

    /// <summary>What it answers without a delegate: JSON, or text for a result that is text; null if there is nothing to answer.</summary>
    public required string? Sample { get; init; }
}
