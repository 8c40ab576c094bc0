using Vapi.Generators.Tool.Comparing;
using Vapi.Generators.Tool.Reporting;

namespace Vapi.Generators.Tool.Commands;

/// <summary>Reports whether the published document differs from the project's document. Does not change any file.</summary>
internal static class CheckCommand
{
    public static async Task<int> RunAsync(CommandSettings settings, ToolConsole console, CancellationToken cancellationToken)
    {
        ProjectDocument project = ProjectDocument.Read(settings);
        if (project.Bytes is null)
            throw new ToolException($"There is no {project.Name} to check: fetch it first by 'update' (-t:UpdateOpenApi)");

        PublishedDocument published = await PublishedDocument.FetchAsync(project, settings, console, cancellationToken);
        if (published.Parsed is null)
        {
            console.Say($"{project.Name} is up to date");
            return ExitCode.Done;
        }

        if (published.Report is { } report)
        {
            ReportFiles.Write(report, settings.Reports);
            console.Show(report);
        }

        return Judge(published.Report, settings.FailOn ?? FailOn.Any, project.Lock?.Acknowledged ?? [], $"The published document differs from {project.Name}", console);
    }

    /// <summary>Returns the exit code for the changes, and prints a one-line verdict if the check fails. Without a report, all changes count as breaking.</summary>
    /// <param name="acknowledged">The fingerprints of changes for which the check does not fail.</param>
    public static int Judge(ChangeReport? report, FailOn failOn, IReadOnlyList<string> acknowledged, string verdict, ToolConsole console)
    {
        List<Change>? left = report?.Changes.Where(c => !acknowledged.Contains(c.Fingerprint)).ToList();
        bool fails = failOn switch
        {
            FailOn.Any => left is null || left.Count > 0 || report!.Changes.Count == 0,
            FailOn.Breaking => left is null || left.Exists(c => c.Group == ChangeGroup.Breaking),
            _ => false,
        };
        verdict = report is null ? verdict : $"{verdict}: {report.Summary}";
        if (fails)
            console.Complain(verdict);
        else
            console.Say(verdict);

        return fails ? ExitCode.Differs : ExitCode.Done;
    }
}
