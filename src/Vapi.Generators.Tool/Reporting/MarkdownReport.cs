using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Vapi.Generators.Tool.Comparing;

namespace Vapi.Generators.Tool.Reporting;

/// <summary>The report for a pull request.</summary>
internal static partial class MarkdownReport
{
    /// <summary>The maximum number of lines of a group, so that the report is readable and fits into a pull request (65,536 characters on GitHub). The JSON report has all lines.</summary>
    private const int MaxLines = 100;

    private const int MaxUses = 5;

    public static string Write(ChangeReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Code(report.Title)} {Code(report.Versions)}\n\n**{report.Summary}**\n");
        foreach ((string title, IReadOnlyList<Change> changes) in report.Sections)
        {
            bool isFolded = changes[0].Group is ChangeGroup.New or ChangeGroup.Documentation;
            text.Append(isFolded ? $"\n<details><summary>{title} ({changes.Count})</summary>\n\n" : $"\n## {title} ({changes.Count})\n\n");
            foreach (Change change in changes.Take(MaxLines))
                text.Append(Line(change)).Append('\n');
            if (changes.Count > MaxLines)
                text.Append(CultureInfo.InvariantCulture, $"- … and {changes.Count - MaxLines} more (a report in JSON has all of them)\n");
            if (isFolded)
                text.Append("\n</details>\n");
        }

        return text.ToString();
    }

    private static string Line(Change change)
    {
        string values = (change.Old, change.New) switch
        {
            (null, null) => "",
            ({ } old, null) => $", was {Code(old)}",
            (null, { } @new) => $": {Code(@new)}",
            ({ } old, { } @new) => $": {Code(old)} → {Code(@new)}",
        };
        string with = change.With.Count == 0 ? "" : $", with {string.Join(", ", change.With.Select(Code))}";
        return $"- {Code(change.Name)} {ChangeReport.Sentence(change)}{values}{with}<br>{Code(change.Pointer)} {Code($"{change.Place.File}:{change.Place.Line}:{change.Place.Column}")} {Code(change.Fingerprint)}{Uses(change)}";
    }

    private static string Uses(Change change) => change.Uses.Count == 0 ? ""
        : $"<br>You use it in {string.Join(", ", change.Uses.Take(MaxUses).Select(u => Code(u.ToString())))}{(change.Uses.Count > MaxUses ? $" and {change.Uses.Count - MaxUses} more" : "")}";

    /// <summary>
    /// The only way for text into Markdown: as code, which cannot contain markup, links or mentions, delimited by more backticks than it contains (CommonMark 0.31, 6.1).
    /// </summary>
    public static string Code(string text)
    {
        string line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length == 0)
            return "`-`";

        string fence = new('`', Backticks().Matches(line).Select(m => m.Length).DefaultIfEmpty(0).Max() + 1);
        string space = line.StartsWith('`') || line.EndsWith('`') ? " " : "";
        return fence + space + line + space + fence;
    }

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();
}
