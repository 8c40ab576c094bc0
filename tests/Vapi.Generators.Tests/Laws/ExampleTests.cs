namespace Vapi.Generators.Tests.Laws;

/// <summary>Every example in Vapi's document is read and written back. For the documents of others, <see cref="CorpusTests"/> tests it.</summary>
public class ExampleTests
{
    [Fact]
    public void EveryExample_IsReadAndWrittenBack()
    {
        ProbedDocument document = ProbedDocument.Shared;
        LawReport report = document.Examples.Check(document.Probe);

        TestContext.Current.TestOutputHelper!.WriteLine(report.ToString());
        Assert.True(report.Values > 0);
        Assert.True(report.Exceptions == 0, report.ToString());
    }
}
