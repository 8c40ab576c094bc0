using Vapi.Generators.Reading.Files;
using Vapi.Generators.Tool.Documents;

namespace Vapi.Generators.Tool.Commands;

/// <summary>The document of a project on the disk, and its lock file.</summary>
/// <param name="Bytes">Null if the file does not exist yet.</param>
internal sealed record ProjectDocument(string Path, byte[]? Bytes, DocumentLock? Lock)
{
    private static readonly string[] Names = ["openapi.json", "openapi.yaml", "openapi.yml"];

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The ETag for a conditional request; null if the lock file does not describe these bytes from this URL.</summary>
    public string? ETagFor(string url) => Bytes is not null && Lock is { } known && known.Url == url && known.Sha256 == ApiDocument.Hash(Bytes) ? known.ETag : null;

    public static ProjectDocument Read(CommandSettings settings)
    {
        string path = System.IO.Path.GetFullPath(settings.Document ?? Names.FirstOrDefault(File.Exists) ?? Names[0]);
        return new ProjectDocument(path, File.Exists(path) ? File.ReadAllBytes(path) : null, LockFile.Read(path));
    }

    /// <summary>The path of the names lock, which may not exist.</summary>
    public string NamesPath => NamesLock.PathOf(Path);

    public ApiDocument Parse(byte[] bytes, CommandSettings settings, CancellationToken cancellationToken)
        => ApiDocument.Read(Path, bytes, ProjectOptions.Read(settings.Configuration, Path), settings.Others, cancellationToken);
}
