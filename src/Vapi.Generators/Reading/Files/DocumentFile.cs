using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Limits;
using Vapi.Generators.Reading.Yaml;

namespace Vapi.Generators.Reading.Files;

/// <summary>A file of a document: its JSON and the positions of its parts.</summary>
internal sealed class DocumentFile
{
    private static readonly Dictionary<string, string> NoSpellings = [];

    private static readonly Dictionary<string, (DocumentFile File, string Pointer)> NoOrigins = [];

    /// <summary>Long texts, by their pointers.</summary>
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    private readonly DocumentPart _root;

    /// <summary>The YAML spellings of values that JSON spells differently, by their pointers: a version <c>0x10</c> must not become 16.</summary>
    private IReadOnlyDictionary<string, string> _spellings = NoSpellings;

    /// <summary>The parts that come from other files, or from other places of the same file.</summary>
    private Dictionary<string, (DocumentFile File, string Pointer)> _origins = NoOrigins;

    private DocumentAnchors? _anchors;

    private DocumentFile(string path, DocumentIndex index, JsonElement root, long length)
    {
        Path = path;
        Index = index;
        Root = root;
        _root = new DocumentPart(root);
        Length = length;
    }

    /// <summary>The length of its JSON in bytes.</summary>
    public long Length { get; }

    public string Path { get; }

    public DocumentIndex Index { get; }

    public JsonElement Root { get; }

    /// <summary>Whether it is the document itself, not a referenced file.</summary>
    public bool IsMain { get; init; }

    /// <summary>Reads a file; returns null, with the reason and the location, if it cannot be read.</summary>
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
            JsonDocument document = Cancellable.Run(() => Parse(json), cancellationToken);
            return new DocumentFile(path, index, document.RootElement, json.Length) { IsMain = isMain, _spellings = spellings };
        }
        catch (JsonException exception)
        {
            long line = exception.LineNumber ?? 0;
            int at = line < text.Lines.Count ? Encoding.UTF8.GetByteCount(text.ToString(TextSpan.FromBounds(0, text.Lines[(int)line].Start))) + (int)(exception.BytePositionInLine ?? 0) : json.Length;
            string hint = text.ToString().TrimStart()[0] is '{' or '[' ? "" : " (the name of a YAML document must end in .yaml or .yml)";
            failure = ("The file is not JSON: " + Reason(exception) + hint, index.At(at, at + 1));
            return null;
        }
    }

    /// <summary>The same document after overlays were applied; null if it is too deep.</summary>
    /// <param name="origins">The parts that are not from the same place of this file.</param>
    public DocumentFile? With(byte[] json, Dictionary<string, (DocumentFile File, string Pointer)> origins)
    {
        origins["#"] = (this, "#");
        try
        {
            return new DocumentFile(Path, Index, Parse(json).RootElement, json.Length) { IsMain = IsMain, _origins = origins };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns the file and the place that a part comes from.</summary>
    public (DocumentFile File, string Pointer) Trace(string pointer)
        => DocumentPointer.FindNearest(_origins, pointer) is { } origin ? (origin.Value.File, origin.Value.Pointer + pointer.Substring(origin.Length)) : (this, pointer);

    /// <summary>The YAML spelling of a value that JSON spells differently; null if the spellings are the same.</summary>
    public string? SpellingOf(string pointer)
    {
        (DocumentFile file, string place) = Trace(pointer);
        return file._spellings.TryGetValue(place, out string? spelling) ? spelling : null;
    }

    /// <summary>Finds the target of a pointer and its normalized pointer; null if it does not exist or is the whole document. A name instead of a pointer is an anchor (JSON Schema 2020-12, 8.2.2).</summary>
    public (string Pointer, JsonElement Element)? Find(string fragment)
    {
        if (fragment.Length > 0 && fragment[0] != '/')
            return (_anchors ??= new DocumentAnchors(Root)).Find(fragment);
        if (fragment.Length == 0 && IsMain)
            return null;

        string[] tokens = Tokens(fragment);
        DocumentPart? part = tokens.Aggregate<string, DocumentPart?>(_root, (part, token) => part?[token]);
        return part is null ? null : (string.Join("/", tokens.Select(DocumentPointer.Escape).Prepend("#")), part.Element);
    }

    /// <summary>Finds the target of a fragment relative to the nearest ancestor of a pointer, for a schema that uses itself as the root of its references.</summary>
    public (string Pointer, JsonElement Element)? FindAbove(string pointer, string fragment)
    {
        string[] tokens = Tokens(pointer);
        var parts = new List<DocumentPart>();
        for (DocumentPart? part = _root; part is not null && parts.Count < tokens.Length; part = part[tokens[parts.Count - 1]])
            parts.Add(part);

        string[] below = Tokens(fragment);
        for (int count = parts.Count - 1; count > 0; count--)
        {
            if (below.Aggregate<string, DocumentPart?>(parts[count], (part, token) => part?[token]) is { } found)
                return (string.Join("/", tokens.Take(count).Concat(below).Select(DocumentPointer.Escape).Prepend("#")), found.Element);
        }

        return null;
    }

    /// <summary>Returns the part with its own URI (JSON Schema 2020-12, 8.2.1), or the part that a fragment of this URI refers to; null if there is none.</summary>
    public (string Pointer, JsonElement Element)? Identify(string id, string fragment)
    {
        if ((_anchors ??= new DocumentAnchors(Root)).Identify(id) is not { } owner)
            return null;
        if (fragment.Length == 0)
            return owner.Pointer.Length > 1 ? owner : null;

        return Find(fragment[0] == '/' ? owner.Pointer.Substring(1) + fragment : fragment);
    }

    /// <summary>The long text at a pointer that was read before: always the same string object.</summary>
    public string? FindShared(string pointer) => _texts.TryGetValue(pointer, out string? known) ? known : null;

    /// <inheritdoc cref="FindShared"/>
    public void Share(string pointer, string text) => _texts[pointer] = text;

    private static JsonDocument Parse(byte[] json) => JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Levels.Max });

    private static string[] Tokens(string pointer) => [.. pointer.Split('/').Skip(1).Select(DocumentPointer.Unescape)];

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

    /// <summary>The message without the position, which the diagnostic already has.</summary>
    private static string Reason(JsonException exception)
    {
        string line = exception.Message.Split(['\r', '\n'], 2)[0];
        int position = line.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? line : line.Substring(0, position)).TrimEnd('.');
    }
}
