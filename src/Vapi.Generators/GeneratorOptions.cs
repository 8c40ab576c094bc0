using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Operations;
using Vapi.Generators.Reading.Files;

namespace Vapi.Generators;

/// <summary>The options of one document, from the metadata of the item or the MSBuild property of the same name.</summary>
internal sealed record GeneratorOptions
{
    public const string NamespaceKey = "OpenApiNamespace";
    public const string ClientNameKey = "OpenApiClientName";
    public const string AccessibilityKey = "OpenApiAccessibility";
    public const string UrlKey = "OpenApiUrl";
    public const string VersionKey = "OpenApiVersion";
    public const string Sha256Key = "OpenApiSha256";
    public const string IncludeTagsKey = "OpenApiIncludeTags";
    public const string ExcludeTagsKey = "OpenApiExcludeTags";
    public const string IncludePathsKey = "OpenApiIncludePaths";
    public const string IncludeSchemasKey = "OpenApiIncludeSchemas";
    public const string PaginationKey = "OpenApiPagination";
    public const string OverlaysKey = "OpenApiOverlays";
    public const string TypesFromKey = "OpenApiTypesFrom";
    public const string WebhooksKey = "OpenApiWebhooks";
    public const string ContractKey = "OpenApiContract";
    public const string FakeKey = "OpenApiFake";

    private const string ProjectFolderKey = "MSBuildProjectDirectory";

    private static readonly string[] Keys =
    [
        NamespaceKey, ClientNameKey, AccessibilityKey, UrlKey, VersionKey, Sha256Key, IncludeTagsKey, ExcludeTagsKey, IncludePathsKey, IncludeSchemasKey, PaginationKey, OverlaysKey, TypesFromKey, WebhooksKey,
        ContractKey, FakeKey,
    ];

    /// <summary>Null: from the document's title.</summary>
    public required string? Namespace { get; init; }

    /// <summary>Null: from the document's title.</summary>
    public required string? ClientName { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    /// <summary>The required version of the document; null allows any.</summary>
    public string? Version { get; init; }

    /// <summary>The required SHA-256 hash of the file in hexadecimal; null allows any.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The tags of the operations to generate; if empty, all.</summary>
    public EquatableArray<string> IncludeTags { get; init; } = [];

    /// <summary>The tags of the operations not to generate.</summary>
    public EquatableArray<string> ExcludeTags { get; init; } = [];

    /// <summary>Globs for the paths of the operations to generate; if empty, all.</summary>
    public EquatableArray<string> IncludePaths { get; init; } = [];

    /// <summary>Globs for the schemas to generate even if no operation uses them.</summary>
    public EquatableArray<string> IncludeSchemas { get; init; } = [];

    /// <summary>How the pages of operations are read: see <see cref="PagesOption"/>.</summary>
    public EquatableArray<string> Pagination { get; init; } = [];

    /// <summary>The paths of the overlays to apply, in order; if empty, those next to the document. A relative path is relative to the document, because the project is unknown.</summary>
    public EquatableArray<string> Overlays { get; init; } = [];

    /// <summary>The namespace of the document whose types to use; null: the document declares all its types.</summary>
    public string? TypesFrom { get; init; }

    /// <summary>The schemas of messages that the API sends, each with the schema of the response after a colon.</summary>
    public EquatableArray<string> Webhooks { get; init; } = [];

    /// <summary><c>true</c> or <c>false</c>: whether to generate checks of JSON against the schemas.</summary>
    public string Contract { get; init; } = "false";

    public bool HasContract => Contract == "true";

    /// <summary><c>true</c> or <c>false</c>: whether to generate a fake for tests.</summary>
    public string Fake { get; init; } = "false";

    public bool HasFake => Fake == "true";

    public static GeneratorOptions Read(AnalyzerConfigOptions item, AnalyzerConfigOptions project)
    {
        string folder = Value("build_property." + ProjectFolderKey, project) is { } known ? known + "/" : "";
        string? own = Find(NamespaceKey, item, project);
        return new GeneratorOptions
        {
            Namespace = own,
            ClientName = Find(ClientNameKey, item, project),
            Accessibility = (Find(AccessibilityKey, item, project) ?? "public").ToLowerInvariant(),
            Version = Find(VersionKey, item, project),
            Sha256 = Find(Sha256Key, item, project),
            IncludeTags = List(IncludeTagsKey),
            ExcludeTags = List(ExcludeTagsKey),
            IncludePaths = List(IncludePathsKey),
            IncludeSchemas = List(IncludeSchemasKey),
            Pagination = List(PaginationKey),
            Overlays = List(OverlaysKey).Select(o => OverlayPaths.Resolve(folder, o)).ToEquatableArray(),
            Webhooks = List(WebhooksKey),
            Contract = (Find(ContractKey, item, project) ?? "false").ToLowerInvariant(),
            Fake = (Find(FakeKey, item, project) ?? "false").ToLowerInvariant(),

            // If a property sets the option for all documents, it has no effect on the document that it names.
            TypesFrom = Find(TypesFromKey, item, project) is { } other && other != own ? other : null,
        };

        // The compiler ignores everything after a semicolon, so the package's targets replace semicolons with commas.
        EquatableArray<string> List(string key)
            => (Find(key, item, project) ?? "").Split([','], StringSplitOptions.RemoveEmptyEntries).Select(v => v.Trim()).Where(v => v.Length > 0).ToEquatableArray();
    }

    /// <summary>Whether an item has metadata of this package, which makes it a document regardless of its name.</summary>
    public static bool IsDeclared(AnalyzerConfigOptions item) => Keys.Any(key => Metadata(key, item) is not null);

    /// <summary>The invalid options.</summary>
    public IEnumerable<DiagnosticInfo> Validate(DocumentLocation location)
    {
        if (Accessibility is not ("public" or "internal"))
            yield return Invalid(AccessibilityKey, Accessibility, "'public' or 'internal'");
        if (Namespace is not null && !Namespace.Split('.').All(IsIdentifier))
            yield return Invalid(NamespaceKey, Namespace, "a C# namespace");
        if (TypesFrom is not null && !TypesFrom.Split('.').All(IsIdentifier))
            yield return Invalid(TypesFromKey, TypesFrom, "a C# namespace");
        if (ClientName is not null && !IsIdentifier(ClientName))
            yield return Invalid(ClientNameKey, ClientName, "a C# identifier");
        if (Contract is not ("true" or "false"))
            yield return Invalid(ContractKey, Contract, "'true' or 'false'");
        if (Fake is not ("true" or "false"))
            yield return Invalid(FakeKey, Fake, "'true' or 'false'");
        if (Sha256 is not null && !DocumentLock.IsSha256(Sha256))
            yield return Invalid(Sha256Key, Sha256, "64 hexadecimal digits");

        foreach (string entry in Pagination.Where(e => !PagesOption.IsValid(e)))
            yield return Invalid(PaginationKey, entry, "'none', or 'operationId=' and a style with its parameters (see docs/pagination.md)");

        DiagnosticInfo Invalid(string key, string value, string expected)
            => new(Descriptors.InvalidOption.Id, location, key, value, expected);

        static bool IsIdentifier(string name) => SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;
    }

    private static string? Find(string key, AnalyzerConfigOptions item, AnalyzerConfigOptions project)
        => Metadata(key, item) ?? Value("build_property." + key, project);

    private static string? Metadata(string key, AnalyzerConfigOptions item) => Value("build_metadata.AdditionalFiles." + key, item);

    private static string? Value(string key, AnalyzerConfigOptions options)
        => options.TryGetValue(key, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
