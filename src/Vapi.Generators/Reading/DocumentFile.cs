using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading;

/// <summary>A file of a document: its JSON, and where everything in it stands.</summary>
internal sealed class DocumentFile
{
    /// <summary>Deeper than any document needs, and as deep as the stack of a compiler's thread allows for certain.</summary>
    private const int MaxDepth = 256;

    private DocumentFile(string path, byte[] utf8, DocumentIndex index, JsonElement root)
    {
        Path = path;
        Utf8 = utf8;
        Index = index;
        Root = root;
    }

    public string Path { get; }

    public byte[] Utf8 { get; }

    public DocumentIndex Index { get; }

    public JsonElement Root { get; }

    /// <summary>Whether it is the document itself, and not only referred to.</summary>
    public bool IsMain { get; init; }

    /// <summary>The file, or null and why it cannot be read, and where that shows.</summary>
    public static DocumentFile? Read(string path, SourceText text, bool isMain, out (string Reason, DocumentLocation Location) failure)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text.ToString());
        var index = new DocumentIndex(path, text, utf8);
        failure = default;
        if (Array.TrueForAll(utf8, b => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
        {
            failure = ("The file is empty", index.At(0, 0));
            return null;
        }

        try
        {
            JsonDocument document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return new DocumentFile(path, utf8, index, document.RootElement) { IsMain = isMain };
        }
        catch (JsonException exception)
        {
            long line = exception.LineNumber ?? 0;
            int at = line < text.Lines.Count ? Encoding.UTF8.GetByteCount(text.ToString(TextSpan.FromBounds(0, text.Lines[(int)line].Start))) + (int)(exception.BytePositionInLine ?? 0) : utf8.Length;
            failure = ("The file is not JSON: " + Reason(exception), index.At(at, at + 1));
            return null;
        }
    }

    /// <summary>The message without the position, which the diagnostic shows itself.</summary>
    private static string Reason(JsonException exception)
    {
        string line = exception.Message.Split(['\r', '\n'], 2)[0];
        int position = line.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? line : line.Substring(0, position)).TrimEnd('.');
    }
}
