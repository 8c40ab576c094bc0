using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators;

/// <summary>What the project says about one document: metadata of the item, or the MSBuild property of the same name.</summary>
internal sealed record GeneratorOptions
{
    public const string NamespaceKey = "OpenApiNamespace";
    public const string ClientNameKey = "OpenApiClientName";
    public const string AccessibilityKey = "OpenApiAccessibility";

    /// <summary>Null: from the document's title.</summary>
    public required string? Namespace { get; init; }

    /// <summary>Null: from the document's title.</summary>
    public required string? ClientName { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    public static GeneratorOptions Read(AnalyzerConfigOptions item, AnalyzerConfigOptions project) => new()
    {
        Namespace = Find(NamespaceKey, item, project),
        ClientName = Find(ClientNameKey, item, project),
        Accessibility = Find(AccessibilityKey, item, project) ?? "public",
    };

    /// <summary>Whether an item carries metadata of ours, and so is a document whatever it is called.</summary>
    public static bool IsDeclared(AnalyzerConfigOptions item) => new[] { NamespaceKey, ClientNameKey, AccessibilityKey }.Any(key => Metadata(key, item) is not null);

    /// <summary>What is wrong with the options.</summary>
    public IEnumerable<DiagnosticInfo> Validate(DocumentLocation location)
    {
        if (Accessibility is not ("public" or "internal"))
            yield return Invalid(AccessibilityKey, Accessibility, "'public' or 'internal'");
        if (Namespace is not null && !Namespace.Split('.').All(IsIdentifier))
            yield return Invalid(NamespaceKey, Namespace, "a C# namespace");
        if (ClientName is not null && !IsIdentifier(ClientName))
            yield return Invalid(ClientNameKey, ClientName, "a C# identifier");

        DiagnosticInfo Invalid(string key, string value, string expected)
            => new() { Id = Descriptors.InvalidOption.Id, Location = location, Arguments = [key, value, expected] };

        static bool IsIdentifier(string name) => SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;
    }

    private static string? Find(string key, AnalyzerConfigOptions item, AnalyzerConfigOptions project)
        => Metadata(key, item) ?? Value("build_property." + key, project);

    private static string? Metadata(string key, AnalyzerConfigOptions item) => Value("build_metadata.AdditionalFiles." + key, item);

    private static string? Value(string key, AnalyzerConfigOptions options)
        => options.TryGetValue(key, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
