namespace Vapi.Generators.Tests;

/// <summary>What a document shows as an example of its JSON is read and written back.</summary>
internal static class ExampleLaw
{
    public static LawReport Check(SchemaProbe probe, DocumentExamples examples)
    {
        var report = new LawReport();
        foreach ((string place, string json) in examples.All)
            report.Check(place, json, probe);

        return report;
    }
}
