using System.Globalization;

namespace Rivals;

/// <summary>The results as Markdown, one column for each generator.</summary>
internal static class Table
{
    public static string Of(IReadOnlyList<Result> results)
    {
        Probe? ours = results[0].Probe;
        return string.Join('\n', (string[])
        [
            Row("", r => $"{r.Rival.Name} ({r.Rival.Version})"),
            Row("---", _ => "---"),
            Row("the document compiles as it is", r => Errors(r.Errors)),
            Row("enums that had to become strings", r => Number(r.Simplified)),
            Row("compiles then", r => Errors(r.Remaining)),
            Row("processor time to generate", r => r.Rival.Tool is null ? "in the build" : Seconds(r.Generation)),
            Row("processor time to build", r => Seconds(r.Build)),
            Row("generated lines", r => Number(r.Lines)),
            Row("generated files", r => Number(r.Files)),
            Row("assembly", r => r.Assembly == 0 ? "" : $"{r.Assembly / 1e6:F1} MB"),
            Row("packages at run time", r => Number(r.Rival.Packages.Length)),
            Row("payloads read and written without a difference", r => r.Probe is { } p ? $"{p.Equal} of {p.Files}" : ""),
            Row("payloads that cannot be read", r => r.Probe is { } p ? Number(p.Unreadable) : ""),
            Row("values lost or changed, of those read", r => r.Probe is { Values: > 0 } p ? $"{Number(p.Lost)} of {Number(p.Values)}" : ""),
            Row("time to read an assistant", r => r.Probe is { ReadMilliseconds: > 0 } p ? Ratio(p.ReadMilliseconds, ours?.ReadMilliseconds) : r.Probe is null ? "" : "cannot read it"),
            Row("time to write it", r => r.Probe is { WriteMilliseconds: > 0 } p ? Ratio(p.WriteMilliseconds, ours?.WriteMilliseconds) : ""),
        ]);

        string Row(string title, Func<Result, string> cell) => $"| {title} | {string.Join(" | ", results.Select(cell))} |";
    }

    private static string Errors(IReadOnlyDictionary<string, int> errors)
        => errors.Count == 0 ? "yes" : $"no: {string.Join(", ", errors.OrderByDescending(e => e.Value).Select(e => $"{e.Value} {e.Key}"))}";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture) + " s";

    private static string Ratio(double milliseconds, double? ours) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / ours:F1} × ({milliseconds:F2} ms)");
}
