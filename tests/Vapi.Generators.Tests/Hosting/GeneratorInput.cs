using Microsoft.CodeAnalysis.CSharp;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>A project as the generator sees it.</summary>
internal sealed record GeneratorInput(params InputDocument[] Documents)
{
    public GeneratorInput(string document)
        : this(new InputDocument(document))
    {
    }

    /// <summary>The user's own code: it sees the generated namespace by its own using directives.</summary>
    public string? Source { get; init; }

    public Framework Framework { get; init; } = Framework.Net10;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp14;

    /// <summary>MSBuild properties.</summary>
    public Dictionary<string, string> Properties { get; init; } = [];

    /// <summary>The IDs above Info that the generator must report, in any order; it may report no others. Null: whatever it likes.</summary>
    public string[]? Expected { get; init; } = [];

    public static implicit operator GeneratorInput(string document) => new(document);
}

/// <summary>An additional file.</summary>
/// <param name="Text">Null: the file cannot be read.</param>
internal sealed record InputDocument(string? Text, string Path = InputDocument.DefaultPath)
{
    public const string DefaultPath = "/project/openapi.json";

    public Dictionary<string, string> Metadata { get; init; } = [];
}
