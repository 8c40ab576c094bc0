using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Laws;

/// <summary>Every earlier version of Vapi's document builds.</summary>
public class HistoryTests
{
    [LongTheory("1 minute")]
    [InlineData("2024-10-10", 292)]
    [InlineData("2024-12-07", 371)]
    [InlineData("2025-01-23", 421)]
    [InlineData("2025-02-25", 453)]
    [InlineData("2025-04-01", 541)]
    [InlineData("2025-05-05", 555)]
    [InlineData("2025-05-26", 593)]
    [InlineData("2025-06-25", 626)]
    [InlineData("2025-09-17", 719)]
    [InlineData("2025-11-17", 776)]
    [InlineData("2026-02-08", 823)]
    [InlineData("2026-08-17", 972)]
    public void EarlierDocument_CompilesWithoutAWarning(string date, int schemas)
    {
        // Whether the code compiles is known first: a document with dangling references may report them and still must compile.
        GeneratorOutput output = EarlierDocument.Output(date);

        Assert.InRange(output.Files.Values.Sum(code => Regex.Count(code, " partial (class|struct) ")), schemas, int.MaxValue);
        Assert.Equal([], output.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Info).Select(d => d.ToString()));
    }
}
