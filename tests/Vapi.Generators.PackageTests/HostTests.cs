namespace Vapi.Generators.PackageTests;

/// <summary>The package works in every host of the compiler.</summary>
public sealed class HostTests(PackageFeed feed)
{
    private const string OldFrameworks = """
        <ItemGroup Condition="'$(TargetFramework)' == 'netstandard2.0' or '$(TargetFramework)' == 'net472'">
          <PackageReference Include="System.Text.Json" Version="8.0.5" />
        </ItemGroup>
        """;

    [LongTheory("30 seconds")]
    [InlineData("true", "server processed compilation")]
    [InlineData("false", "using command line tool")]
    public async Task SeveralTargetFrameworks_BuildWithAndWithoutTheCompilerServer(string useServer, string proof)
    {
        string[] frameworks = ["net10.0", "net8.0", "netstandard2.0", "net472"];
        using var project = new ConsumerProject(feed) { TargetFrameworks = string.Join(';', frameworks), RunAnalyzers = true, More = OldFrameworks };
        project.Copy(Repository.QuickstartDocument, "openapi.json");

        BuildResult result = await project.BuildAsync("-p:UseSharedCompilation=" + useServer, "-v:detailed");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("0 Warning(s)", result.Output);
        Assert.Equal(frameworks.Length, result.Output.Split('\n').Count(l => l.Contains(proof)));
        Assert.All(frameworks, f => Assert.Equal(project.Types("net10.0").Order(StringComparer.Ordinal), project.Types(f).Order(StringComparer.Ordinal)));
    }

    /// <summary>Of the oldest Roslyn and of the newest one, with the System.Text.Json of the host and with the packed one; the reader of YAML is loaded for YAML only.</summary>
    [LongFact("1 minute")]
    public async Task EveryRoslynFrom48_GeneratesTheSameBytes()
    {
        using var package = new UnpackedAnalyzer(feed);
        string[] packed = [.. AssemblyFile.ReadAll(package.Folder).Keys.Order(StringComparer.Ordinal)];
        var json = new List<string[]>();
        var yaml = new List<string[]>();
        foreach (string version in (string[])["4.8.0", "5.12.0"])
        {
            using ConsumerProject compiler = Compiler(version, "net10.0");
            compiler.AddProgram("Compiler");
            compiler.Write("small.yaml", SmallDocument.Yaml);
            (await compiler.BuildAsync()).AssertClean();
            await RunAsync(json, Repository.QuickstartDocument, "host first", ["Microsoft.OpenApi", "Vapi.Generators"]);
            await RunAsync(json, Repository.QuickstartDocument, "packed first", packed.Except(["YamlDotNet"]));
            await RunAsync(yaml, "small.yaml", "host first", ["Microsoft.OpenApi", "Vapi.Generators", "YamlDotNet"]);
            await RunAsync(yaml, "small.yaml", "packed first", packed);

            async Task RunAsync(List<string[]> generated, string document, string order, IEnumerable<string> loaded)
            {
                string[] lines = (await compiler.RunAsync(package.Folder, document, order)).TrimEnd().Split('\n');
                Assert.Equal($"Roslyn {version}.0; from the package: {string.Join(", ", loaded)}", lines[^1]);
                generated.Add(lines[..^1]);
            }
        }

        Assert.Contains(json[0], l => l.StartsWith("Vapi.VapiClient.g.cs ", StringComparison.Ordinal));
        Assert.All(json, g => Assert.Equal(json[0], g));
        Assert.Contains(yaml[0], l => l.StartsWith("Small.SmallClient.g.cs ", StringComparison.Ordinal));
        Assert.All(yaml, g => Assert.Equal(yaml[0], g));
    }

    /// <summary>
    /// There the host takes its own assembly for whatever asks for up to its version, and the packed one for what asks for more. A method whose signature has a type
    /// that the caller takes from one assembly and its owner from another is not found (https://github.com/dotnet/roslyn/issues/66104).
    /// </summary>
    [Theory]
    [InlineData("4.8.0")]
    [InlineData("5.12.0")]
    public async Task OnNetFramework_GeneratorAndWhatItCallsHaveTheSameTypes(string version)
    {
        using var package = new UnpackedAnalyzer(feed);
        using ConsumerProject compiler = Compiler(version, "net472");
        compiler.Write("Program.cs", "internal static class Program { private static void Main() { } }");
        (await compiler.BuildAsync()).AssertClean();
        Dictionary<string, AssemblyFile> host = AssemblyFile.ReadAll(compiler.OutputFolder("net472"));
        Dictionary<string, AssemblyFile> packed = AssemblyFile.ReadAll(package.Folder);
        AssemblyFile generator = packed["Vapi.Generators"];

        Assert.Contains(generator.Members, m => m.Owner == "System.Text.Json" && m.Types.Contains("System.Memory"));
        Assert.Empty(packed.Values.SelectMany(a => a.References.Keys.Where(r => r != "netstandard" && Find(a, r) is null), (a, missing) => $"{a.Name} finds no {missing}"));
        Assert.Empty(
            from member in generator.Members
            let owner = Find(generator, member.Owner)
            where owner is not null
            from type in member.Types
            where type != member.Owner && owner.References.ContainsKey(type) && Find(owner, type) != Find(generator, type)
            select $"{member.Owner}: {member.Name} has types of {type}, asked for as {generator.References[type]} by the generator and as {owner.References[type]} by its owner");

        AssemblyFile? Find(AssemblyFile user, string name)
            => host.TryGetValue(name, out AssemblyFile? own) && own.Version >= user.References[name] ? own
            : packed.TryGetValue(name, out AssemblyFile? beside) && beside.Version >= user.References[name] ? beside
            : null;
    }

    private ConsumerProject Compiler(string version, string framework) => new(feed)
    {
        Name = "Compiler",
        OutputType = "Exe",
        TargetFrameworks = framework,
        HasPackage = false,
        More = $"""<ItemGroup><PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="{version}" /></ItemGroup>""",
    };
}
