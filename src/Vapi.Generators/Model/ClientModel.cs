namespace Vapi.Generators.Model;

/// <summary>A class with the methods of one tag.</summary>
internal sealed record ClientModel : DeclarationModel
{
    public required EquatableArray<OperationModel> Operations { get; init; }
}

/// <summary>The class that users create. It has the groups and the operations without a tag.</summary>
internal sealed record RootClientModel : DeclarationModel
{
    /// <summary>The name of its options class.</summary>
    public required string OptionsName { get; init; }

    public required EquatableArray<ClientGroupModel> Groups { get; init; }

    public required EquatableArray<OperationModel> Operations { get; init; }

    /// <summary>The address of the first server; null if it is not absolute.</summary>
    public required string? BaseAddress { get; init; }

    /// <summary>Null when the document has no security scheme.</summary>
    public required SecurityModel? Security { get; init; }

    /// <summary>The name of the class of the servers.</summary>
    public required string ServersName { get; init; }

    /// <summary>The servers to choose from; empty if there is no choice.</summary>
    public required EquatableArray<ServerModel> Servers { get; init; }

    /// <summary>The addresses of the document's servers, with variables in braces; empty if no operation has its own server.</summary>
    public required EquatableArray<string> DocumentServers { get; init; }

    public required string Title { get; init; }

    public required string Version { get; init; }
}

/// <summary>A property of the root client that returns a group.</summary>
internal sealed record ClientGroupModel
{
    public required string Name { get; init; }

    public required string Field { get; init; }

    public required string ClientName { get; init; }

    public required Documentation Documentation { get; init; }
}

/// <summary>The optional parameters of an operation as one object.</summary>
internal sealed record QueryModel : DeclarationModel
{
    public required EquatableArray<ParameterModel> Parameters { get; init; }
}
