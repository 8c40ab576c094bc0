using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Diagnostics;

/// <summary>All diagnostics of the generator. Each ID has one meaning and a section in docs/diagnostics.md.</summary>
internal static class Descriptors
{
    /// <summary>The page with a section for each ID, in the repository that the package declares.</summary>
    private const string HelpPage = "https://github.com/vapi-generators/vapi-generators/blob/main/docs/diagnostics.md";

    public static readonly DiagnosticDescriptor UnreadableDocument = Create(
        "VAPI001", DiagnosticSeverity.Error, "The document cannot be read",
        "{0}. No code is generated from this document. Provide a complete OpenAPI document.");

    public static readonly DiagnosticDescriptor LanguageVersionTooLow = Create(
        "VAPI002", DiagnosticSeverity.Error, "The C# version is too low",
        "The generated code needs C# 11, but this project uses C# {0}. Set <LangVersion>latest</LangVersion> in the project file.");

    public static readonly DiagnosticDescriptor JsonMissing = Create(
        "VAPI003", DiagnosticSeverity.Error, "System.Text.Json is missing",
        "The generated code needs System.Text.Json, which this target framework does not include. Run 'dotnet add package System.Text.Json'.");

    public static readonly DiagnosticDescriptor InvalidOption = Create(
        "VAPI004", DiagnosticSeverity.Error, "An option has an invalid value",
        "'{0}' is '{1}', which is not {2}. No code is generated from this document. Correct the option in the project file.");

    public static readonly DiagnosticDescriptor DocumentDeviates = Create(
        "VAPI005", DiagnosticSeverity.Warning, "The document does not conform to OpenAPI",
        "The document does not conform to OpenAPI: {0}. The rest of the document is used.");

    public static readonly DiagnosticDescriptor KeywordIgnored = Create(
        "VAPI006", DiagnosticSeverity.Info, "A keyword is ignored",
        "'{0}' is ignored: {1}. The rest is used as if the keyword were absent.");

    public static readonly DiagnosticDescriptor UnresolvedReference = Create(
        "VAPI007", DiagnosticSeverity.Info, "A reference cannot be resolved",
        "The document has no '{0}': {1}. Correct the reference, or add its target.");

    public static readonly DiagnosticDescriptor NameChanged = Create(
        "VAPI008", DiagnosticSeverity.Info, "A name was changed",
        "'{0}' is named '{1}' in C# because the name '{2}' is already used. To change this, rename one of them in the document.");

    public static readonly DiagnosticDescriptor ConflictingAllOf = Create(
        "VAPI009", DiagnosticSeverity.Warning, "The parts of an allOf conflict",
        "The parts of this allOf conflict: {0}. Generated instead: {1}.");

    public static readonly DiagnosticDescriptor UndeclaredPathParameter = Create(
        "VAPI010", DiagnosticSeverity.Info, "A path parameter is not declared",
        "The parameter '{0}' of the path '{1}' is not declared. It is added as a required string.");

    public static readonly DiagnosticDescriptor IgnoredParameter = Create(
        "VAPI011", DiagnosticSeverity.Info, "A parameter is ignored",
        "The parameter '{0}' is ignored: {1}");

    public static readonly DiagnosticDescriptor Unsupported = Create(
        "VAPI012", DiagnosticSeverity.Warning, "A construct is not supported",
        "Not supported: {0}. Generated instead: {1}.");

    public static readonly DiagnosticDescriptor DuplicateDocument = Create(
        "VAPI013", DiagnosticSeverity.Error, "Two documents have the same namespace",
        "The document '{1}' already uses the namespace '{0}'. Set the metadata OpenApiNamespace of this document to another namespace. No code is generated from this document.");

    public static readonly DiagnosticDescriptor IndistinguishableMembers = Create(
        "VAPI014", DiagnosticSeverity.Info, "Two members of a union cannot be distinguished",
        "Every valid '{0}' is also a valid '{1}', so it is read as '{1}'. Add a property that has a different constant in each member.");

    public static readonly DiagnosticDescriptor PinMismatch = Create(
        "VAPI015", DiagnosticSeverity.Error, "The document is not the pinned one",
        "The {0} of the document is '{1}', but {2}. No code is generated from this document. Restore the pinned document, or accept this one with {3}.");

    public static readonly DiagnosticDescriptor FilterMatchesNothing = Create(
        "VAPI016", DiagnosticSeverity.Warning, "A filter matches nothing",
        "{0} matches none of the document's {1}. The document has, for example: {2}.");

    public static readonly DiagnosticDescriptor NoDocument = Create(
        "VAPI017", DiagnosticSeverity.Warning, "The project has no OpenAPI document",
        "The project references Vapi.Generators, but has no OpenAPI document. Put an openapi.json or openapi.yaml next to the project file, or add a document with <AdditionalFiles Include=\"…\" OpenApiNamespace=\"…\" />.");

    public static readonly DiagnosticDescriptor DuplicateOperationId = Create(
        "VAPI018", DiagnosticSeverity.Info, "Two operations have the same ID",
        "The operationId '{0}' is also used by '{1}', so this operation is named '{2}'. Give each operation a unique operationId.");

    public static readonly DiagnosticDescriptor ForeignReference = Create(
        "VAPI020", DiagnosticSeverity.Warning, "A reference leads outside the project",
        "The reference '{0}' cannot be resolved{1}, and JsonElement is generated instead. {2}.");

    public static readonly DiagnosticDescriptor NoPages = Create(
        "VAPI021", DiagnosticSeverity.Info, "A list operation has no method for all pages",
        "'{0}' looks like a list operation with pages, but it has no method for all pages: {1}. To state how its pages are read, set OpenApiPagination.");

    public static readonly DiagnosticDescriptor TypesNotShared = Create(
        "VAPI022", DiagnosticSeverity.Error, "The types of another document cannot be used",
        "'{0}' is '{1}', but {2}. No code is generated from this document.");

    public static readonly DiagnosticDescriptor LockedNameUnused = Create(
        "VAPI023", DiagnosticSeverity.Info, "A locked name is not used",
        "The names lock has the name '{0}' for '{1}', which the document does not have. To remove the name, run 'dotnet build -t:LockOpenApi'.");

    public static readonly DiagnosticDescriptor LockedNameIgnored = Create(
        "VAPI024", DiagnosticSeverity.Warning, "A locked name is ignored",
        "{0} is ignored: {1}. Names are chosen as if it were absent.");

    public static readonly DiagnosticDescriptor OverlayNotApplied = Create(
        "VAPI025", DiagnosticSeverity.Error, "An overlay cannot be applied",
        "The overlay cannot be applied: {0}. No code is generated from this document. Correct the overlay.");

    public static readonly DiagnosticDescriptor OverlayMismatch = Create(
        "VAPI026", DiagnosticSeverity.Warning, "An overlay does not match the document",
        "The overlay does not match the document: {0}. The rest of the overlay is applied. Correct the overlay, or remove this part of it.");

    public static readonly DiagnosticDescriptor UnknownWebhookSchema = Create(
        "VAPI027", DiagnosticSeverity.Warning, "A schema of OpenApiWebhooks does not exist",
        "'{0}' in OpenApiWebhooks is not a schema of the document, so nothing is generated to receive it. The document has, for example: {1}.");

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = new[]
    {
        UnreadableDocument, LanguageVersionTooLow, JsonMissing, InvalidOption, DocumentDeviates, KeywordIgnored, UnresolvedReference, NameChanged, ConflictingAllOf,
        UndeclaredPathParameter, IgnoredParameter, Unsupported, DuplicateDocument, IndistinguishableMembers, PinMismatch, FilterMatchesNothing, NoDocument,
        DuplicateOperationId, ForeignReference, NoPages, TypesNotShared, LockedNameUnused, LockedNameIgnored, OverlayNotApplied, OverlayMismatch, UnknownWebhookSchema,
    }.ToDictionary(d => d.Id);

    public static DiagnosticDescriptor Find(string id) => ById[id];

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message)
        => new(id, title, message, "Vapi.Generators", severity, isEnabledByDefault: true, helpLinkUri: HelpPage + "#" + id.ToLowerInvariant());
}
