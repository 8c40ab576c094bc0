namespace Vapi.Generators.Model;

/// <summary>The internal class with the security schemes of a document and the requirements of its operations.</summary>
internal sealed record SecurityModel
{
    public required string Name { get; init; }

    public required EquatableArray<SecuritySchemeModel> Schemes { get; init; }

    public required EquatableArray<SecurityRequirementsModel> Requirements { get; init; }

    /// <summary>The field of the scheme that uses the ApiKey option; null if no scheme takes a single secret.</summary>
    public required string? KeyScheme { get; init; }
}

/// <summary>A security scheme.</summary>
internal sealed record SecuritySchemeModel
{
    /// <summary>The name in the document.</summary>
    public required string SchemeName { get; init; }

    public required string Field { get; init; }

    /// <summary>The options property with its credential.</summary>
    public required string Property { get; init; }

    public required ParameterPlace Place { get; init; }

    /// <summary>The name of the header, query parameter or cookie.</summary>
    public required string WireName { get; init; }

    /// <summary>The prefix of the credential in the header: <c>Bearer </c>, or empty.</summary>
    public required string Prefix { get; init; }

    public required Documentation Documentation { get; init; }

    public bool IsBasic => Prefix == "Basic ";
}

/// <summary>The requirements of an operation: one of several alternatives.</summary>
internal sealed record SecurityRequirementsModel
{
    public required string Field { get; init; }

    public required EquatableArray<EquatableArray<SecurityUseModel>> Alternatives { get; init; }
}

/// <summary>A scheme in an alternative, and the scopes that it requires.</summary>
internal sealed record SecurityUseModel
{
    /// <summary>The field of the scheme.</summary>
    public required string Field { get; init; }

    public required EquatableArray<string> Scopes { get; init; }
}
