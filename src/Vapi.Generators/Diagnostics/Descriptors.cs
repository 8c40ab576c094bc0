using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Diagnostics;

/// <summary>Everything the generator can say. One ID has one meaning; each has a section in docs/diagnostics.md.</summary>
internal static class Descriptors
{
    /// <summary>The page with a section for each ID, in the repository that the package names.</summary>
    private const string HelpPage = "https://github.com/vapi-generators/vapi-generators/blob/main/docs/diagnostics.md";

    public static readonly DiagnosticDescriptor UnreadableDocument = Create(
        "VAPI001", DiagnosticSeverity.Error, "The document cannot be read",
        "{0}; nothing is generated from this document: put a complete OpenAPI document there");

    public static readonly DiagnosticDescriptor LanguageVersionTooLow = Create(
        "VAPI002", DiagnosticSeverity.Error, "The C# version is too low",
        "The generated code needs C# 11 and this project compiles as C# {0}: set <LangVersion>latest</LangVersion> in the project file");

    public static readonly DiagnosticDescriptor JsonMissing = Create(
        "VAPI003", DiagnosticSeverity.Error, "System.Text.Json is missing",
        "The generated code needs System.Text.Json, which this target framework does not include: run 'dotnet add package System.Text.Json'");

    public static readonly DiagnosticDescriptor InvalidOption = Create(
        "VAPI004", DiagnosticSeverity.Error, "An option has a value that is not understood",
        "'{0}' is '{1}', which is not {2}: nothing is generated from this document; correct it in the project file");

    public static readonly DiagnosticDescriptor DocumentDeviates = Create(
        "VAPI005", DiagnosticSeverity.Warning, "The document deviates from OpenAPI",
        "The document deviates from OpenAPI: {0}; the rest of it is used as it is");

    public static readonly DiagnosticDescriptor KeywordIgnored = Create(
        "VAPI006", DiagnosticSeverity.Info, "A keyword is ignored",
        "'{0}' is ignored: {1}; the rest is used as if it were not there");

    public static readonly DiagnosticDescriptor UnresolvedReference = Create(
        "VAPI007", DiagnosticSeverity.Info, "A reference points nowhere",
        "The document has no '{0}': {1}; correct the reference, or add what it names");

    public static readonly DiagnosticDescriptor NameChanged = Create(
        "VAPI008", DiagnosticSeverity.Info, "A name was changed",
        "'{0}' is called '{1}' in C#, because '{2}' is taken; rename one of the two in the document to change that");

    public static readonly DiagnosticDescriptor ConflictingAllOf = Create(
        "VAPI009", DiagnosticSeverity.Warning, "The parts of an allOf contradict each other",
        "The parts of this allOf contradict each other: {0}; {1} generated");

    public static readonly DiagnosticDescriptor UndeclaredPathParameter = Create(
        "VAPI010", DiagnosticSeverity.Info, "A path parameter is not declared",
        "The parameter '{0}' of the path '{1}' is not declared: it is added as a required string");

    public static readonly DiagnosticDescriptor IgnoredParameter = Create(
        "VAPI011", DiagnosticSeverity.Info, "A parameter is ignored",
        "The parameter '{0}' is ignored: {1}");

    public static readonly DiagnosticDescriptor Unsupported = Create(
        "VAPI012", DiagnosticSeverity.Warning, "A construct is not supported",
        "Not supported: {0}; generated instead: {1}");

    public static readonly DiagnosticDescriptor DuplicateDocument = Create(
        "VAPI013", DiagnosticSeverity.Error, "Two documents have the same namespace",
        "The namespace '{0}' is taken by the document '{1}': give this one another by the metadata OpenApiNamespace; nothing is generated from it");

    public static readonly DiagnosticDescriptor IndistinguishableMembers = Create(
        "VAPI014", DiagnosticSeverity.Info, "Two members of a union cannot be told apart",
        "Every '{0}' looks like a '{1}' too: a reader takes it for that; give the members a property with different constants");

    public static readonly DiagnosticDescriptor PinMismatch = Create(
        "VAPI015", DiagnosticSeverity.Error, "The document is not the pinned one",
        "The {0} of the document is '{1}', but {2}: nothing is generated from it; restore the pinned document, or accept this one by {3}");

    public static readonly DiagnosticDescriptor FilterMatchesNothing = Create(
        "VAPI016", DiagnosticSeverity.Warning, "A filter matches nothing",
        "{0} matches none of the document's {1}; it has, among others: {2}");

    public static readonly DiagnosticDescriptor NoDocument = Create(
        "VAPI017", DiagnosticSeverity.Warning, "There is no document",
        "The project references Vapi.Generators, but has no OpenAPI document: put an openapi.json or openapi.yaml beside the project file, or add one as <AdditionalFiles Include=\"…\" OpenApiNamespace=\"…\" />");

    public static readonly DiagnosticDescriptor DuplicateOperationId = Create(
        "VAPI018", DiagnosticSeverity.Info, "Two operations have the same ID",
        "The operationId '{0}' is that of '{1}' too: this operation is called '{2}'; give it an ID of its own");

    public static readonly DiagnosticDescriptor ForeignReference = Create(
        "VAPI020", DiagnosticSeverity.Warning, "A reference leads out of the project",
        "The reference '{0}' cannot be followed{1}, and any JSON (JsonElement) is generated in its place: {2}");

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = new[]
    {
        UnreadableDocument, LanguageVersionTooLow, JsonMissing, InvalidOption, DocumentDeviates, KeywordIgnored, UnresolvedReference, NameChanged, ConflictingAllOf,
        UndeclaredPathParameter, IgnoredParameter, Unsupported, DuplicateDocument, IndistinguishableMembers, PinMismatch, FilterMatchesNothing, NoDocument,
        DuplicateOperationId, ForeignReference,
    }.ToDictionary(d => d.Id);

    public static DiagnosticDescriptor Find(string id) => ById[id];

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message)
        => new(id, title, message, "Vapi.Generators", severity, isEnabledByDefault: true, helpLinkUri: HelpPage + "#" + id.ToLowerInvariant());
}
