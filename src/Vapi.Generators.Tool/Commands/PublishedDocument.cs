using Vapi.Generators.Tool.Documents;
using Vapi.Generators.Tool.Reporting;

namespace Vapi.Generators.Tool.Commands;

/// <summary>The published document, compared with the project's document.</summary>
/// <param name="Parsed">Null if the bytes are the same as the project's.</param>
/// <param name="Report">Null if there is no document to compare with.</param>
internal sealed record PublishedDocument(string Url, byte[] Bytes, string? ETag, ApiDocument? Parsed, ChangeReport? Report)
{
    public static async Task<PublishedDocument> FetchAsync(ProjectDocument project, CommandSettings settings, ToolConsole console, CancellationToken cancellationToken)
    {
        string url = settings.Url ?? project.Lock?.Url
            ?? throw new ToolException($"The URL of {project.Name} is not known: add -p:OpenApiUrl=https://… to the build, or --url to the tool. The lock file keeps it");
        FetchedDocument fetched = await new DocumentFetcher(settings.Timeout, console.ShowProgress).FetchAsync(url, project.ETagFor(url), cancellationToken);
        byte[] bytes = fetched.Bytes ?? project.Bytes!;
        if (project.Bytes is not null && bytes.AsSpan().SequenceEqual(project.Bytes))
            return new PublishedDocument(url, bytes, fetched.ETag, null, null);

        ApiDocument parsed = project.Parse(bytes, settings, cancellationToken);
        return new PublishedDocument(url, bytes, fetched.ETag, parsed, Compare(project, parsed, settings, console, cancellationToken));
    }

    /// <summary>Returns null if there is no old document, or it cannot be read.</summary>
    private static ChangeReport? Compare(ProjectDocument project, ApiDocument parsed, CommandSettings settings, ToolConsole console, CancellationToken cancellationToken)
    {
        if (project.Bytes is null)
            return null;

        try
        {
            return new ChangeReport(project.Parse(project.Bytes, settings, cancellationToken), parsed, settings.Code, cancellationToken);
        }
        catch (ToolException exception)
        {
            console.Say($"There is no report, because {project.Name} as it is cannot be read: {exception.Message}");
            return null;
        }
    }
}
