using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Parsing;

/// <summary>Text to document. The only caller of Microsoft.OpenApi's reader: what it objects to in a usable document is a finding, not an end.</summary>
internal static class DocumentReader
{
    private static readonly Uri Nowhere = new("file:///openapi.json");

    /// <summary>The document, or null and one diagnostic that says why there is none.</summary>
    public static OpenApiDocument? Read(SourceText text, DocumentIndex index, byte[] utf8, List<Finding> findings, List<DiagnosticInfo> diagnostics)
    {
        if (!TryParse(text, index, utf8, out JsonNode? root, out DiagnosticInfo? failure))
        {
            diagnostics.Add(failure!);
            return null;
        }

        ReadResult result;
        try
        {
            result = new OpenApiJsonReader().Read(root!, Nowhere, new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() });
        }
        catch (Exception exception) when (exception is OpenApiException or OpenApiUnsupportedSpecVersionException or InvalidOperationException or ArgumentException or FormatException or JsonException or NullReferenceException)
        {
            // The reader stops with these on input that it did not expect, without a position.
            diagnostics.Add(Unreadable(index.Root, $"Microsoft.OpenApi cannot read it ({FirstLine(exception.Message)})"));
            return null;
        }

        foreach (OpenApiError error in result.Diagnostic?.Errors.Concat(result.Diagnostic.Warnings) ?? [])
            findings.Add(ToFinding(error));

        if (result.Document is null)
            diagnostics.Add(Unreadable(index.Root, "Microsoft.OpenApi finds no OpenAPI document in it"));

        return result.Document;
    }

    private static bool TryParse(SourceText text, DocumentIndex index, byte[] utf8, out JsonNode? root, out DiagnosticInfo? failure)
    {
        root = null;
        failure = null;
        if (utf8.All(b => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
        {
            failure = Unreadable(index.At(0, 0), "The file is empty");
            return false;
        }

        try
        {
            root = JsonNode.Parse(utf8);
        }
        catch (JsonException exception)
        {
            long line = exception.LineNumber ?? 0;
            int at = line < text.Lines.Count ? Encoding.UTF8.GetByteCount(text.ToString(TextSpan.FromBounds(0, text.Lines[(int)line].Start))) + (int)(exception.BytePositionInLine ?? 0) : utf8.Length;
            failure = Unreadable(index.At(at, at + 1), "The file is not JSON: " + Reason(exception));
            return false;
        }

        bool isDocument = root is JsonObject document && (document.ContainsKey("openapi") || document.ContainsKey("swagger"));
        if (!isDocument)
            failure = Unreadable(index.Root, "The file is JSON, but not an OpenAPI document: it has no property 'openapi' or 'swagger'");

        return isDocument;
    }

    /// <summary>An unknown keyword changes nothing in the code; anything else might.</summary>
    private static Finding ToFinding(OpenApiError error)
    {
        const string UnknownKeyword = " is not a valid property at ";
        int at = error.Message.IndexOf(UnknownKeyword, StringComparison.Ordinal);
        string pointer = error.Pointer is { Length: > 0 } given ? given : at >= 0 ? error.Message.Substring(at + UnknownKeyword.Length) : "#";
        return at >= 0
            ? new Finding(Descriptors.KeywordIgnored.Id, pointer, [error.Message.Substring(0, at)])
            : new Finding(Descriptors.DocumentDeviates.Id, pointer, [FirstLine(error.Message)]);
    }

    private static DiagnosticInfo Unreadable(DocumentLocation location, string reason)
        => new() { Id = Descriptors.UnreadableDocument.Id, Location = location, Arguments = [reason] };

    /// <summary>The message without the position, which the diagnostic shows itself.</summary>
    private static string Reason(JsonException exception)
    {
        string line = FirstLine(exception.Message);
        int position = line.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? line : line.Substring(0, position)).TrimEnd('.');
    }

    private static string FirstLine(string message) => message.Split(['\r', '\n'], 2)[0];
}
