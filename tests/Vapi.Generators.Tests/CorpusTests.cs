using System.Collections.Concurrent;

namespace Vapi.Generators.Tests;

/// <summary>Documents that nobody of this project wrote. The known failures are a file that may only get shorter.</summary>
public class CorpusTests
{
    [Theory]
    [InlineData("corpus/json/real")]
    [InlineData("corpus/json/tricky")]
    public void EveryDocument_CompilesAndKeepsItsValuesAndBuildsItsRequests(string folder)
    {
        string[] files = Directory.GetFiles(Repository.Shared(folder), "*.json");
        var runs = new ConcurrentBag<CorpusRun>();
        Parallel.ForEach(Partitioner.Create(files, EnumerablePartitionerOptions.NoBuffering), file => runs.Add(CorpusRun.Of(Path.GetFileName(file), File.ReadAllText(file))));

        CorpusRun[] table = [.. runs.OrderBy(r => r.Name, StringComparer.Ordinal)];
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join("\n", table.AsEnumerable()));
        string[] known = [.. File.ReadAllLines(Path.Combine(Repository.Baselines, "Corpus.known-failures.txt")).Where(l => l.StartsWith(Path.GetFileName(folder) + "/", StringComparison.Ordinal))];
        Assert.Equal(known.Order(StringComparer.Ordinal), table.SelectMany(r => r.Failures.Keys.Select(kind => $"{Path.GetFileName(folder)}/{r.Name}: {kind}")).Order(StringComparer.Ordinal));
    }
}
