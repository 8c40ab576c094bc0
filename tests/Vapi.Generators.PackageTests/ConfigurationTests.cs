using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Vapi.Generators.PackageTests;

public sealed class ConfigurationTests(PackageFeed feed)
{
    [Fact]
    public async Task NoDocument_IsSaid()
    {
        using var project = new ConsumerProject(feed);
        project.Write("Own.cs", "internal static class Own;");

        Assert.Contains("VAPI017: The project references Vapi.Generators, but has no OpenAPI document", Assert.Single((await project.BuildAsync()).Complaints));
    }

    [LongFact("10 seconds")]
    public async Task EnableDefaultOpenApiItemsFalse_LeavesTheDocumentAlone()
    {
        using var project = new ConsumerProject(feed) { More = "<PropertyGroup><EnableDefaultOpenApiItems>false</EnableDefaultOpenApiItems><NoWarn>$(NoWarn);VAPI017</NoWarn></PropertyGroup>" };
        project.Write("openapi.json", SmallDocument.With("Thing", "colour"));
        project.Write("Own.cs", "internal static class Own;");

        (await project.BuildAsync()).AssertClean();

        Assert.Equal(["Own"], project.Types());
    }

    [Fact]
    public async Task DocumentInYaml_AndFilesThatItReferences_AreRead()
    {
        using var project = new ConsumerProject(feed) { More = """<ItemGroup><AdditionalFiles Include="schemas/*.json" /></ItemGroup>""" };
        Directory.CreateDirectory(Path.Combine(project.Folder, "schemas"));
        project.Write("openapi.yaml", SmallDocument.Yaml.Replace("{ type: string }", "{ $ref: 'schemas/colours.json#/Colour' }"));
        project.Write("schemas/colours.json", """{ "Colour": { "type": "string", "enum": ["red"] } }""");

        (await project.BuildAsync()).AssertClean();

        Assert.Superset(new HashSet<string> { "Small.SmallClient", "Small.Thing", "Small.Colour" }, project.Types().ToHashSet());
    }

    [Theory]
    [InlineData("""<PropertyGroup><OpenApiNamespace>Other</OpenApiNamespace></PropertyGroup>""")]
    [InlineData("""<ItemGroup><AdditionalFiles Include="openapi.json" OpenApiNamespace="Other" OpenApiClientName="SmallClient" OpenApiAccessibility="public" /></ItemGroup>""")]
    public async Task NamespaceOfTheProject_IsUsed_AndTheDocumentOnce(string more)
    {
        using var project = new ConsumerProject(feed) { More = more };
        project.Write("openapi.json", SmallDocument.With("Thing", "colour"));

        (await project.BuildAsync()).AssertClean();

        IReadOnlyList<string> types = project.Types();
        Assert.Contains("Other.Thing", types);
        Assert.Contains("Other.SmallClient", types);
        Assert.All(types, t => Assert.StartsWith("Other.", t));
    }

    [LongTheory("10 seconds")]
    [InlineData("""<PropertyGroup><OpenApiIncludeSchemas>Nothing;Thing*</OpenApiIncludeSchemas><OpenApiIncludePaths>/none;/things</OpenApiIncludePaths><OpenApiPagination>none;nothing=page page</OpenApiPagination></PropertyGroup>""")]
    [InlineData("""<ItemGroup><AdditionalFiles Include="openapi.json" OpenApiIncludeSchemas="Nothing;Thing*" OpenApiIncludePaths="/none;/things" OpenApiPagination="none;nothing=page page" /></ItemGroup>""")]
    public async Task Lists_AreSeparatedBySemicolons(string more)
    {
        using var project = new ConsumerProject(feed) { More = more };
        project.Write("openapi.json", SmallDocument.With("Thing", "colour"));

        BuildResult result = await project.BuildAsync();

        Assert.Equal(3, result.Complaints.Count);
        Assert.Contains(result.Complaints, c => c.Contains("VAPI016: 'nothing' in OpenApiPagination matches none", StringComparison.Ordinal));
        Assert.Contains(result.Complaints, c => c.Contains("VAPI016: 'Nothing' in OpenApiIncludeSchemas matches none", StringComparison.Ordinal));
        Assert.Contains(result.Complaints, c => c.Contains("VAPI016: '/none' in OpenApiIncludePaths matches none", StringComparison.Ordinal));
    }

    [LongTheory("10 seconds")]
    [InlineData("{\n  \"openapi\": \"3.0.3\",\n  \"info\": {", "openapi.json(3,")]
    [InlineData("<html></html>", "openapi.json(1,1)")]
    public async Task UnreadableDocument_IsAnErrorAtItsPlace(string document, string place)
    {
        using var project = new ConsumerProject(feed);
        project.Write("openapi.json", document);

        BuildResult result = await project.BuildAsync();

        string complaint = Assert.Single(result.Complaints);
        Assert.Contains(place, complaint);
        Assert.Contains("error VAPI001: ", complaint);
        Assert.NotEqual(0, result.ExitCode);
    }

    [LongTheory("10 seconds")]
    [InlineData("""<AdditionalFiles Include="openapi.json" OpenApiNamespace="First" /><AdditionalFiles Include="./openapi.json" OpenApiNamespace="Last" />""", 2)]
    [InlineData("""<AdditionalFiles Include="openapi.json" OpenApiNamespace="Last" /><AdditionalFiles Include="words.txt" /><AdditionalFiles Include="words.txt" />""", 1)]
    public async Task DocumentListedTwice_IsSaid(string items, int times)
    {
        using var project = new ConsumerProject(feed) { More = $"<PropertyGroup><TreatWarningsAsErrors>false</TreatWarningsAsErrors></PropertyGroup><ItemGroup>{items}</ItemGroup>" };
        project.Write("openapi.json", SmallDocument.With("Thing", "colour"));
        project.Write("words.txt", "");

        IReadOnlyList<string> complaints = (await project.BuildAsync()).Complaints;

        Assert.Equal(times - 1, complaints.Count);
        Assert.All(complaints, c => Assert.Contains($"warning VAPI019: The document '{Path.Combine(project.Folder, "openapi.json")}' is listed 2 times", c));
        Assert.Contains("Last.Thing", project.Types());
    }

    /// <summary>A document is not a C# file: what holds for the whole project counts, the sections of an .editorconfig do not.</summary>
    [LongTheory("1 minute")]
    [InlineData("", "", "", "warning VAPI005")]
    [InlineData("<NoWarn>$(NoWarn);VAPI005</NoWarn>", "", "")]
    [InlineData("<WarningsAsErrors>$(WarningsAsErrors);VAPI008</WarningsAsErrors>", "", "", "error VAPI008", "warning VAPI005")]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "", "", "error VAPI005")]
    [InlineData("", ".globalconfig", "is_global = true\ndotnet_diagnostic.VAPI005.severity = none\ndotnet_diagnostic.VAPI008.severity = warning", "warning VAPI008")]
    [InlineData("", ".editorconfig", "is_global = true\ndotnet_diagnostic.VAPI005.severity = error", "error VAPI005")]
    [InlineData("", ".editorconfig", "[*]\ndotnet_diagnostic.VAPI005.severity = none", "warning VAPI005")]
    public async Task Severity_IsThatOfTheProject(string property, string file, string settings, params string[] expected)
    {
        using var project = new ConsumerProject(feed) { More = $"<PropertyGroup><TreatWarningsAsErrors>false</TreatWarningsAsErrors>{property}</PropertyGroup>" };
        project.Write("openapi.json", SmallDocument.With("Thing", "colour\": {}, \"Colour").Replace("\"paths\":", "\"tags\": \"none\", \"paths\":", StringComparison.Ordinal));
        project.Write("Own.cs", "internal static class Own;");
        if (file.Length > 0)
            project.Write(file, settings);

        IReadOnlyList<string> complaints = (await project.BuildAsync()).Complaints;

        Assert.Equal(expected, complaints.Select(c => Regex.Match(c, @"\w+ VAPI\d+").Value).Order());
        Assert.All(complaints, c => Assert.StartsWith(Path.Combine(project.Folder, "openapi.json("), c));
    }

    [Fact]
    public async Task Pin_IsWhatSha256sumPrints()
    {
        string document = SmallDocument.With("Thing", "colour");
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
        using var project = new ConsumerProject(feed) { More = $"<PropertyGroup><OpenApiSha256>{hash}</OpenApiSha256></PropertyGroup>" };

        project.Write("openapi.json", document);
        (await project.BuildAsync()).AssertClean();

        project.Write("openapi.json", document + " ");
        Assert.Contains($"error VAPI015: The SHA-256 of the document is '{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document + " ")))}'", Assert.Single((await project.BuildAsync()).Complaints));
    }

    /// <summary>Beside the compiler's own error (CS2001).</summary>
    [Fact]
    public async Task DocumentThatIsListedButMissing_IsAnErrorThatSaysSo()
    {
        using var project = new ConsumerProject(feed) { More = """<ItemGroup><AdditionalFiles Include="missing.openapi.json" /></ItemGroup>""" };
        project.Write("Own.cs", "internal static class Own;");

        IReadOnlyList<string> complaints = (await project.BuildAsync()).Complaints;

        Assert.Equal(2, complaints.Count);
        Assert.Contains(complaints, c => c.Contains("missing.openapi.json(1,1): error VAPI001: The file is missing"));
        Assert.Contains(complaints, c => c.Contains("error CS2001: "));
    }

    [LongTheory("10 seconds")]
    [InlineData("nothing but its version", """{ "openapi": "3.0.3" }""")]
    [InlineData("a version that nobody knows", """{ "swagger": "9" }""")]
    [InlineData("a schema called like a file of the runtime", "Deadline")]
    public async Task OddDocument_NeverBreaksTheGenerator(string what, string document)
    {
        using var project = new ConsumerProject(feed);
        project.Write("openapi.json", document.StartsWith('{') ? document : SmallDocument.With(document, "colour"));

        IReadOnlyList<string> complaints = (await project.BuildAsync()).Complaints;

        Assert.True(complaints.All(c => c.Contains(": error VAPI")), $"A document with {what}: {string.Join('\n', complaints)}");
    }

    [Fact]
    public async Task LowLanguageVersion_IsAnErrorThatSaysWhatToDo()
    {
        using var project = new ConsumerProject(feed) { LangVersion = "10" };
        project.Write("openapi.json", SmallDocument.With("Thing", "colour"));

        string complaint = Assert.Single((await project.BuildAsync()).Complaints);

        Assert.Contains("error VAPI002: ", complaint);
        Assert.Contains("<LangVersion>latest</LangVersion>", complaint);
    }

    [LongFact("10 seconds")]
    public async Task NoSystemTextJson_IsAnErrorThatSaysWhatToDo()
    {
        using var project = new ConsumerProject(feed) { TargetFrameworks = "netstandard2.0" };
        project.Write("openapi.json", SmallDocument.With("Thing", "colour"));

        string complaint = Assert.Single((await project.BuildAsync()).Complaints);

        Assert.Contains("error VAPI003: ", complaint);
        Assert.Contains("dotnet add package System.Text.Json", complaint);
    }
}
