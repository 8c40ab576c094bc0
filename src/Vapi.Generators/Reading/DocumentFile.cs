using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading;

/// <summary>A file of a document: its JSON, and where everything in it stands.</summary>
internal sealed class DocumentFile
{
    /// <summary>Deeper than any document needs, and as deep as the stack of a compiler's thread allows for certain.</summary>
    public const int MaxDepth = 256;

    private static readonly Dictionary<string, string> NoSpellings = [];

    private DocumentFile(string path, DocumentIndex index, JsonElement root)
    {
        Path = path;
        Index = index;
        Root = root;
    }

    public string Path { get; }

    public DocumentIndex Index { get; }

    public JsonElement Root { get; }

    /// <summary>How values are spelled in YAML that JSON spells in another way, by their pointers: the text of a version <c>0x10</c> is not 16.</summary>
    public IReadOnlyDictionary<string, string> Spellings { get; init; } = NoSpellings;

    /// <summary>Whether it is the document itself, and not only referred to.</summary>
    public bool IsMain { get; init; }

    /// <summary>The file, or null and why it cannot be read, and where that shows.</summary>
    public static DocumentFile? Read(string path, SourceText text, bool isMain, CancellationToken cancellationToken, out (string Reason, DocumentLocation Location) failure)
    {
        failure = default;
        if (IsBlank(text))
        {
            failure = ("The file is empty", DocumentLocation.Of(path, text, default));
            return null;
        }

        byte[] json;
        TokenPlace[]? places = null;
        Dictionary<string, string> spellings = NoSpellings;
        if (IsYaml(path))
        {
            if (YamlText.ToJson(text, cancellationToken, out (string Reason, TextSpan Span) reason) is not { } yaml)
            {
                failure = (reason.Reason, DocumentLocation.Of(path, text, reason.Span));
                return null;
            }

            (json, places, spellings) = yaml;
        }
        else
            json = Encoding.UTF8.GetBytes(text.ToString());

        var index = new DocumentIndex(path, text, json, places);
        try
        {
            JsonDocument document = Cancellable.Run(() => JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth }), cancellationToken);
            return new DocumentFile(path, index, document.RootElement) { IsMain = isMain, Spellings = spellings };
        }
        catch (JsonException exception)
        {
            long line = exception.LineNumber ?? 0;
            int at = line < text.Lines.Count ? Encoding.UTF8.GetByteCount(text.ToString(TextSpan.FromBounds(0, text.Lines[(int)line].Start))) + (int)(exception.BytePositionInLine ?? 0) : json.Length;
            string hint = text.ToString().TrimStart()[0] is '{' or '[' ? "" : " (a document in YAML has a name that ends in .yaml or .yml)";
            failure = ("The file is not JSON: " + Reason(exception) + hint, index.At(at, at + 1));
            return null;
        }
    }

    private static bool IsYaml(string path) => path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private static bool IsBlank(SourceText text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
                return false;
        }

        return true;
    }

    /// <summary>The message without the position, which the diagnostic shows itself.</summary>
    private static string Reason(JsonException exception)
    {
        string line = exception.Message.Split(['\r', '\n'], 2)[0];
        int position = line.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? line : line.Substring(0, position)).TrimEnd('.');
    }
}
