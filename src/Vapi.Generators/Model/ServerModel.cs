namespace Vapi.Generators.Model;

/// <summary>A server of the API.</summary>
internal sealed record ServerModel
{
    /// <summary>The name of the property, or of the method that takes the variables.</summary>
    public required string Name { get; init; }

    /// <summary>The address, with variables in braces.</summary>
    public required string Url { get; init; }

    public required EquatableArray<ServerVariableModel> Variables { get; init; }

    public required string? Description { get; init; }
}

/// <summary>A variable of a server's address.</summary>
internal sealed record ServerVariableModel
{
    /// <summary>The name of the argument.</summary>
    public required string Name { get; init; }

    public required string WireName { get; init; }

    public required string Default { get; init; }

    /// <summary>The allowed values; if empty, any value.</summary>
    public required EquatableArray<string> Values { get; init; }

    public required string? Description { get; init; }
}
