using System.Reflection;
using System.Text.Json;

namespace Vapi.Generators.Tests.Laws;

/// <summary>Reading a valid value and writing it back changes nothing, for every schema of Vapi's document.</summary>
public class LosslessTests
{
    private const int Seed = 20261122;

    [Theory]
    [InlineData(Richness.Minimal, 100)]
    [InlineData(Richness.Full, 4)]
    [InlineData(Richness.Unknown, 40)]
    public void RandomValueOfEverySchema_ReadAndWritten_IsTheSameJson(Richness richness, int valuesPerSchema)
    {
        var random = new RandomJson(RealDocument.Json, richness, Seed);
        Assembly assembly = RealDocument.Output.Assembly;
        var failures = new List<string>();
        int count = 0;
        valuesPerSchema = LongTests.Times(valuesPerSchema);
        foreach (JsonProperty schema in RealDocument.Schemas)
        {
            Type type = assembly.GetType("Vapi." + schema.Name)!;
            for (int i = 0; i < valuesPerSchema; i++)
            {
                count++;
                string json = random.Next(schema.Value)!.ToJsonString();
                string? failure = Fail(type, json);
                if (failure is not null)
                    failures.Add($"{schema.Name}: {failure}\n    {(json.Length > 500 ? json[..500] + "…" : json)}");
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{count} {richness} values, seed {Seed}: {failures.Count} failures");
        Assert.True(failures.Count == 0, $"{failures.Count} of {count} values, seed {Seed}:\n{string.Join("\n", failures.Take(20))}");
    }

    private static string? Fail(Type type, string json)
    {
        try
        {
            string[] differences = [.. JsonAssert.Differences(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type), type)).Take(3)];
            return differences.Length == 0 ? null : string.Join("; ", differences);
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }
}
