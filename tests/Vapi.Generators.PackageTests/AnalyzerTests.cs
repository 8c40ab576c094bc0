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
            RunAnalyzers = true,
            More = """
                <PropertyGroup><AnalysisLevel>latest-all</AnalysisLevel><AnalysisMode>All</AnalysisMode><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild></PropertyGroup>
                <PropertyGroup><OpenApiContract>true</OpenApiContract><OpenApiFake>true</OpenApiFake></PropertyGroup>
                <ItemGroup><PackageReference Include="Microsoft.Extensions.Http" Version="10.0.0" /></ItemGroup>
                """,
        };
        project.Copy(Repository.QuickstartDocument, "openapi.json");

        (await project.BuildAsync()).AssertClean();
    }
}
