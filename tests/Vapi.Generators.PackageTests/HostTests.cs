namespace Vapi.Generators.PackageTests;

/// <summary>The package works in every host of the compiler.</summary>
public sealed class HostTests(PackageFeed feed)
{
    private const string OldFrameworks = """
        <ItemGroup Condition="'$(TargetFramework)' == 'netstandard2.0' or '$(TargetFramework)' == 'net472'">
          <PackageReference Include="System.Text.Json" Version="8.0.5" />
        </ItemGroup>
        <ItemGroup Condition="'$(TargetFramework)' == 'net472'">
          <Reference Include="System.Net.Http" />
        </ItemGroup>
        """;

    [Theory]
    [InlineData("true", "server processed compilation")]
    [InlineData("false", "using command line tool")]
    public async Task SeveralTargetFrameworks_BuildWithAndWithoutTheCompilerServer(string useServer, string proof)
    {
        string[] frameworks = ["net10.0", "net8.0", "netstandard2.0", "net472"];
        using var project = new ConsumerProject(feed) { TargetFrameworks = string.Join(';', frameworks), More = OldFrameworks };
        project.Copy(Repository.QuickstartDocument, "openapi.json");

        BuildResult result = await project.BuildAsync("-p:UseSharedCompilation=" + useServer, "-v:detailed");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("0 Warning(s)", result.Output);
        Assert.Equal(frameworks.Length, result.Output.Split('\n').Count(l => l.Contains(proof)));
        Assert.All(frameworks, f => Assert.Equal(project.Types("net10.0").Order(StringComparer.Ordinal), project.Types(f).Order(StringComparer.Ordinal)));
    }

    /// <summary>Of the oldest Roslyn and of the newest one, with the System.Text.Json of the host and with the packed one.</summary>
    [Fact]
    public async Task EveryRoslynFrom48_GeneratesTheSameBytes()
    {
        using var package = new UnpackedAnalyzer(feed);
        string all = string.Join(", ", AssemblyFile.ReadAll(package.Folder).Keys.Order(StringComparer.Ordinal));
        var generated = new List<string[]>();
        foreach (string version in (string[])["4.8.0", "5.12.0"])
        {
            using ConsumerProject compiler = Compiler(version, "net10.0");
            compiler.AddProgram("Compiler");
            (await compiler.BuildAsync()).AssertClean();
            await RunAsync("host first", "Microsoft.OpenApi, Vapi.Generators");
            await RunAsync("packed first", all);

            async Task RunAsync(string order, string loaded)
            {
                string[] lines = (await compiler.RunAsync(package.Folder, Repository.QuickstartDocument, order)).TrimEnd().Split('\n');
                Assert.Equal($"Roslyn {version}.0; from the package: {loaded}", lines[^1]);
                generated.Add(lines[..^1]);
            }
        }

        Assert.Contains(generated[0], l => l.StartsWith("Vapi.VapiClient.g.cs ", StringComparison.Ordinal));
        Assert.All(generated, g => Assert.Equal(generated[0], g));
    }

    /// <summary>
    /// There the host redirects what is asked for up to its own version to its own assembly; what asks for more gets the packed one. Two assemblies of the same name
    /// have types of the same name that are not the same, and a method that takes one of them is not found (https://github.com/dotnet/roslyn/issues/66104).
    /// </summary>
    [Theory]
    [InlineData("4.8.0", Skip = "bug: System.Text.Json 8.0.5 asks for System.Memory 4.0.1.2, which is the host's; Microsoft.OpenApi and the generator ask for 4.0.2.0, which is the packed one. Their ReadOnlySpan is not the same: MissingMethodException (CS8785).")]
    [InlineData("5.12.0")]
    public async Task OnNetFramework_EveryAssemblyIsThereOnce(string version)
    {
        using var package = new UnpackedAnalyzer(feed);
        using ConsumerProject compiler = Compiler(version, "net472");
        compiler.Write("Program.cs", "internal static class Program { private static void Main() { } }");
        (await compiler.BuildAsync()).AssertClean();
        Dictionary<string, AssemblyFile> host = AssemblyFile.ReadAll(compiler.OutputFolder("net472"));
        Dictionary<string, AssemblyFile> packed = AssemblyFile.ReadAll(package.Folder);

        Assert.Contains("Microsoft.CodeAnalysis", host.Keys);
        string[] confused =
        [
            .. from assembly in packed.Values
               from reference in assembly.References
               where reference.Name != "netstandard"
               group (assembly, reference) by reference.Name into users
               let places = users.Select(u => (u.assembly.Name, u.reference.Version, Place: Place(u.reference.Name, u.reference.Version))).ToArray()
               where places.Any(p => p.Place == "nowhere") || places.Select(p => p.Place).Distinct().Count() > 1
               select $"{users.Key}: " + string.Join(", ", places.Select(p => $"{p.Name} asks for {p.Version}, which is {p.Place}")),
        ];
        Assert.True(confused.Length == 0, string.Join('\n', confused));

        string Place(string name, Version version)
            => host.TryGetValue(name, out AssemblyFile? own) && own.Version >= version ? "the host's"
            : packed.TryGetValue(name, out AssemblyFile? beside) && beside.Version >= version ? "packed"
            : "nowhere";
    }

    private ConsumerProject Compiler(string version, string framework) => new(feed)
    {
        Name = "Compiler",
        OutputType = "Exe",
        TargetFrameworks = framework,
        HasPackage = false,
        RunAnalyzers = false,
        More = $"""<ItemGroup><PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="{version}" /></ItemGroup>""",
    };
}
