namespace Vapi.Generators.PackageTests;

/// <summary>Enums of a document where .NET makes values of text: keys of dictionaries, configuration, routes and queries.</summary>
public sealed class EnumTests(EnumTests.Run run) : IClassFixture<EnumTests.Run>
{
    public static TheoryData<string> Laws =>
    [
        "Keys_AreReadAndWritten",
        "TypeConverter_ReadsAndWritesText",
        "Configuration_Binds",
        "Route_Binds",
        "Query_Binds",
        "Controller_Binds",
        "TextThatIsNoNumber_IsABadRequest",
        "Body_IsReadWhereItIsAskedFor",
    ];

    [Theory]
    [MemberData(nameof(Laws))]
    public void InAWebApplication_TheLawHolds(string law) => run.AssertHolds(law);

    [Fact]
    public void EveryLawThatTheProgramChecks_IsAsserted() => Assert.Equal(Laws.Select(l => l.Data).Order(), run.Laws.Order());

    public sealed class Run(PackageFeed feed) : CheckedRun
    {
        protected override async Task<string> RunAsync()
        {
            using var project = new ConsumerProject(feed)
            {
                Sdk = "Microsoft.NET.Sdk.Web",
                OutputType = "Exe",
                More = "<PropertyGroup><IsAotCompatible>false</IsAotCompatible></PropertyGroup>",
            };
            project.Write("openapi.json", """
                {
                  "openapi": "3.0.3", "info": { "title": "Small", "version": "1" }, "paths": {},
                  "components": { "schemas": { "Mode": { "type": "string", "enum": ["fast", "slow"] }, "Level": { "type": "integer", "enum": [1, 2] }, "Ratio": { "type": "number", "enum": [0.5, 1.5] } } }
                }
                """);
            project.AddProgram("Enums");
            (await project.BuildAsync()).AssertClean();
            Assert.Empty(Directory.GetFiles(project.OutputFolder("net10.0"), "openapi*"));
            return await project.RunAsync();
        }
    }
}
