using System.Text.Json;

namespace Vapi.Generators.PackageTests;

/// <summary>The real document, where it lies beside the repository.</summary>
public sealed class WholeDocumentTests(PackageFeed feed)
{
    private const string JsonPackage = """
        <ItemGroup Condition="'$(TargetFramework)' == 'netstandard2.0'">
          <PackageReference Include="System.Text.Json" Version="8.0.5" />
        </ItemGroup>
        """;

    [LongFact("2 minutes")]
    public async Task RealDocument_BuildsWithoutAWarningForEveryKindOfFramework()
    {
        string document = Repository.Shared("vapi", "openapi.json");
        using var project = new ConsumerProject(feed) { TargetFrameworks = "net10.0;net8.0;netstandard2.0", RunAnalyzers = true, More = JsonPackage };
        project.Copy(document, "openapi.json");

        (await project.BuildAsync()).AssertClean();

        IReadOnlyList<string> types = project.Types("net10.0");
        Assert.Contains("Vapi.VapiClient", types);
        Assert.Equal(types.Order(StringComparer.Ordinal), project.Types("net8.0").Order(StringComparer.Ordinal));
        Assert.Equal(types.Order(StringComparer.Ordinal), project.Types("netstandard2.0").Order(StringComparer.Ordinal));
    }

    [LongFact("1 minute")]
    public async Task NewerDocument_GivesTheNewTypesWithoutClean()
    {
        string older = Repository.Shared("vapi", "history", "2025-01-23.json");
        string newer = Repository.Shared("vapi", "history", "2025-02-25.json");
        string[] added = [.. Classes(newer).Except(Classes(older))];
        string[] removed = [.. Classes(older).Except(Classes(newer))];
        Assert.NotEmpty(added);

        using var project = new ConsumerProject(feed);

        project.Copy(older, "openapi.json");
        (await project.BuildAsync()).AssertClean();
        Assert.Superset(removed.ToHashSet(), project.Types().ToHashSet());
        Assert.Empty(added.Intersect(project.Types()));

        project.Copy(newer, "openapi.json");
        (await project.BuildAsync()).AssertClean();
        Assert.Superset(added.ToHashSet(), project.Types().ToHashSet());
        Assert.Empty(removed.Intersect(project.Types()));
    }

    /// <summary>The classes whose names need no change.</summary>
    private static HashSet<string> Classes(string document)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(document));
        return
        [
            .. json.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject()
                .Where(s => s.Value.TryGetProperty("properties", out _) && s.Name.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetterUpper(s.Name[0]))
                .Select(s => "Vapi." + s.Name),
        ];
    }
}
