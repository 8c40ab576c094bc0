using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vapi.Generators.Tests.Documents;

namespace Vapi.Generators.Tests.Hostile;

/// <summary>
/// No document makes the generator throw, hang or emit what is no C#, and none of its text leaves the comment, string or name that it is in. A run of another length and of other changes:
/// <c>VAPI_LONG_TESTS=1 VAPI_FUZZ_MINUTES=60 VAPI_FUZZ_SEED=1000000 dotnet test --filter FuzzTests</c>.
/// </summary>
public class FuzzTests
{
    private const int FirstSeed = 20261125;

    /// <summary>Far more than any of the documents takes, also beside other tests.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    /// <summary>What of a large document is generated is not compiled as a whole: its syntax is looked at.</summary>
    private const int MostCompiledLines = 12_000;

    private const int MostShown = 10;

    [Fact]
    public void OwnDocuments_ChangedAtRandom_AreHarmless()
        => Fuzz([("every feature.json", EveryFeature.Document), ("quickstart.json", File.ReadAllText(Repository.QuickstartDocument))], LongTests.AreOn ? 60 : 4);

    [Fact]
    public void DocumentsOfOthers_ChangedAtRandom_AreHarmless()
    {
        string[] files = [.. Directory.GetFiles(Repository.Shared("corpus/json/tricky")), .. Directory.GetFiles(Repository.Shared("corpus/json/real")).Where(f => new FileInfo(f).Length < 200_000)];

        Fuzz([.. LongTests.Sample([.. files.Order(StringComparer.Ordinal)], 10).Select(f => (Path.GetFileName(f), File.ReadAllText(f))).Where(f => HasNoNameTwice(f.Item2))], 1);
    }

    [Fact]
    public void DocumentsInYaml_ChangedAtRandom_AreHarmless()
        => Fuzz([.. LongTests.Sample([.. Directory.GetFiles(Repository.Shared("corpus/yaml")).Order(StringComparer.Ordinal)], 6).Select(f => (Path.GetFileName(f), File.ReadAllText(f))).Append(("own.yaml", YamlTests.Document))], LongTests.AreOn ? 4 : 1);

    private static void Fuzz((string Name, string Text)[] documents, int rounds)
    {
        int first = int.Parse(Environment.GetEnvironmentVariable("VAPI_FUZZ_SEED") ?? FirstSeed.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        TimeSpan? time = Environment.GetEnvironmentVariable("VAPI_FUZZ_MINUTES") is { } minutes ? TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)) : null;
        var watch = Stopwatch.StartNew();
        var failures = new ConcurrentQueue<string>();
        (int tried, int compiled, (TimeSpan Time, string Name) slowest) = (0, 0, (TimeSpan.Zero, ""));
        Parallel.ForEach(Partitioner.Create(Runs(), EnumerablePartitionerOptions.NoBuffering), Workers.OneForEachProcessor, run =>
        {
            var mutator = new DocumentMutator(run.Seed);
            try
            {
                (TimeSpan taken, bool isCompiled) = IsYaml(run.Name) ? RequireHarmless(mutator.MutateLines(run.Text), "/project/openapi.yaml") : RequireHarmless(mutator.Mutate(run.Text), InputDocument.DefaultPath);
                lock (failures)
                    (tried, compiled, slowest) = (tried + 1, compiled + (isCompiled ? 1 : 0), taken > slowest.Time ? (taken, $"{run.Name}, seed {run.Seed}") : slowest);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                failures.Enqueue($"{run.Name}, seed {run.Seed}: {exception.Message}\n    {string.Join("\n    ", mutator.Changes)}");
            }
        });

        TestContext.Current.TestOutputHelper!.WriteLine($"{tried} documents from {documents.Length}, seeds from {first}, {compiled} compiled, {watch.Elapsed.TotalSeconds:0} s; the slowest took {slowest.Time.TotalMilliseconds:0} ms to generate: {slowest.Name}");
        Assert.True(failures.IsEmpty, $"{failures.Count} fail.\n" + string.Join("\n", failures.Take(MostShown)));

        IEnumerable<(string Name, string Text, int Seed)> Runs()
        {
            for (int round = 0; time is { } limit ? watch.Elapsed < limit : round < rounds; round++)
            {
                for (int i = 0; i < documents.Length; i++)
                    yield return (documents[i].Name, documents[i].Text, first + round * documents.Length + i);
            }
        }
    }

    /// <returns>How long generating took, and whether the result was compiled too.</returns>
    private static (TimeSpan Generating, bool IsCompiled) RequireHarmless(string document, string path)
    {
        var input = new GeneratorInput(new InputDocument(document, path)) { Expected = null };
        using var bound = new CancellationTokenSource(Bound);
        long started = Stopwatch.GetTimestamp();
        GeneratorRunResult result = GeneratorHost.GenerateUnless(input, bound.Token);
        TimeSpan generating = Stopwatch.GetElapsedTime(started);
        SyntaxTree[] trees = [.. result.GeneratedSources.Select(s => s.SyntaxTree)];
        foreach (SyntaxTree tree in trees)
            RequireContained(tree);
        if (trees.Sum(t => t.GetText().Lines.Count) > MostCompiledLines)
            return (generating, false);

        Diagnostic? complaint = GeneratorHost.OwnCode(input, result).GetDiagnostics(bound.Token).FirstOrDefault(d => d.Severity > DiagnosticSeverity.Info);
        Assert.True(complaint is null, $"{complaint}: {complaint?.Location.SourceTree?.GetText().Lines[complaint.Location.GetLineSpan().StartLinePosition.Line]}");
        return (generating, true);
    }

    private static void RequireContained(SyntaxTree tree)
    {
        Diagnostic? complaint = tree.GetDiagnostics().FirstOrDefault(d => d.Severity > DiagnosticSeverity.Info);
        Assert.True(complaint is null, $"{tree.FilePath}: {complaint}");
        if (!tree.ToString().Contains(DocumentMutator.Canary, StringComparison.Ordinal))
            return;

        SyntaxNode root = tree.GetRoot();
        Assert.DoesNotContain(root.DescendantTokens(descendIntoTrivia: true), t => t.IsKind(SyntaxKind.IdentifierToken) && t.Text.Contains(DocumentMutator.Canary, StringComparison.Ordinal));
        Assert.DoesNotContain(
            root.DescendantTrivia(descendIntoTrivia: true),
            t => (t.IsKind(SyntaxKind.DisabledTextTrivia) || t.IsDirective && t.GetStructure() is not PragmaWarningDirectiveTriviaSyntax) && t.ToFullString().Contains(DocumentMutator.Canary, StringComparison.Ordinal));
    }

    private static bool IsYaml(string name) => !name.EndsWith(".json", StringComparison.Ordinal);

    private static bool HasNoNameTwice(string document)
    {
        try
        {
            JsonDocument.Parse(document, new JsonDocumentOptions { AllowDuplicateProperties = false }).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
