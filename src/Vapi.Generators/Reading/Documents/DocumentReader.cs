using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Findings;
using Vapi.Generators.Reading.Limits;
using Vapi.Generators.Reading.Overlays;
using Vapi.Generators.Reading.Specification;
using Vapi.Generators.Reading.Trees;

namespace Vapi.Generators.Reading.Documents;

/// <summary>Reads a document from text. It is the only caller of Microsoft.OpenApi's reader. Errors that the reader reports in a usable document become findings.</summary>
internal static class DocumentReader
{
    private static readonly Uri Nowhere = new("file:///openapi.json");

    /// <summary>Returns the document and its files, or null and one diagnostic with the reason.</summary>
    /// <param name="others">The files that it can reference.</param>
    /// <param name="overlays">The overlays to apply, in order. A file without a text does not exist.</param>
    /// <param name="url">The URL of the published document; null if it is unknown.</param>
    public static (OpenApiDocument Document, DocumentBundle Bundle)? Read(
        string path,
        SourceText text,
        IEnumerable<(string Path, SourceText Text)> others,
        IReadOnlyList<(string Path, SourceText? Text)> overlays,
        string? url,
        FindingList findings,
        List<DiagnosticInfo> diagnostics,
        CancellationToken cancellationToken)
    {
        if (DocumentFile.Read(path, text, isMain: true, cancellationToken, out (string Reason, DocumentLocation Location) failure) is not { } original)
            return Refuse(failure.Location, failure.Reason);
        if ((overlays.Count == 0 ? original : OverlayApplier.Apply(original, overlays, url, findings, diagnostics, cancellationToken)) is not { } file)
            return null;
        if (OpenApiVersion.Of(file.Root) is not { } version)
            return Refuse(file.Index.Root, "The file is not an OpenAPI document: it has no 'openapi' or 'swagger' property");
        if (!version.IsSupported)
            return Refuse(Locate(file, version.Pointer, cancellationToken), $"Version {version.Text} is not supported. The supported versions are OpenAPI 2.0 and 3.0 to 3.2");

        DocumentBundle bundle = DocumentBundler.Bundle(new DocumentFiles(file, others), version, findings, cancellationToken);
        if (version.IsNewer)
            findings.Add(new Finding(Descriptors.KeywordIgnored.Id, version.Pointer, [version.Text, $"the document is read as OpenAPI {version}, the newest supported version"]));

        return ReadOrRepair(bundle, findings, cancellationToken) is { } document
            ? (document, bundle)
            : Refuse(file.Index.Root, "Microsoft.OpenApi finds no OpenAPI document in the file");

        (OpenApiDocument, DocumentBundle)? Refuse(DocumentLocation location, string reason)
        {
            diagnostics.Add(new DiagnosticInfo(Descriptors.UnreadableDocument.Id, location, reason));
            return null;
        }
    }

    private static DocumentLocation Locate(DocumentFile file, string pointer, CancellationToken cancellationToken)
    {
        (DocumentFile origin, string place) = file.Trace(pointer);
        return origin.Index.Locate([place], cancellationToken)[0];
    }

    private static OpenApiDocument? ReadOrRepair(DocumentBundle bundle, FindingList findings, CancellationToken cancellationToken)
    {
        ReadResult? result = Cancellable.Run(() => Read(bundle.Root), cancellationToken);
        if (result is null)
        {
            new DocumentRepair(bundle.Root, root => Read(root) is not null, findings, cancellationToken).Run();
            result = Cancellable.Run(() => Read(bundle.Root), cancellationToken);
        }

        findings.AddRange(FindingParser.Parse(result?.Diagnostic?.Errors.Concat(result.Diagnostic.Warnings) ?? [], bundle.Root));
        return result?.Document;
    }

    /// <summary>Returns null if the reader throws. It throws arbitrary exceptions for unexpected input, so all of them are caught.</summary>
    private static ReadResult? Read(JsonObject root)
    {
        try
        {
            return new OpenApiJsonReader().Read(root, Nowhere, new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() });
        }
        catch (Exception)
        {
            return null;
        }
    }
}
