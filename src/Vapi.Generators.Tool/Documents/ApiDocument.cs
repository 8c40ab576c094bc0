using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Documents;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Reading.Documents;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Findings;
using Vapi.Generators.Reading.Limits;
using Vapi.Generators.Reading.Trees;

namespace Vapi.Generators.Tool.Documents;

/// <summary>A document as the generator reads it: its model, and the positions of its parts.</summary>
internal sealed class ApiDocument
{
    /// <summary>The capabilities of a project for the newest .NET, so that the report does not depend on the target framework.</summary>
    private static readonly Capabilities Newest = new()
    {
        LanguageVersion = int.MaxValue,
        HasJson = true,
        HasTypeInfoResolver = true,
        HasHttpClientFactory = true,
        HasKeyedServices = true,
        HasConfiguration = true,
        HasEndpoints = true,
        HasDateOnly = true,
        HasUnionAttribute = true,
        HasIUnion = true,
        HasRequiredMemberAttribute = true,
        HasCompilerFeatureRequiredAttribute = true,
        HasSetsRequiredMembersAttribute = true,
    };

    private readonly DocumentBundle _bundle;

    private ApiDocument(string sha256, ApiModel model, MemberPlaces places, DocumentBundle bundle)
    {
        Sha256 = sha256;
        Model = model;
        Places = places;
        _bundle = bundle;
        Info = model.Declarations.OfType<ApiInfoModel>().Single();
    }

    /// <summary>The SHA-256 hash in hexadecimal.</summary>
    public string Sha256 { get; }

    public ApiModel Model { get; }

    public MemberPlaces Places { get; }

    public ApiInfoModel Info { get; }

    /// <summary>Reads a document.</summary>
    /// <param name="path">The path of the document, which may not exist yet. The extension determines whether the document is YAML.</param>
    /// <param name="others">The files that the document can reference.</param>
    /// <param name="overlays">The overlays to apply, in order.</param>
    /// <param name="names">The path of the names lock, which may not exist; null for the one next to the document.</param>
    /// <exception cref="ToolException">The file is not a document, no code can be generated from it, or the names lock is invalid.</exception>
    public static ApiDocument Read(
        string path, byte[] bytes, GeneratorOptions options, IReadOnlyList<string> others, IReadOnlyList<Overlay> overlays, CancellationToken cancellationToken, string? names = null)
    {
        SourceText text = Decode(path, bytes);
        var start = new DocumentLocation(path, default, default);
        Refuse(options.Validate(start));
        DocumentSource source = new DocumentSource(path, text, options with { Overlays = overlays.Select(o => o.Path).ToEquatableArray() }).WithOthers(
            [.. overlays.Select(o => new ReferableFile(o.Path, Decode(o.Path, o.Bytes))), .. others.Where(File.Exists).Select(o => new ReferableFile(o, Decode(o, File.ReadAllBytes(o))))], cancellationToken);
        LockedNames locked = ReadNames(names ?? NamesLock.PathOf(path), cancellationToken);
        return Cancellable.RunDeep(() => Read(source, Hash(bytes), locked, cancellationToken), cancellationToken);
    }

    public static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();

    /// <summary>The names lock with the names of this document.</summary>
    public byte[] WriteNames() => Encoding.UTF8.GetBytes(Places.Names.Write());

    /// <summary>Returns the positions of pointers in the files of the document. A pointer without a target gets the position of the nearest part that exists.</summary>
    public DocumentLocation[] Locate(IReadOnlyList<string> pointers, CancellationToken cancellationToken)
        => _bundle.Locate([.. pointers.Select(p => new Finding(Descriptors.DocumentDeviates.Id, p, []))], cancellationToken);

    private static LockedNames ReadNames(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return LockedNames.None;

        LockedNames names = LockedNames.Read(path, Decode(path, File.ReadAllBytes(path)), cancellationToken);
        return names.Failure is not { } failure ? names
            : throw new ToolException($"{Path.GetFileName(path)} cannot be used: {MessageText.Clean(failure)}: restore it, or delete it and create it again by 'lock --names' (-t:LockOpenApi -p:OpenApiLockNames=true)");
    }

    private static ApiDocument Read(DocumentSource source, string sha256, LockedNames names, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        var diagnostics = new List<DiagnosticInfo>();
        (OpenApiDocument Document, DocumentBundle Bundle)? read = DocumentReader.Read(source.Path, source.Text!, source.Others.Select(o => (o.Path, o.Text)), [.. source.Overlays.Select(o => (o.Path, o.Text))], null, findings, diagnostics, cancellationToken);
        Refuse(diagnostics);
        (OpenApiDocument document, DocumentBundle bundle) = read!.Value;
        var places = new MemberPlaces();
        ApiModel? model = ApiParser.Parse(document, source.Options, Newest, sha256, source.Text!.Length, findings, names, cancellationToken, places);
        DocumentLocation[] locations = bundle.Locate(findings, cancellationToken);
        Refuse(findings.Select((finding, i) => new DiagnosticInfo(finding.Id, locations[i], finding.Arguments)));
        return new ApiDocument(sha256, model!, places, bundle);
    }

    /// <summary>Throws the first error, as the build would report it.</summary>
    private static void Refuse(IEnumerable<DiagnosticInfo> diagnostics)
    {
        if (diagnostics.Select(d => d.ToDiagnostic()).FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is not { } error)
            return;

        FileLinePositionSpan location = error.Location.GetLineSpan();
        LinePosition place = location.StartLinePosition;
        throw new ToolException($"{Path.GetFileName(location.Path)}({place.Line + 1},{place.Character + 1}): {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    /// <summary>The compiler reads a file that is not UTF-8 in another encoding, and the hash of its text then differs from the hash of the bytes.</summary>
    private static SourceText Decode(string path, byte[] bytes)
    {
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new ToolException($"{Path.GetFileName(path)} is not in UTF-8, as JSON has to be (RFC 8259, 8.1)");
        }

        return SourceText.From(bytes, bytes.Length, Encoding.UTF8);
    }
}
