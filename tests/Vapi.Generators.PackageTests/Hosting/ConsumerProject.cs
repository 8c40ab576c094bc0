using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>A project outside the repository that references the package, as strict as a careful user sets it.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private const string IsModern = "'$(TargetFramework)' != 'netstandard2.0' and '$(TargetFramework)' != 'net472'";

    /// <summary>One process for each: two builds run at the same time.</summary>
    private static readonly string[] Options = ["-nodeReuse:false", "-maxCpuCount:1", "-tl:off"];

    private readonly PackageFeed _feed;

    public ConsumerProject(PackageFeed feed)
    {
        _feed = feed;

        // An empty file ends the search for others further up.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("vapi-consumer-").FullName;

    public string Name { get; init; } = "Calls";

    public string Sdk { get; init; } = "Microsoft.NET.Sdk";

    public string OutputType { get; init; } = "Library";

    public string TargetFrameworks { get; init; } = "net10.0";

    public string LangVersion { get; init; } = "latest";

    /// <summary>False for a project that gets the generated code from another one.</summary>
    public bool HasPackage { get; init; } = true;

    /// <summary>True where it matters that analyzers have no findings: they take half of the time of a small build.</summary>
    public bool RunAnalyzers { get; init; }

    /// <summary>A project for one framework is evaluated once.</summary>
    private string Targets => TargetFrameworks.Contains(';') ? "TargetFrameworks" : "TargetFramework";

    public string ProjectFile => Path.Combine(Folder, Name + ".csproj");

    /// <summary>More lines of the project file.</summary>
    public string More { get; init; } = "";

    public void Write(string path, string text) => File.WriteAllText(Path.Combine(Folder, path), text);

    /// <summary>Puts a file into the project, as if written now.</summary>
    public void Copy(string file, string path)
    {
        File.Copy(file, Path.Combine(Folder, path), overwrite: true);
        File.SetLastWriteTimeUtc(Path.Combine(Folder, path), DateTime.UtcNow);
    }

    /// <summary>Adds the program in that folder of <c>Consumers</c>, and what all of them share.</summary>
    public void AddProgram(string name)
    {
        string consumers = Path.Combine(Repository.Root, "tests", "Vapi.Generators.PackageTests", "Consumers");
        foreach (string file in Directory.EnumerateFiles(consumers, "*.cs").Concat(Directory.EnumerateFiles(Path.Combine(consumers, name), "*.cs")))
            Copy(file, Path.GetFileName(file));
    }

    public async Task<BuildResult> RestoreAsync(params string[] options)
    {
        WriteProject();
        (int exitCode, string output) = await DotNet.RunAsync(Folder, ["restore", .. Options, .. options]);
        return new BuildResult(exitCode, output);
    }

    public async Task<BuildResult> BuildAsync(params string[] options)
    {
        WriteProject();
        (int exitCode, string output) = await DotNet.RunAsync(Folder, ["build", .. Options, .. options]);
        return new BuildResult(exitCode, output);
    }

    public async Task<BuildResult> PublishAsync(string folder, params string[] options)
    {
        WriteProject();
        (int exitCode, string output) = await DotNet.RunAsync(Folder, ["publish", "--framework", TargetFrameworks, "--output", folder, .. Options, .. options]);
        return new BuildResult(exitCode, output);
    }

    public async Task<string> RunAsync(params string[] arguments)
    {
        (int exitCode, string output) = await DotNet.RunAsync(Folder, [Path.Combine(OutputFolder("net10.0"), Name + ".dll"), .. arguments]);
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>The full names of the types in the built assembly that are not the compiler's own.</summary>
    public IReadOnlyList<string> Types(string framework = "net10.0")
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(OutputFolder(framework), Name + ".dll")));
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(t => !t.IsNested)
                .Select(t => (Namespace: metadata.GetString(t.Namespace), Name: metadata.GetString(t.Name)))
                .Where(t => !t.Name.StartsWith('<') && !t.Namespace.StartsWith("System.", StringComparison.Ordinal) && !t.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal))
                .Select(t => t.Namespace.Length == 0 ? t.Name : $"{t.Namespace}.{t.Name}"),
        ];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>A file that stays as it is is no reason to compile again.</summary>
    public void WriteProject()
    {
        if (!File.Exists(ProjectFile))
            File.WriteAllText(ProjectFile, ProjectText());
    }

    private string ProjectText() => $"""
        <Project Sdk="{Sdk}">
          <PropertyGroup>
            <OutputType>{OutputType}</OutputType>
            <{Targets}>{TargetFrameworks}</{Targets}>
            <LangVersion>{LangVersion}</LangVersion>
            <Nullable>enable</Nullable>
            <ImplicitUsings Condition="{IsModern}">enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <RunAnalyzers>{RunAnalyzers}</RunAnalyzers>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <IsAotCompatible Condition="{IsModern}">true</IsAotCompatible>
            <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
            <RestoreAdditionalProjectSources>{_feed.Folder}</RestoreAdditionalProjectSources>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup Condition="{HasPackage}">
            <PackageReference Include="{PackageFeed.PackageId}" Version="{_feed.Version}" PrivateAssets="all" />
          </ItemGroup>
          {More}
        </Project>
        """;

    /// <summary>Where the build puts the assembly.</summary>
    public string OutputFolder(string framework) => Path.Combine(Folder, "bin", "Debug", framework);
}

/// <summary>What a build said.</summary>
internal sealed partial record BuildResult(int ExitCode, string Output)
{
    /// <summary>The lines of errors and warnings, each once.</summary>
    public IReadOnlyList<string> Complaints { get; } = [.. Output.Split('\n').Where(l => Complaint().IsMatch(l)).Select(l => Project().Replace(l.Trim(), "")).Distinct()];

    public void AssertClean()
    {
        Assert.True(Complaints.Count == 0, string.Join('\n', Complaints));
        Assert.True(ExitCode == 0, Output);
    }

    [GeneratedRegex(@"\b(error|warning) ?[A-Z]*\d* ?:")]
    private static partial Regex Complaint();

    [GeneratedRegex(@" \[[^\]]*proj(::[^\]]*)?\]$")]
    private static partial Regex Project();
}
