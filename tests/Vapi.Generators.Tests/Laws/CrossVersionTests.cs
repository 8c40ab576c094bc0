using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Laws;

/// <summary>A client that was built from one version of Vapi's document keeps what an API of another version sends.</summary>
public class CrossVersionTests
{
    private const ulong Seed = 20261129;

    private const string Newest = "newest";

    private static readonly string[] Versions = [.. EarlierDocument.Dates, Newest];

    [LongFact("2 minutes")]
    public void ValueOfEveryVersion_ReadAndWrittenByEveryOther_IsTheSameJson()
    {
        Repository.Shared("vapi/openapi.json");
        var types = new Dictionary<string, Type>[Versions.Length];
        var values = new (string Schema, string Json)[Versions.Length][];
        Parallel.For(0, Versions.Length, Workers.OneForEachProcessor, i =>
        {
            (JsonElement document, GeneratorOutput output) = Versions[i] == Newest ? (RealDocument.Json, RealDocument.Output) : (EarlierDocument.Json(Versions[i]), EarlierDocument.Output(Versions[i]));
            JsonProperty[] schemas = SchemaProbe.Schemas(document);
            types[i] = schemas.ToDictionary(s => s.Name, s => output.Type("Vapi." + s.Name));
            values[i] = [.. Values(document, schemas)];
        });
        var reports = new ConcurrentDictionary<(int From, int To), LawReport>();
        Parallel.ForEach(Versions.Index().SelectMany(from => Versions.Index().Select(to => (From: from.Index, To: to.Index))), Workers.OneForEachProcessor, pair => reports[pair] = Check(values[pair.From], types[pair.To]));

        var all = new LawReport();
        foreach (LawReport report in reports.OrderBy(r => r.Key).Select(r => r.Value))
            all.Add(report);
        TestContext.Current.TestOutputHelper!.WriteLine($"{Table(reports)}\n{all}");
        Assert.True(all.IsKept, all.ToString());
    }

    private static IEnumerable<(string Schema, string Json)> Values(JsonElement document, JsonProperty[] schemas)
    {
        foreach ((Richness richness, int maxDepth) in new[] { (Richness.Full, 3), (Richness.Unknown, 6), (Richness.Unknown, 6) })
        {
            var random = new RandomJson(document, richness, Seed, maxDepth: maxDepth);
            foreach (JsonProperty schema in schemas)
                yield return (schema.Name, random.Next(schema.Value)!.ToJsonString());
        }
    }

    /// <summary>The values of the schemas that the other version has too.</summary>
    private static LawReport Check((string Schema, string Json)[] values, Dictionary<string, Type> types)
    {
        var report = new LawReport();
        foreach ((string schema, string json) in values)
        {
            if (types.TryGetValue(schema, out Type? type))
                report.Check(schema, json, text => JsonSerializer.Serialize(JsonSerializer.Deserialize(text, type), type));
        }

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
