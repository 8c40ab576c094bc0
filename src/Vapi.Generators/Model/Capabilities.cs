namespace Vapi.Generators.Model;

/// <summary>The features of the consumer's compilation that the emitted code depends on.</summary>
internal sealed record Capabilities
{
    /// <summary>The C# version times 100, as in Roslyn's LanguageVersion (1100 is C# 11).</summary>
    public required int LanguageVersion { get; init; }

    /// <summary>Whether the language has unions, and converts a member to its union.</summary>
    public bool HasUnions => LanguageVersion >= 1500;

    public required bool HasJson { get; init; }

    /// <summary>Since System.Text.Json 7.</summary>
    public required bool HasTypeInfoResolver { get; init; }

    /// <summary>Whether Microsoft.Extensions.Http is referenced.</summary>
    public required bool HasHttpClientFactory { get; init; }

    /// <summary>Since Microsoft.Extensions.DependencyInjection 8.</summary>
    public required bool HasKeyedServices { get; init; }

    public required bool HasConfiguration { get; init; }

    /// <summary>Whether ASP.NET Core is referenced.</summary>
    public required bool HasEndpoints { get; init; }

    public required bool HasDateOnly { get; init; }

    public required bool HasUnionAttribute { get; init; }

    public required bool HasIUnion { get; init; }

    public required bool HasRequiredMemberAttribute { get; init; }

    public required bool HasCompilerFeatureRequiredAttribute { get; init; }

    public required bool HasSetsRequiredMembersAttribute { get; init; }
}
