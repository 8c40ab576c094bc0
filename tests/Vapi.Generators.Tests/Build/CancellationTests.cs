using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Build;

/// <summary>A compiler that changes its mind, and one that does several things at once.</summary>
public class CancellationTests
{
    /// <summary>Half of the runs, because a busy machine lets any thread wait now and then: a step that cannot be interrupted would hold up more of them.</summary>
    [Fact]
    public void RunThatIsCancelledAnywhere_EndsWithin50Milliseconds_AndLeavesNothingBehind()
    {
        GeneratorInput input = RealDocument.Output.Input;
        var random = new Random(20261124);
        var delays = new List<double>();
        for (int i = 0; i < 30; i++)
        {
            if (CancelledRun.DelayOf(input, random.Next(400)) is { } delay)
                delays.Add(delay);
        }

        RequireSame(RealDocument.Output.Result, GeneratorHost.Generate(input));
        delays.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine($"{delays.Count} of 30 runs were cancelled; they ended after {string.Join(", ", delays.Select(d => d.ToString("0.0", CultureInfo.InvariantCulture)))} ms.");
        Assert.InRange(delays.Count, 10, 30);
        Assert.InRange(delays[delays.Count / 2], 0, 50);
    }

    [Fact]
    public void RunThatIsCancelledBefore_DoesNothing()
        => Assert.ThrowsAny<OperationCanceledException>(() => GeneratorHost.GenerateUnless(RealDocument.Output.Input, new CancellationToken(canceled: true)));

    [Fact]
    public void RunsAtTheSameTime_GiveWhatTheyGiveAlone()
    {
        string[] documents = [.. LongTests.Sample([Repository.Shared("vapi/openapi.json"), .. Directory.GetFiles(Repository.Shared("vapi/history"), "*.json").Order(StringComparer.Ordinal).Take(5)], 2).Select(File.ReadAllText)];
        GeneratorRunResult[] alone = [.. documents.Select(d => GeneratorHost.Generate(d))];

        GeneratorRunResult[] together = [.. documents.Concat(documents).AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(d => GeneratorHost.Generate(d))];

        Assert.All(together.Select((result, i) => (result, i)), pair => RequireSame(alone[pair.i % documents.Length], pair.result));
    }

    private static void RequireSame(GeneratorRunResult expected, GeneratorRunResult actual) => Assert.Equal(
        expected.GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString())),
        actual.GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString())));
}
