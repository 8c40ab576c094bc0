using System.Text.Json;

namespace Vapi.Generators.Reading.Files;

/// <summary>What a lock file beside a document says: which bytes the document has, and where they came from.</summary>
/// <param name="Url">Where the document is published; null when that is not known.</param>
/// <param name="Version">The document's <c>info.version</c>, for people who read the file.</param>
/// <param name="Sha256">The SHA-256 of the file, in hexadecimal.</param>
/// <param name="ETag">What the server called these bytes (RFC 9110, 8.8.3); null when it called them nothing.</param>
internal sealed record DocumentLock(string? Url, string? Version, string Sha256, string? ETag)
{
    public const string Extension = ".lock.json";

    private const int Sha256Length = 64;

    /// <summary>The fingerprints of changes of the published document that somebody has looked at: a check does not fail because of them.</summary>
    public IReadOnlyList<string> Acknowledged { get; init; } = [];

    /// <summary>Where the lock file of a document is: <c>openapi.lock.json</c> beside <c>openapi.yaml</c>.</summary>
    public static string PathOf(string document)
    {
        int extension = document.LastIndexOf('.');
        return (extension > document.LastIndexOfAny(['/', '\\']) ? document.Substring(0, extension) : document) + Extension;
    }

    public static bool IsLock(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    public static bool IsSha256(string text) => text.Length == Sha256Length && text.All(Uri.IsHexDigit);

    /// <summary>Null for a text that is no lock file: one without the SHA-256 says nothing of the document.</summary>
    public static DocumentLock? Parse(string text)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object && Find(json.RootElement, "sha256") is { } sha256 && IsSha256(sha256)
                ? new DocumentLock(Find(json.RootElement, "url"), Find(json.RootElement, "version"), sha256.ToLowerInvariant(), Find(json.RootElement, "etag")) { Acknowledged = FindList(json.RootElement, "acknowledged") }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> FindList(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
        : [];

    private static string? Find(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
