using Vapi.Generators.Reading.Files;
using Vapi.Generators.Tool.Documents;
using Vapi.Generators.Tool.Reporting;

namespace Vapi.Generators.Tool.Commands;

/// <summary>Reports the changes between two files.</summary>
internal static class DiffCommand
{
    public static int Run(string old, string @new, CommandSettings settings, ToolConsole console, CancellationToken cancellationToken)
    {
        // Code that uses the old names is compared with the new document.
        string names = NamesLock.PathOf(Path.GetFullPath(settings.Document ?? old));
        var report = new ChangeReport(Read(old, names, settings, cancellationToken), Read(@new, names, settings, cancellationToken), settings.Code, cancellationToken);
        ReportFiles.Write(report, settings.Reports);
        console.Show(report);
        bool differs = report.Old.Sha256 != report.New.Sha256;
        return settings.FailOn is not { } failOn || !differs ? ExitCode.Done : CheckCommand.Judge(report, failOn, [], "The documents differ", console);
    }

    private static ApiDocument Read(string path, string names, CommandSettings settings, CancellationToken cancellationToken)
    {
        string full = Path.GetFullPath(path);
        if (!File.Exists(full))
            throw new ToolException($"There is no file {path}");

        string document = settings.Document is { } named ? Path.GetFullPath(named) : full;
        GeneratorOptions options = ProjectOptions.Read(settings.Configuration, document);
        return ApiDocument.Read(full, File.ReadAllBytes(full), options, settings.Others, ProjectOverlays.Read(settings.Overlays, options, document), cancellationToken, names);
    }
}
