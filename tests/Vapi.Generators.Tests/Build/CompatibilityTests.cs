using Microsoft.CodeAnalysis.CSharp;

namespace Vapi.Generators.Tests.Build;

/// <summary>The same code compiles without a warning wherever it is promised to; where it cannot, one error says why.</summary>
public class CompatibilityTests
{
    public static readonly TheoryData<string> Frameworks = [.. ByName.Keys];

    private static Dictionary<string, Framework> ByName => new()
    {
        ["net10.0"] = Framework.Net10,
        ["net8.0"] = Framework.Net8,
        ["netstandard2.0"] = Framework.NetStandard20,
        ["net472"] = Framework.Net472,
    };

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void EveryLanguageVersionFrom11_CompilesEveryFeature(string framework) => Assert.All(
        LongTests.Sample([LanguageVersion.CSharp11, LanguageVersion.CSharp12, LanguageVersion.CSharp13, LanguageVersion.CSharp14, LanguageVersion.CSharp15, LanguageVersion.Preview], 2),
        version => Assert.NotEmpty(GeneratorHost.Run(new GeneratorInput(EveryFeature.Document) { LanguageVersion = version, Framework = ByName[framework] }).Files));

    [Fact]
    public void EveryFeature_HasOperationsOfEveryKind()
    {
        GeneratorOutput output = GeneratorHost.Run(EveryFeature.Document);

        string[] things = [.. output.Methods("ThingsClient")];
        string[] others = [.. output.Methods("TestClient")];
        Assert.Equal(5, things.Count(m => m.Contains(" CreateAsync(", StringComparison.Ordinal)));
        Assert.Contains(things, m => m.StartsWith("ApiPages<Thing, ThingPage> ListPagesAsync(", StringComparison.Ordinal));
        Assert.Contains(things, m => m.StartsWith("Task<ApiStream> DownloadAsync(", StringComparison.Ordinal));
        Assert.Contains(others, m => m.StartsWith("IAsyncEnumerable<Thing> EventsAsync(", StringComparison.Ordinal));
        Assert.Contains(others, m => m.StartsWith("IAsyncEnumerable<Cat> AskStreamingAsync(", StringComparison.Ordinal));
    }

    [LongTheory("20 seconds")]
    [InlineData("netstandard2.0")]
    [InlineData("net472")]
    public void RealDocument_CompilesAsCSharp11WhereDotNetIsOldest(string framework) => Assert.NotEmpty(GeneratorHost.Run(
        new GeneratorInput(File.ReadAllText(Repository.Shared("vapi/openapi.json"))) { LanguageVersion = LanguageVersion.CSharp11, Framework = ByName[framework] }).Files);

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void LanguageVersionBelow11_IsOneErrorAndNoneInGeneratedCode(string framework) => Assert.All(
        [LanguageVersion.CSharp7_3, LanguageVersion.CSharp8, LanguageVersion.CSharp9, LanguageVersion.CSharp10],
        version => RequireOnly("VAPI002", new GeneratorInput(EveryFeature.Document) { LanguageVersion = version, Framework = ByName[framework] }));

    [Fact]
    public void MissingSystemTextJson_IsOneErrorAndNoneInGeneratedCode()
        => RequireOnly("VAPI003", new GeneratorInput(EveryFeature.Document) { Framework = Framework.Net10WithoutJson });

    private static void RequireOnly(string id, GeneratorInput input) => Assert.Equal([id], GeneratorHost.Build(input).Select(d => d.Id));
}
