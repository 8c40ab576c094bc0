using Microsoft.CodeAnalysis.CSharp;

namespace Vapi.Generators.Tests;

/// <summary>The same code compiles without a warning wherever it is promised to.</summary>
public class CompatibilityTests
{
    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.CSharp15)]
    [InlineData(LanguageVersion.Preview)]
    public void EveryLanguageVersionFrom11_Compiles(LanguageVersion version)
    {
        Assert.NotEmpty(GeneratorHost.Run(new GeneratorInput(BaselineTests.Document) { LanguageVersion = version }).Files);
        Assert.NotEmpty(GeneratorHost.Run(new GeneratorInput(BaselineTests.Document) { LanguageVersion = version, Framework = Framework.NetStandard20 }).Files);
    }

    [Fact]
    public void RealDocument_CompilesForNetStandardAsCSharp11() => Assert.NotEmpty(GeneratorHost.Run(
        new GeneratorInput(File.ReadAllText(Repository.Shared("vapi/openapi.json"))) { LanguageVersion = LanguageVersion.CSharp11, Framework = Framework.NetStandard20 }).Files);
}
