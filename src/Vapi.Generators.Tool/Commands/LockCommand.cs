using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Tool.Documents;

namespace Vapi.Generators.Tool.Commands;

/// <summary>Pins the document on the disk, and records the acknowledged changes of the published document.</summary>
internal static class LockCommand
{
    public static int Run(CommandSettings settings, ToolConsole console, CancellationToken cancellationToken)
    {
        ProjectDocument project = ProjectDocument.Read(settings);
        if (project.Bytes is null)
            throw new ToolException($"There is no {project.Name} to pin: put it there, or fetch it by 'update' (-t:UpdateOpenApi)");

        ApiDocument parsed = project.Parse(project.Bytes, settings, cancellationToken);
        string? url = settings.Url ?? project.Lock?.Url;
        string? etag = project.Lock is { } known && known.Sha256 == parsed.Sha256 && known.Url == url ? known.ETag : null;
        string path = DocumentLock.PathOf(project.Path);
        DocumentLock content = project.Pin(url, parsed.Info.Version, project.Bytes, etag) with { Acknowledged = [.. (project.Lock?.Acknowledged ?? []).Union(settings.Acknowledged)] };
        bool locksNames = settings.LocksNames || File.Exists(project.NamesPath);
        FileReplacement.Replace([(path, LockFile.Write(content)), .. locksNames ? [(project.NamesPath, parsed.WriteNames())] : Array.Empty<(string, byte[])>()]);
        console.Say($"{Path.GetFileName(path)} pins version {MessageText.Clean(parsed.Info.Version)}, SHA-256 {parsed.Sha256}");
        if (locksNames)
            console.Say($"{Path.GetFileName(project.NamesPath)} keeps the names of methods and of types without a name in the document");

        return ExitCode.Done;
    }
}
