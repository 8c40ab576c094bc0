using System.Collections.Concurrent;
using System.Text.Json;

namespace Vapi.Generators.Tests.Laws;

/// <summary>The checks of JSON agree with a judge that knows nothing of this product.</summary>
public class ContractLawTests
{
    private const int Seed = 20261129;

    /// <summary>How many schemas of a document of others are tried, evenly spread.</summary>
    private const int MostSchemas = 60;

    /// <summary>The documents with known differences, or without a judgment, and their causes.</summary>
    private static readonly Dictionary<string, string> Explained = new()
    {
        ["openapi-json-schema-generator__3_unit_test_spec_nopaths.json"] = "System.Text.Json cannot read a number of a schema or value for the judge, whose numbers are decimals. The generated code is not asked.",
        ["swagger-typescript-api__discriminator-schema.json"] = "A schema contains itself, by the oneOf of its base schema, and the judge ends there; an enum of a base schema applies to schemas that add a value.",
    };

    [LongFact("1 minute")]
    public void CheckOfAnyValueOfVapisDocument_AgreesWithTheJudge()
    {
        var law = new ContractLaw(File.ReadAllText(Repository.Shared("vapi/openapi.json")));
        law.Run(law.Schemas, 2, 6, Seed);

        TestContext.Current.TestOutputHelper!.WriteLine($"{law.Valid} valid of {law.Report}\nwith checks {Size(law.Output)}, without {Size(RealDocument.Output)}");
        Assert.True(law.Report.IsKept, law.Report.ToString());
        Assert.InRange(law.Valid, law.Report.Values / 10, law.Report.Values * 9 / 10);
        Assert.InRange(law.Report.Values, 40_000, int.MaxValue);
    }

    private static string Size(GeneratorOutput output) => $"{output.Files.Values.Sum(f => f.Count(c => c == '\n')):N0} lines, {output.Files.Values.Sum(f => f.Length):N0} characters, {output.Image.Length:N0} bytes";

    [Theory]
    [InlineData("real")]
    [InlineData("tricky")]
    public void CheckOfAnyValueOfOtherDocuments_AgreesWithTheJudge(string folder)
    {
        int longest = LongTests.AreOn ? 1_000_000 : 100_000;
        string[] files = [.. Directory.GetFiles(Repository.Shared("corpus/json/" + folder), "*.json").Where(f => new FileInfo(f).Length < longest).Order(StringComparer.Ordinal)];
        int count = Math.Min(LongTests.AreOn ? 24 : 8, files.Length);
        files = [.. Enumerable.Range(0, count).Select(i => files[i * files.Length / count])];

        var all = new ConcurrentBag<(string File, string Line, LawReport Report)>();
        Parallel.ForEach(files, Workers.OneForEachProcessor, file =>
        {
            try
            {
                var law = new ContractLaw(File.ReadAllText(file));
                law.Run(law.Schemas.Where((_, i) => i % (1 + (law.Schemas.Length / MostSchemas)) == 0), 1, 6, Seed);
                all.Add((file, law.Report.IsKept ? "" : $"\n{Path.GetFileName(file)}: {law.Report}", law.Report));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                all.Add((file, $"\n{Path.GetFileName(file)}: {exception.GetType().Name} of {exception.TargetSite?.DeclaringType?.FullName} {exception.Message}", new LawReport()));
            }
        });

        TestContext.Current.TestOutputHelper!.WriteLine($"{all.Sum(a => a.Report.Values)} values, {all.Sum(a => a.Report.Differences)} differences in {files.Length} documents" + string.Concat(all.Select(a => a.Line).Order(StringComparer.Ordinal)));
        Assert.Equal(0, all.Where(a => !Explained.ContainsKey(Path.GetFileName(a.File))).Sum(a => a.Report.Differences));
        Assert.Equal("", string.Concat(all.Where(a => !Explained.ContainsKey(Path.GetFileName(a.File))).Select(a => a.Line)));
    }
}
