namespace Vapi.Generators.PackageTests;

/// <summary>Generated types in a library; an application has classes of its own made of them, and System.Text.Json's and ASP.NET Core's own generators for those.</summary>
public sealed class OwnContextTests(OwnContextTests.Run run) : IClassFixture<OwnContextTests.Run>
{
    public static TheoryData<string> Laws =>
    [
        "Reflection_IsOff",
        "OwnContext_Alone_KnowsTheGeneratedTypesOfAnotherProject",
        "OwnContext_CombinedWithTheResolver_CoversBoth",
        "MinimalApi_Booking_ComesBackWithoutLoss",
        "MinimalApi_Assistant_ComesBackWithoutLoss",
        "MinimalApi_Assistants_ComesBackWithoutLoss",
        "MinimalApi_ReadOnlyList_ComesBackWithoutLoss",
        "MinimalApi_Model_ComesBackWithoutLoss",
    ];

    [Theory]
    [MemberData(nameof(Laws))]
    public void WithTypesOfALibrary_TheLawHolds(string law) => run.AssertHolds(law);

    [Fact]
    public void EveryLawThatTheProgramChecks_IsAsserted() => Assert.Equal(Laws.Select(l => l.Data).Order(), run.Laws.Order());

    public sealed class Run(PackageFeed feed) : CheckedRun
    {
        protected override async Task<string> RunAsync()
        {
            using var library = new ConsumerProject(feed) { Name = "Library" };
            library.Copy(Repository.QuickstartDocument, "openapi.json");

            // The analyzers for trimming and AOT run on the application: it is what such applications are published from.
            using var application = new ConsumerProject(feed)
            {
                Sdk = "Microsoft.NET.Sdk.Web",
                OutputType = "Exe",
                HasPackage = false,
                RunAnalyzers = true,
                More = $"""
                    <PropertyGroup>
                      <JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>
                      <EnableRequestDelegateGenerator>true</EnableRequestDelegateGenerator>
                    </PropertyGroup>
                    <ItemGroup>
                      <ProjectReference Include="{library.ProjectFile}" />
                    </ItemGroup>
                    """,
            };
            application.AddProgram("OwnContext");
            library.WriteProject();
            (await application.BuildAsync()).AssertClean();
            return await application.RunAsync();
        }
    }
}
