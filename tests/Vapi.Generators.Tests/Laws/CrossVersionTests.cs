using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Laws;

/// <summary>A client that was built from one version of Vapi's document keeps what an API of another version sends.</summary>
public class CrossVersionTests
{
    private const ulong Seed = 20261129;

    /// <summary>From the oldest to the newest.</summary>
    private static readonly string[] Versions =
    [
        "2024-10-10", "2024-12-07", "2025-01-23", "2025-02-25", "2025-04-01", "2025-05-05", "2025-05-26", "2025-06-25", "2025-09-17", "2025-11-17", "2026-02-08", "2026-08-17", "newest",
    ];

    [LongFact("2 minutes")]
    public void ValueOfEveryVersion_ReadAndWrittenByEveryOther_IsTheSameJson()
    {
        Repository.Shared("vapi/openapi.json");
        var documents = new ProbedDocument[Versions.Length];
        var values = new (string Schema, string Json)[Versions.Length][];
        Parallel.For(0, Versions.Length, Workers.OneForEachProcessor, i =>
        {
            documents[i] = Versions[i] == "newest" ? ProbedDocument.Newest : ProbedDocument.Of($"vapi/history/{Versions[i]}.json");
            values[i] = [.. Values(documents[i])];
        });
        var reports = new ConcurrentDictionary<(int From, int To), LawReport>();
        Parallel.ForEach(Versions.Index().SelectMany(from => Versions.Index().Select(to => (From: from.Index, To: to.Index))), Workers.OneForEachProcessor, pair => reports[pair] = Check(values[pair.From], documents[pair.To]));

        var all = new LawReport();
        foreach (LawReport report in reports.OrderBy(r => r.Key).Select(r => r.Value))
            all.Add(report);
        TestContext.Current.TestOutputHelper!.WriteLine($"{Table(reports)}\n{all}");
        Assert.True(all.IsKept, all.ToString());
    }

    private static IEnumerable<(string Schema, string Json)> Values(ProbedDocument document)
    {
        foreach ((Richness richness, int maxDepth) in new[] { (Richness.Full, 3), (Richness.Unknown, 6), (Richness.Unknown, 6) })
        {
            var random = new RandomJson(document.Json, richness, Seed, maxDepth: maxDepth);
            foreach (JsonProperty schema in document.Schemas)
                yield return (schema.Name, new JsonObject { [schema.Name] = random.Next(schema.Value) }.ToJsonString());
        }
    }

    /// <summary>The values of the schemas that the other version has too.</summary>
    private static LawReport Check((string Schema, string Json)[] values, ProbedDocument reader)
    {
        HashSet<string> known = [.. reader.Schemas.Select(s => s.Name)];
        var report = new LawReport();
        foreach ((string schema, string json) in values.Where(v => known.Contains(v.Schema)))
            report.Check(schema, json, reader.Probe.ReadAndWrite);

        return report;
    }

    private static string Table(IReadOnlyDictionary<(int From, int To), LawReport> reports)
    {
        var table = new StringBuilder("exceptions/losses of values: those of the version on the left, read and written by the one above\n            ");
        table.AppendLine(string.Concat(Versions.Select(v => $"{v,15}")));
        foreach ((int from, string version) in Versions.Index())
            table.AppendLine($"{version,-12}" + string.Concat(Versions.Index().Select(to => reports[(from, to.Index)]).Select(r => $"{$"{r.Exceptions}/{r.Differences} of {r.Values}",15}")));

        return table.ToString();
    }
}
