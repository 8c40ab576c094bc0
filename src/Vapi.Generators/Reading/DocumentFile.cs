using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading;

/// <summary>A file of a document: its JSON, and where everything in it stands.</summary>
internal sealed class DocumentFile
{
    /// <summary>What is inside parts that are looked into again: the file itself finds a member by reading all before it.</summary>
    private readonly Dictionary<string, Dictionary<string, JsonElement>?> _insides = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> NoSpellings = [];

    /// <summary>Long texts, by where they stand.</summary>
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    private DocumentAnchors? _anchors;

    private DocumentFile(string path, DocumentIndex index, JsonElement root, long length)
    {
        Path = path;
        Index = index;
        Root = root;
        Length = length;
    }

    /// <summary>How long its JSON is, in bytes.</summary>
    public long Length { get; }

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
        {
            json = Encoding.UTF8.GetBytes(text.ToString());
            Surrogates.Replace(json);
        }

        var index = new DocumentIndex(path, text, json, places);
        try
        {
            JsonDocument document = Cancellable.Run(() => JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Levels.Max }), cancellationToken);
            return new DocumentFile(path, index, document.RootElement, json.Length) { IsMain = isMain, Spellings = spellings };
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

    /// <summary>What a pointer leads to, and the pointer in its usual spelling; null when there is nothing, or all of the document. A name instead of a pointer is an anchor (JSON Schema 2020-12, 8.2.2).</summary>
    public (string Pointer, JsonElement Element)? Find(string fragment)
    {
        if (fragment.Length > 0 && fragment[0] != '/')
            return (_anchors ??= new DocumentAnchors(Root)).Find(fragment);
        if (fragment.Length == 0 && IsMain)
            return null;

        JsonElement element = Root;
        string pointer = "#";
        foreach (string token in fragment.Split('/').Skip(1).Select(DocumentPointer.Unescape))
        {
            if (!TryFind(ref element, pointer, token))
                return null;

            pointer += "/" + DocumentPointer.Escape(token);
        }

        return (pointer, element);
    }

    /// <summary>The text that stands at a pointer, where it is long and was read before: the same object every time.</summary>
    public string? FindShared(string pointer) => _texts.TryGetValue(pointer, out string? known) ? known : null;

    /// <inheritdoc cref="FindShared"/>
    public void Share(string pointer, string text) => _texts[pointer] = text;

    private bool TryFind(ref JsonElement element, string pointer, string token)
    {
        if (_insides.TryGetValue(pointer, out Dictionary<string, JsonElement>? inside))
        {
            inside ??= _insides[pointer] = Inside(element);
            if (element.ValueKind == JsonValueKind.Array && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                token = number.ToString(CultureInfo.InvariantCulture);

            return inside.TryGetValue(token, out element);
        }

        _insides.Add(pointer, null);
        return element.ValueKind switch
        {
            JsonValueKind.Object => element.TryGetProperty(token, out element),
            JsonValueKind.Array when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < element.GetArrayLength() => (element = element[index]).ValueKind != JsonValueKind.Undefined,
            _ => false,
        };
    }

    private static Dictionary<string, JsonElement> Inside(JsonElement element)
    {
        var inside = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in element.EnumerateObject())
                inside[member.Name] = member.Value;
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
                inside.Add(inside.Count.ToString(CultureInfo.InvariantCulture), item);
        }

        return inside;
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
