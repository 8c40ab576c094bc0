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
    /// <summary>Deeper than any document needs, and as deep as the stack of a compiler's thread allows for certain.</summary>
    private const int MaxDepth = 256;

    /// <summary>Where a schema says that it is nullable when it has no type to say it with.</summary>
    public const string NullableExtension = "x-nullable";

    /// <summary>The constant of a schema when it is no text.</summary>
    public const string ConstExtension = "x-const";

    private static readonly Uri Nowhere = new("file:///openapi.json");

    /// <summary>The document, or null and one diagnostic that says why there is none.</summary>
    public static OpenApiDocument? Read(SourceText text, DocumentIndex index, byte[] utf8, List<Finding> findings, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        if (!TryParse(text, index, utf8, out JsonNode? root, out DiagnosticInfo? failure, cancellationToken))
        {
            diagnostics.Add(failure!);
            return null;
        }

        ReadResult result;
        try
        {
            result = Await(() => Read(root!), cancellationToken);
        }
        catch (Exception exception) when (exception is OpenApiException or OpenApiUnsupportedSpecVersionException or InvalidOperationException or ArgumentException or FormatException or JsonException or NullReferenceException)
        {
            // The reader stops with these on input that it did not expect, without a position.
            diagnostics.Add(Unreadable(index.Root, $"Microsoft.OpenApi cannot read it ({FirstLine(exception.Message)})"));
            return null;
        }

        findings.AddRange(FindingParser.Parse(result.Diagnostic?.Errors.Concat(result.Diagnostic.Warnings) ?? [], root!));
        if (result.Document is null)
            diagnostics.Add(Unreadable(index.Root, "Microsoft.OpenApi finds no OpenAPI document in it"));

        return result.Document;
    }

    private static ReadResult Read(JsonNode root)
    {
        KeepWhatIsLost(root);
        return new OpenApiJsonReader().Read(root, Nowhere, new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() });
    }

    /// <summary>What others do for us cannot be interrupted. It runs beside this thread, so that a cancelled run ends at once; what it was at is forgotten.</summary>
    private static T Await<T>(Func<T> work, CancellationToken cancellationToken)
    {
        Task<T> running = Task.Run(work, CancellationToken.None);
        Task.WaitAny([running], cancellationToken);
        return running.GetAwaiter().GetResult();
    }

    /// <summary>
    /// The reader loses OpenAPI 3.0's `nullable` where no type stands beside it (on allOf, oneOf, or alone), and of a `const` whether it is text. Extensions carry both through.
    /// </summary>
    private static void KeepWhatIsLost(JsonNode node)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
            {
                if (item is not null)
                    KeepWhatIsLost(item);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (KeyValuePair<string, JsonNode?> member in members)
            {
                if (member.Value is { } value)
                    KeepWhatIsLost(value);
            }

            if (members["nullable"] is JsonValue nullable && nullable.GetValueKind() == JsonValueKind.True && !members.ContainsKey("type") && !members.ContainsKey("$ref"))
                members[NullableExtension] = true;
            if (members["const"] is JsonValue constant && constant.GetValueKind() != JsonValueKind.String)
                members[ConstExtension] = constant.DeepClone();
        }
    }

    private static bool TryParse(SourceText text, DocumentIndex index, byte[] utf8, out JsonNode? root, out DiagnosticInfo? failure, CancellationToken cancellationToken)
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
            JsonElement json = Await(() => JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth }).RootElement, cancellationToken);
            root = json.ValueKind == JsonValueKind.Object ? JsonObject.Create(json) : null;
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
