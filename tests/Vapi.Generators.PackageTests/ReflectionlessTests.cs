namespace Vapi.Generators.PackageTests;

/// <summary>What System.Text.Json and ASP.NET Core can do with generated types where reflection is off.</summary>
public sealed class ReflectionlessTests(ReflectionlessTests.Run run) : IClassFixture<ReflectionlessTests.Run>
{
    public static TheoryData<string> Laws =>
    [
        "Reflection_IsOff",
        .. Lossless("Class", "NullOfAClass", "Union", "UnknownMemberOfAUnion", "NullableUnion", "NullOfANullableUnion", "Enum", "NullableEnum", "NullOfANullableEnum"),
        .. Lossless("ListOfClasses", "ArrayOfClasses", "ReadOnlyListOfClasses", "EnumerableOfClasses", "DictionaryOfClasses", "ReadOnlyDictionaryOfClasses"),
        .. Lossless("ListOfUnions", "ArrayOfUnions", "DictionaryOfUnions", "ListOfEnums"),
        .. InPieces(1),
        .. InPieces(7),
        .. InPieces(4096),
        "AsyncEnumerable_IsWrittenAsAnArray",
        "BrokenStream_IsAJsonException",
        "JsonContent_WritesAGeneratedType",
        "HttpContent_ReadsAGeneratedType",
        "HttpContent_ReadsByOptions",
        "PostAsJson_SendsAGeneratedType",
        "GetFromJson_ReadsAGeneratedType",
        "GetFromJsonAsAsyncEnumerable_ReadsItems",
        .. Echoes("Class", "List", "Array", "Dictionary", "Union", "NullableUnion", "Enum", "TypedResult", "JsonResult", "ReadOnlyListResult", "EnumerableResult"),
        "MinimalApi_NullForANullableUnion_IsNull",
        "MinimalApi_ValueOfTheWrongKind_IsABadRequest",
        "MinimalApi_AsyncEnumerable_IsWrittenAsAnArray",
    ];

    public static TheoryData<string> LawsOfPayloads => [.. Lossless([.. from size in new[] { 1, 7, 4096 } from kind in new[] { "List", "Array", "Assistant", "Call", "CreateCall" } select $"Payload{kind}InPiecesOf{size}"])];

    [Theory]
    [MemberData(nameof(Laws))]
    public void WithoutReflection_TheLawHolds(string law) => run.AssertHolds(law);

    [Theory]
    [MemberData(nameof(LawsOfPayloads))]
    public void WithoutReflection_TheLawHoldsForRealBodies(string law)
    {
        Assert.SkipWhen(Repository.Payloads is null, "Needs ../shared/payloads beside the repository.");
        run.AssertHolds(law);
    }

    [Fact]
    public void EveryLawThatTheProgramChecks_IsAsserted()
        => Assert.Equal(Laws.Concat(Repository.Payloads is null ? [] : LawsOfPayloads).Select(l => l.Data).Order(), run.Laws.Order());

    private static IEnumerable<string> Lossless(params string[] kinds) => kinds.Select(k => $"{k}_IsReadAndWrittenWithoutLoss");

    private static IEnumerable<string> Echoes(params string[] paths) => paths.Select(p => $"MinimalApi_{p}_ComesBackWithoutLoss");

    private static IEnumerable<string> InPieces(int size)
        => [.. Lossless([.. new[] { "Class", "Union", "List", "Array", "ReadOnlyList", "Dictionary" }.Select(k => $"{k}InPiecesOf{size}")]), $"ItemsInPiecesOf{size}_AreReadOneByOne"];

    public sealed class Run(PackageFeed feed) : CheckedRun
    {
        protected override async Task<string> RunAsync()
        {
            using var project = new ConsumerProject(feed)
            {
                Sdk = "Microsoft.NET.Sdk.Web",
                OutputType = "Exe",
                More = "<PropertyGroup><JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault></PropertyGroup>",
            };
            project.Copy(Repository.QuickstartDocument, "openapi.json");
            project.AddProgram("Reflectionless");
            (await project.BuildAsync()).AssertClean();
            return await (Repository.Payloads is { } folder ? project.RunAsync(folder) : project.RunAsync());
        }
    }
}
