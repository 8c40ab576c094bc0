using Vapi.Generators.Tool.Comparing;
using Vapi.Generators.Tool.Uses;

namespace Vapi.Generators.Tool.Reporting;

/// <summary>The report for the console: the changes that break code or change its behavior, and the number of other changes.</summary>
internal static class ConsoleReport
{
    /// <summary>The maximum number of lines of a group. The file has all lines.</summary>
    private const int MaxLines = 40;

    private const string Reset = "\u001b[0m";

    public static void Write(TextWriter writer, ChangeReport report, bool color)
    {
        writer.WriteLine($"{report.Title} {report.Versions}: {report.Summary}");
        foreach ((string title, IReadOnlyList<Change> changes) in report.Sections.Where(s => s.Changes[0].Group != ChangeGroup.Documentation))
        {
            writer.WriteLine();
            writer.WriteLine(color ? Color(changes[0].Group) + title + Reset : title);
            foreach (Change change in changes.OrderBy(c => c.Uses.Count == 0).Take(MaxLines))
            {
                writer.WriteLine($"  {change.Name} {ChangeReport.Sentence(change)}{Values(change)}  {change.Place.File}({change.Place.Line},{change.Place.Column})");
                foreach (Use use in change.Uses)
                    writer.WriteLine($"    you use it in {use.File}({use.Line},{use.Column})");
            }

            if (changes.Count > MaxLines)
                writer.WriteLine($"  … and {changes.Count - MaxLines} more");
        }
    }

    private static string Values(Change change) => (change.Old, change.New) switch
    {
        (null, null) => "",
        ({ } old, null) => $", was {old}",
        (null, { } @new) => $": {@new}",
        ({ } old, { } @new) => $": {old} → {@new}",
    };

    private static string Color(ChangeGroup group) => group switch
    {
        ChangeGroup.Breaking => "\u001b[31m",
        ChangeGroup.Behavior => "\u001b[33m",
        _ => "\u001b[32m",
    };
}
