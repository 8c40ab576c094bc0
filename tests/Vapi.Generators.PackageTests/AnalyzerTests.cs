namespace Vapi.Generators.PackageTests;

/// <summary>Analyzers of the user's project.</summary>
public sealed class AnalyzerTests(PackageFeed feed)
{
    /// <summary>Analyzers leave generated code alone, except for some security rules.</summary>
    [LongFact("30 seconds")]
    public async Task GeneratedCode_HasNoFindingsOfAnyRuleOfDotNet()
    {
        using var project = new ConsumerProject(feed)
        {
            More = "<PropertyGroup><AnalysisLevel>latest-all</AnalysisLevel><AnalysisMode>All</AnalysisMode><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild></PropertyGroup>",
        };
        project.Write("openapi.json", SmallDocument.With("Thing", "colour"));

        (await project.BuildAsync()).AssertClean();
    }
}
