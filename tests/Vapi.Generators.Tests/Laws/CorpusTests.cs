using System.Collections.Concurrent;

namespace Vapi.Generators.Tests.Laws;

/// <summary>Documents that nobody of this project wrote. The known failures are a file that may only get shorter.</summary>
public class CorpusTests
{
    /// <summary>How many documents of a folder are tried where long tests are off.</summary>
    private const int SampledDocuments = 5;

    /// <summary>How long those are at most.</summary>
    private const int MostSampledBytes = 100_000;

    [Theory]
    [InlineData("real")]
    [InlineData("tricky")]
    public void EveryDocument_CompilesAndKeepsItsValuesAndBuildsItsRequests(string folder)
    {
        var runs = new ConcurrentBag<CorpusRun>();
        ForEachFile("corpus/json/" + folder, file => runs.Add(CorpusRun.Of(Path.GetFileName(file), File.ReadAllText(file))));

        CorpusRun[] table = [.. runs.OrderBy(r => r.Name, StringComparer.Ordinal)];
        string[] known = [.. File.ReadAllLines(Path.Combine(Repository.Baselines, "Corpus.known-failures.txt")).Where(l => l.StartsWith(folder + "/", StringComparison.Ordinal) && (LongTests.AreOn || Array.Exists(table, r => l.StartsWith($"{folder}/{r.Name}: ", StringComparison.Ordinal))))];
        TestContext.Current.TestOutputHelper!.WriteLine($"{string.Join("\n", table.AsEnumerable())}\n{table.Count(r => r.Failures.Count == 0)} of {table.Length} documents\n{Laws(table)}");
        Assert.Equal(known.Order(StringComparer.Ordinal), table.SelectMany(r => r.Failures.Keys.Select(kind => $"{folder}/{r.Name}: {kind}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryDocumentInYaml_GivesTheCodeOfTheSameDocumentInJson()
    {
        var different = new ConcurrentBag<string>();
        ForEachFile("corpus/yaml", file =>
        {
            string[] name = Path.GetFileNameWithoutExtension(file).Split("__", 2);
            string twin = Repository.Shared($"corpus/json/{name[0]}/{name[1]}.json");
            if (!Code(file, "openapi.yaml").SetEquals(Code(twin, "openapi.json")))
                different.Add(file);
        });

        Assert.Empty(different);
    }

    private static string Laws(CorpusRun[] runs)
    {
        (LawReport reality, LawReport examples) = (new(), new());
        foreach (CorpusRun run in runs)
        {
            reality.Add(run.Reality.Report);
            examples.Add(run.Examples);
        }

        return $"any value anywhere: {runs.Sum(r => r.Reality.Places)} of {runs.Sum(r => r.Reality.AllPlaces)} places, {reality}\nexamples: {examples}";
    }

    /// <summary>What is generated, but for what depends on the bytes of the file.</summary>
    private static HashSet<(string Name, string Text)> Code(string file, string name)
        => [.. GeneratorHost.Files(GeneratorHost.Generate(new GeneratorInput(new InputDocument(File.ReadAllText(file), "/project/" + name)) { Expected = null })).Where(f => !f.Name.EndsWith(".ApiInfo.g.cs", StringComparison.Ordinal))];

    private static void ForEachFile(string folder, Action<string> action)
    {
        FileInfo[] all = new DirectoryInfo(Repository.Shared(folder)).GetFiles();
        FileInfo[] sample = LongTests.Sample([.. all.Where(f => LongTests.AreOn || f.Length < MostSampledBytes).OrderBy(f => f.Name, StringComparer.Ordinal)], SampledDocuments);

        // The longest first, so that all processors are busy until the end.
        string[] files = [.. sample.OrderByDescending(f => f.Length).Select(f => f.FullName)];
        Assert.NotEmpty(files);
        Parallel.ForEach(Partitioner.Create(files, EnumerablePartitionerOptions.NoBuffering), Workers.OneForEachProcessor, action);
    }
}
