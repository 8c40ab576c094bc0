namespace Vapi.Generators.Tests;

/// <summary>Whatever the API sends in the place of a property of Vapi's document is read, kept and written back. For the documents of others, <see cref="CorpusTests"/> tests it.</summary>
public class RealityTests
{
    private const int Seed = 20261129;

    [Fact]
    public void ValueOfAnyKindForAnyProperty_IsReadAndWrittenBack_AndCostsNothingBesideIt()
    {
        ProbedDocument document = ProbedDocument.Newest;
        var law = new RealityLaw(document.Probe, int.MaxValue, Seed);
        law.Check(RealityLaw.Values(document.Json, document.Schemas, Seed));

        TestContext.Current.TestOutputHelper!.WriteLine(law.ToString());
        Assert.True(law.Properties >= 6146, $"{law.Properties} properties");
        Assert.True(law.Report.IsKept, law.ToString());
    }
}
