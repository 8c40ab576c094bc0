using Vapi.Generators.Reading.Files;
using Vapi.Generators.Tool.Documents;

namespace Vapi.Generators.Tool.Commands;

/// <summary>The document of a project on the disk, and its lock file.</summary>
/// <param name="Bytes">Null if the file does not exist yet.</param>
/// <param name="Overlays">In the order in which they apply.</param>
internal sealed record ProjectDocument(string Path, byte[]? Bytes, DocumentLock? Lock, GeneratorOptions Options, IReadOnlyList<Overlay> Overlays)
{
    private static readonly string[] Names = ["openapi.json", "openapi.yaml", "openapi.yml"];

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The ETag for a conditional request; null if the lock file does not describe these bytes from this URL.</summary>
    public string? ETagFor(string url) => Bytes is not null && Lock is { } known && known.Url == url && known.Sha256 == ApiDocument.Hash(Bytes) ? known.ETag : null;

    public static ProjectDocument Read(CommandSettings settings)
    {
        string path = System.IO.Path.GetFullPath(settings.Document ?? Names.FirstOrDefault(File.Exists) ?? Names[0]);
        GeneratorOptions options = ProjectOptions.Read(settings.Configuration, path);
        return new ProjectDocument(path, File.Exists(path) ? File.ReadAllBytes(path) : null, LockFile.Read(path), options, ProjectOverlays.Read(settings.Overlays, options, path));
    }

    /// <summary>The path of the names lock, which may not exist.</summary>
    public string NamesPath => NamesLock.PathOf(Path);

    public ApiDocument Parse(byte[] bytes, CommandSettings settings, CancellationToken cancellationToken)
        => ApiDocument.Read(Path, bytes, Options, settings.Others, Overlays, cancellationToken);

    /// <summary>The content of a lock file for these bytes and the overlays on the disk.</summary>
    public DocumentLock Pin(string? url, string version, byte[] bytes, string? etag) => new(url, version, ApiDocument.Hash(bytes), etag) { Overlays = [.. Overlays.Select(o => o.Sha256)] };
}
