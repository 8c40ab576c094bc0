using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Tool.Documents;

namespace Vapi.Generators.Tool.Commands;

/// <summary>Updates the project's document: downloads the published document, reports the changes, and replaces the document and the lock file.</summary>
internal static class UpdateCommand
{
    public static async Task<int> RunAsync(CommandSettings settings, ToolConsole console, CancellationToken cancellationToken)
    {
        ProjectDocument project = ProjectDocument.Read(settings);
        PublishedDocument published = await PublishedDocument.FetchAsync(project, settings, console, cancellationToken);
        string lockPath = DocumentLock.PathOf(project.Path);
        if (published.Parsed is not { } parsed)
        {
            // The same bytes can have a new address or ETag.
            string version = project.Lock?.Sha256 == ApiDocument.Hash(published.Bytes) ? project.Lock.Version ?? "" : project.Parse(published.Bytes, settings, cancellationToken).Info.Version;
            byte[] same = LockFile.Write(project.Pin(published.Url, version, published.Bytes, published.ETag) with { Acknowledged = project.Lock?.Acknowledged ?? [] });
            if (!File.Exists(lockPath) || !File.ReadAllBytes(lockPath).AsSpan().SequenceEqual(same))
                FileReplacement.Replace((lockPath, same));

            console.Say($"{project.Name} is up to date ({MessageText.Clean(version)})");
            return ExitCode.Done;
        }

        if (published.Report is { } report)
        {
            ReportFiles.Write(report, settings.Reports);
            console.Show(report);
        }

        byte[] pin = LockFile.Write(project.Pin(published.Url, parsed.Info.Version, published.Bytes, published.ETag));
        FileReplacement.Replace([(project.Path, published.Bytes), (lockPath, pin), .. File.Exists(project.NamesPath) ? [(project.NamesPath, parsed.WriteNames())] : Array.Empty<(string, byte[])>()]);
        console.Say(published.Report is { } done
            ? $"{project.Name} is updated: {done.Summary}"
            : $"{project.Name} is new: version {MessageText.Clean(parsed.Info.Version)}, {parsed.Info.Operations} operations, {parsed.Info.Schemas} schemas");
        return ExitCode.Done;
    }
}
