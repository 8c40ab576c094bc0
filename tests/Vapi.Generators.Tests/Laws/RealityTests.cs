using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Vapi.Generators.Tests.Laws;

/// <summary>Whatever the API sends in the place of a property of Vapi's document is read, kept and written back. For the documents of others, <see cref="CorpusTests"/> tests it.</summary>
public class RealityTests
{
    private const int Seed = 20261129;

    /// <summary>How many places are tried where long tests are off.</summary>
    private const int SampledPlaces = 100;

    /// <summary>How many schemas have their lists tried where long tests are off.</summary>
    private const int SampledSchemas = 60;

    [Fact]
    public void ValueOfAnyKindForAnyProperty_IsReadAndWrittenBack_AndCostsNothingBesideIt()
    {
        ProbedDocument document = ProbedDocument.Shared;
        var law = new RealityLaw(document.Probe, LongTests.AreOn ? int.MaxValue : SampledPlaces, Seed);
        law.Check(RealityLaw.Values(document.Json, document.Schemas, Seed));

        TestContext.Current.TestOutputHelper!.WriteLine(law.ToString());
        Assert.True(law.Properties >= (LongTests.AreOn ? 6146 : 1), $"{law.Properties} properties");
        Assert.True(law.Report.IsKept, law.ToString());
    }

    [Fact]
    public void ItemOfAnyKindInAListThatIsTheRoot_IsReadAndWrittenBack_AndCostsNoOtherItem()
    {
        ProbedDocument document = ProbedDocument.Shared;
        Type metadata = document.Assembly.GetType("Vapi.ApiJson")!;
        var random = new RandomJson(document.Json, Richness.Minimal, Seed);
        var report = new LawReport();
        foreach (JsonProperty schema in LongTests.Sample(document.Schemas, SampledSchemas))
        {
            var list = (JsonTypeInfo)metadata.GetMethod("ListOf")!.MakeGenericMethod(document.Assembly.GetType("Vapi." + schema.Name)!).Invoke(null, null)!;
            string good = random.Next(schema.Value)!.ToJsonString();
            foreach (OddValue odd in OddValue.All)
                report.Check($"a list of {schema.Name}", $"[{good},{odd.Json},{good}]", json => Write(JsonSerializer.Deserialize(json, list)!, list));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(report.ToString());
        Assert.True(report.IsKept, report.ToString());
    }

    private static string Write(object list, JsonTypeInfo info)
    {
        int count = ((IEnumerable)list).Cast<object>().Count();
        return count is 2 or 3 ? JsonSerializer.Serialize(list, info) : throw new InvalidDataException($"The list has {count} items.");
    }
}
