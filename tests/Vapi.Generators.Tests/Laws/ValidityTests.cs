using System.Text.Json;

namespace Vapi.Generators.Tests.Laws;

/// <summary>What is written is valid where what was read is, for every schema of Vapi's document.</summary>
public class ValidityTests
{
    private const int Seed = 20261122;

    private static readonly Lazy<JsonJudge> Judge = new(() => new JsonJudge(RealDocument.Json, []));

    /// <summary>For values of enums that the document does not know.</summary>
    private static readonly Lazy<JsonJudge> OpenJudge = new(() => new JsonJudge(RealDocument.Json, [], open: true));

    [Theory]
    [InlineData(Richness.Minimal, 5)]
    [InlineData(Richness.Full, 1)]
    [InlineData(Richness.Unknown, 3)]
    public void RandomValueOfEverySchema_IsValid_AndSoIsWhatIsWrittenOfIt(Richness richness, int valuesPerSchema)
    {
        _ = RealDocument.Json;
        JsonJudge judge = richness == Richness.Unknown ? OpenJudge.Value : Judge.Value;
        var random = new RandomJson(RealDocument.Json, richness, Seed);
        var failures = new List<string>();
        valuesPerSchema = LongTests.Times(valuesPerSchema);
        foreach (JsonProperty schema in RealDocument.Schemas)
        {
            for (int i = 0; i < valuesPerSchema; i++)
            {
                string json = random.Next(schema.Value)!.ToJsonString();
                Require("read", judge, schema, json, failures);
                Require("written", judge, schema, RoundTrip(schema.Name, json), failures);
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} failures, seed {Seed}:\n{string.Join("\n", failures.Take(20))}");
    }

    [Fact]
    public void NewObjectThatRequiresNothing_IsValid()
    {
        _ = RealDocument.Json;
        var failures = new List<string>();
        int count = 0;
        foreach (JsonProperty schema in RealDocument.Schemas)
        {
            Type type = Class(schema.Name);
            if (type.CustomAttributes.Any(a => a.AttributeType.Name == "RequiredMemberAttribute"))
                continue;

            count++;
            Require("new", Judge.Value, schema, JsonSerializer.Serialize(Activator.CreateInstance(type), type), failures);
        }

        Assert.True(failures.Count == 0 && count > 0, $"{failures.Count} of {count}:\n{string.Join("\n", failures.Take(20))}");
    }

    private static Type Class(string schema) => RealDocument.Output.Assembly.GetType("Vapi." + schema)!;

    private static string RoundTrip(string schema, string json) => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, Class(schema)), Class(schema));

    private static void Require(string what, JsonJudge judge, JsonProperty schema, string json, List<string> failures)
    {
        string[] errors = judge.Errors(schema.Value, json);
        if (errors.Length > 0)
            failures.Add($"{schema.Name}, {what}: {string.Join("; ", errors.Take(3))}\n    {(json.Length > 500 ? json[..500] + "…" : json)}");
    }
}
