using Vapi.Generators.Diagnostics;
using Vapi.Generators.Tool.Comparing;
using Vapi.Generators.Tool.Documents;
using Vapi.Generators.Tool.Uses;

namespace Vapi.Generators.Tool.Reporting;

/// <summary>The changes between two documents, with escaped texts that are safe in any report.</summary>
internal sealed class ChangeReport
{
    /// <summary>The groups, their titles, and their words in the summary.</summary>
    private static readonly (ChangeGroup Group, string Title, string Word)[] Groups =
    [
        (ChangeGroup.Breaking, "Breaks your code", "breaking"),
        (ChangeGroup.Behavior, "Changes what your code does or gets", "changed"),
        (ChangeGroup.New, "New", "new"),
        (ChangeGroup.Documentation, "Documentation", "documentation"),
    ];

    /// <param name="code">The code of the project, in which to find the places that break; null if there is none.</param>
    public ChangeReport(ApiDocument old, ApiDocument @new, ProjectCode? code, CancellationToken cancellationToken)
    {
        List<Change> changes = ApiComparer.Compare(old, @new, cancellationToken);
        if (code is not null)
            UseFinder.Find(old.Model, changes, code, cancellationToken);

        Title = MessageText.Clean(@new.Info.Title);
        Old = (MessageText.Clean(old.Info.Version), old.Sha256);
        New = (MessageText.Clean(@new.Info.Version), @new.Sha256);
        Changes = [.. changes.Select(c => c.Clean())];
    }

    public string Title { get; }

    public (string Version, string Sha256) Old { get; }

    public (string Version, string Sha256) New { get; }

    /// <summary>The changes, the most severe first.</summary>
    public IReadOnlyList<Change> Changes { get; }

    public string Versions => Old.Version == New.Version ? New.Version : $"{Old.Version} → {New.Version}";

    /// <summary>One line: <c>2 breaking, 14 new, 31 documentation</c>.</summary>
    public string Summary
    {
        get
        {
            string summary = string.Join(", ", Groups.Select(g => (Count: Changes.Count(c => c.Group == g.Group), g.Word)).Where(g => g.Count > 0).Select(g => $"{g.Count} {g.Word}"));
            int uses = Changes.SelectMany(c => c.Uses).Distinct().Count();
            return summary.Length == 0 ? "no changes in C#" : uses == 0 ? summary : $"{summary}; your code uses what breaks in {uses} {(uses == 1 ? "place" : "places")}";
        }
    }

    public IEnumerable<(string Title, IReadOnlyList<Change> Changes)> Sections
        => Groups.Select(g => (g.Title, (IReadOnlyList<Change>)[.. Changes.Where(c => c.Group == g.Group)])).Where(s => s.Item2.Count > 0);

    /// <summary>The sentence that describes a change, without its name.</summary>
    public static string Sentence(Change change) => change.Text + change.Direction switch
    {
        Direction.Request => " (in requests)",
        Direction.Response => " (in responses)",
        _ => "",
    };
}
