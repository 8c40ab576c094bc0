using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests;

/// <summary>A compiler that changes its mind, and one that does several things at once. How soon a cancelled run ends is measured by the benchmarks.</summary>
public class CancellationTests
{
    [Fact]
    public void RunThatIsCancelledAnywhere_LeavesNothingBehind()
    {
        GeneratorInput input = RealDocument.Output.Input;
        var random = new Random(20261124);
        int cancelled = 0;
        for (int i = 0; i < 20; i++)
        {
            using var source = new CancellationTokenSource(random.Next(1, 400));
            try
            {
                GeneratorHost.GenerateUnless(input, source.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
        }

        RequireSame(RealDocument.Output.Result, GeneratorHost.Generate(input));
        TestContext.Current.TestOutputHelper?.WriteLine($"{cancelled} of 20 runs were cancelled.");
    }

    [Fact]
    public void RunThatIsCancelledBefore_DoesNothing()
        => Assert.ThrowsAny<OperationCanceledException>(() => GeneratorHost.GenerateUnless(RealDocument.Output.Input, new CancellationToken(canceled: true)));

    [Fact]
    public void RunsAtTheSameTime_GiveWhatTheyGiveAlone()
    {
        string[] documents = [File.ReadAllText(Repository.Shared("vapi/openapi.json")), .. Directory.GetFiles(Repository.Shared("vapi/history"), "*.json").Order(StringComparer.Ordinal).Take(5).Select(File.ReadAllText)];
        GeneratorRunResult[] alone = [.. documents.Select(d => GeneratorHost.Generate(d))];

        GeneratorRunResult[] together = [.. documents.Concat(documents).AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(d => GeneratorHost.Generate(d))];

        Assert.All(together.Select((result, i) => (result, i)), pair => RequireSame(alone[pair.i % documents.Length], pair.result));
    }

    private static void RequireSame(GeneratorRunResult expected, GeneratorRunResult actual) => Assert.Equal(
        expected.GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString())),
        actual.GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString())));
}
