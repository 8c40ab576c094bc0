using System.Text.Json;

namespace Vapi.Generators.Reading.Files;

/// <summary>The content of a document's lock file: the hash and the source of the document.</summary>
/// <param name="Url">The URL of the published document; null if it is unknown.</param>
/// <param name="Version">The document's <c>info.version</c>, for people who read the file.</param>
/// <param name="Sha256">The SHA-256 of the file, in hexadecimal.</param>
/// <param name="ETag">The ETag that the server sent with these bytes (RFC 9110, 8.8.3); null if it sent none.</param>
internal sealed record DocumentLock(string? Url, string? Version, string Sha256, string? ETag)
{
    public const string Extension = ".lock.json";

    private const int Sha256Length = 64;

    /// <summary>The SHA-256 of each overlay of the document, in the order in which they apply.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>The fingerprints of acknowledged changes of the published document. A check does not fail because of them.</summary>
    public IReadOnlyList<string> Acknowledged { get; init; } = [];

    /// <summary>Returns the path of a document's lock file: <c>openapi.lock.json</c> next to <c>openapi.yaml</c>.</summary>
    public static string PathOf(string document) => DocumentFiles.WithoutExtension(document) + Extension;

    public static bool IsLock(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    public static bool IsSha256(string text) => text.Length == Sha256Length && text.All(Uri.IsHexDigit);

    /// <summary>Returns null if the text is not a lock file or has no SHA-256.</summary>
    public static DocumentLock? Parse(string text)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object && Find(json.RootElement, "sha256") is { } sha256 && IsSha256(sha256)
                ? new DocumentLock(Find(json.RootElement, "url"), Find(json.RootElement, "version"), sha256.ToLowerInvariant(), Find(json.RootElement, "etag"))
                {
                    Overlays = [.. FindList(json.RootElement, "overlays").Select(o => o.ToLowerInvariant())],
                    Acknowledged = FindList(json.RootElement, "acknowledged"),
                }
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
