namespace Vapi.Generators.PackageTests;

/// <summary>JsonSerializer as most programs use it, and with options that change other types.</summary>
public sealed class ReflectionTests(ReflectionTests.Run run) : IClassFixture<ReflectionTests.Run>
{
    public static TheoryData<string> Laws =>
    [
        "Reflection_IsOn",
        "NoOptions_ChangesNothing",
        "WebOptions_ChangesNothing",
        "StrictOptions_ChangesNothing",
        "NamingPolicy_ChangesNothing",
        "IgnoringConditions_ChangesNothing",
        "OtherNumberHandling_ChangesNothing",
        "EnumConverters_ChangesNothing",
        "References_ChangesNothing",
        "NamingPolicy_ChangesTheUsersNamesOnly",
        "WriteIndented_IsFollowed",
        "AllowedComments_AreSkipped",
        "WrongValueWithinAssistant_IsKept",
        "WrongValueInPlaceOfAssistant_IsAJsonExceptionWithItsPlace",
        "WrongValueInArrayOfAssistants_IsAJsonExceptionWithItsPlace",
        "WrongValueInDictionaryOfAssistants_IsAJsonExceptionWithItsPlace",
        "WrongValueInOwnClass_IsAJsonExceptionWithItsPlace",
    ];

    [Theory]
    [MemberData(nameof(Laws))]
    public void WithReflection_TheLawHolds(string law) => run.AssertHolds(law);

    [Fact]
    public void EveryLawThatTheProgramChecks_IsAsserted() => Assert.Equal(Laws.Select(l => l.Data).Order(), run.Laws.Order());

    public sealed class Run(PackageFeed feed) : CheckedRun
    {
        protected override async Task<string> RunAsync()
        {
            using var project = new ConsumerProject(feed)
            {
                OutputType = "Exe",
                More = "<PropertyGroup><IsAotCompatible>false</IsAotCompatible></PropertyGroup>",
            };
            project.Copy(Repository.QuickstartDocument, "openapi.json");
            project.AddProgram("Reflection");
            (await project.BuildAsync()).AssertClean();
            return await project.RunAsync();
        }
    }
}
