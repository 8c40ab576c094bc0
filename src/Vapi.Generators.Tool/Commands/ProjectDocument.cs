using Vapi.Generators.Reading.Files;
using Vapi.Generators.Tool.Documents;

namespace Vapi.Generators.Tool.Commands;

/// <summary>The document of a project as it is on the disk, and its lock file.</summary>
/// <param name="Bytes">Null while there is none.</param>
internal sealed record ProjectDocument(string Path, byte[]? Bytes, DocumentLock? Lock)
{
    private static readonly string[] Names = ["openapi.json", "openapi.yaml", "openapi.yml"];

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>What the server may be asked to send only what is newer than; null when the lock file does not speak of these bytes from there.</summary>
    public string? ETagFor(string url) => Bytes is not null && Lock is { } known && known.Url == url && known.Sha256 == ApiDocument.Hash(Bytes) ? known.ETag : null;

    public static ProjectDocument Read(CommandSettings settings)
    {
        string path = System.IO.Path.GetFullPath(settings.Document ?? Names.FirstOrDefault(File.Exists) ?? Names[0]);
        return new ProjectDocument(path, File.Exists(path) ? File.ReadAllBytes(path) : null, LockFile.Read(path));
    }

    public ApiDocument Parse(byte[] bytes, CommandSettings settings, CancellationToken cancellationToken)
        => ApiDocument.Read(Path, bytes, ProjectOptions.Read(settings.Configuration, Path), settings.Others, cancellationToken);
}
