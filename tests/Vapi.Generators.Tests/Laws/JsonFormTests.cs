using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Laws;

/// <summary>How JSON is put plays no part: not for the values of any schema of Vapi's document, nor for what the members of its unions are read as.</summary>
public class JsonFormTests
{
    private const int Seed = 20261122;

    /// <summary>How many schemas, and how many unions, are tried where long tests are off.</summary>
    private const int Sampled = 60;

    [Theory]
    [InlineData(JsonForm.Reversed)]
    [InlineData(JsonForm.TagsLast)]
    [InlineData(JsonForm.Escaped)]
    [InlineData(JsonForm.Indented)]
    [InlineData(JsonForm.Segmented)]
    public void JsonPutDifferently_IsTheSameValue(JsonForm form)
    {
        var random = new RandomJson(RealDocument.Json, Richness.Full, Seed);
        var failures = new List<string>();
        foreach (JsonProperty schema in LongTests.Sample([.. RealDocument.Schemas], Sampled))
            Require(schema.Name, random.Next(schema.Value)!, RealDocument.Output.Assembly.GetType("Vapi." + schema.Name)!, form, failures);

        Assert.True(failures.Count == 0, $"{failures.Count} failures, seed {Seed}:\n{string.Join("\n", failures.Take(20))}");
    }

    [Theory]
    [InlineData(JsonForm.Reversed)]
    [InlineData(JsonForm.TagsLast)]
    [InlineData(JsonForm.Escaped)]
    [InlineData(JsonForm.Indented)]
    [InlineData(JsonForm.Segmented)]
    public void JsonPutDifferently_IsTheSameMember(JsonForm form)
    {
        var failures = new List<string>();
        foreach (Richness richness in Enum.GetValues<Richness>())
        {
            var random = new RandomJson(RealDocument.Json, richness, Seed);
            foreach (UnionSite site in LongTests.Sample([.. UnionSites.OfRealDocument], Sampled))
            {
                foreach (UnionSiteMember member in site.Members)
                    Require($"{site.Type.Name} / {member}", site.WithTag(random.Next(member.Schema), member)!, site.Type, form, failures);
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} failures, seed {Seed}:\n{string.Join("\n", failures.Take(20))}");
    }

    private static void Require(string what, JsonNode json, Type type, JsonForm form, List<string> failures)
    {
        try
        {
            object? expected = JsonSerializer.Deserialize(json, type);
            object? actual = form.Read(json, type);
            if (UnionSites.IsUnion(type) && expected.Get("Value")?.GetType() != actual.Get("Value")?.GetType())
                failures.Add($"{what}: read as {actual.Get("Value")?.GetType().Name}");

            failures.AddRange(JsonAssert.Differences(JsonSerializer.Serialize(expected, type), JsonSerializer.Serialize(actual, type)).Take(3).Select(d => $"{what}: {d}"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            failures.Add($"{what}: {exception.Message}");
        }
    }
}
