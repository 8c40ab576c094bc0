using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rivals;

/// <summary>What one generator makes of the document.</summary>
/// <param name="Errors">Of the first build, by their code; empty if it compiles as it is.</param>
/// <param name="Simplified">The enums of the document that had to become strings until it compiled.</param>
/// <param name="Remaining">The errors of the last build.</param>
/// <param name="Probe">What its program found in the payloads; null if it never compiled.</param>
internal sealed record Result(Rival Rival, IReadOnlyDictionary<string, int> Errors, int Simplified, IReadOnlyDictionary<string, int> Remaining, TimeSpan Generation, TimeSpan Build, int Lines, int Files, long Assembly, Probe? Probe);

/// <summary>Written by Probes/Probe.cs.</summary>
internal sealed record Probe(int Files, int Equal, int Unreadable, int Values, int Lost, double ReadMilliseconds, double WriteMilliseconds);

/// <summary>Installs, generates, builds and runs.</summary>
internal static partial class Measurement
{
    private static string Repository { get; } = Above("Vapi.Generators.sln");

    public static async Task<Result> RunAsync(Rival rival, string document, string payloads, string folder)
    {
        Console.Error.WriteLine($"{rival.Name}: install");
        string packages = rival.Tool is null ? await PackAsync(folder) : await InstallAsync(rival, folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "Probe.csproj"), Project(packages));
        foreach (string probe in (string[])["Probe.cs", rival.Name + ".cs"])
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Probes", probe), Path.Combine(folder, probe));

        string input = Path.Combine(folder, "openapi.json");
        File.Copy(document, input);
        TimeSpan generation = await GenerateAsync(rival, input, folder);
        (Dictionary<string, int> errors, TimeSpan build) = await BuildAsync(folder);
        IReadOnlyDictionary<string, int> first = errors;
        int simplified = 0;
        if (errors.Count > 0)
        {
            (string text, simplified) = Simplification.Of(await File.ReadAllTextAsync(document));
            await File.WriteAllTextAsync(input, text);
            generation = await GenerateAsync(rival, input, folder);
            (errors, build) = await BuildAsync(folder);
        }

        string generated = Path.Combine(folder, rival.Tool is null ? "obj/Generated" : "Generated");
        string[] files = Directory.GetFiles(generated, "*.cs", SearchOption.AllDirectories);
        string assembly = Path.Combine(folder, "bin", "Release", "net10.0", "Probe.dll");
        bool isBuilt = errors.Count == 0;
        string found = isBuilt ? (await RunAsync(folder, "dotnet", assembly, payloads)).Output.Trim() : "";
        Console.Error.WriteLine(found);
        return new Result(
            rival, first, simplified, errors, generation, build, files.Sum(f => File.ReadLines(f).Count()), files.Length, isBuilt ? new FileInfo(assembly).Length : 0,
            isBuilt ? JsonSerializer.Deserialize<Probe>(found.Split('\n')[^1]) : null);
    }

    private static async Task<string> PackAsync(string folder)
    {
        string version = $"0.1.0-rivals.{DateTime.UtcNow.Ticks}";
        await SucceedAsync(Repository, "pack", "src/Vapi.Generators", "--configuration", "Release", "--artifacts-path", Path.Combine(folder, "artifacts"), "--output", Path.Combine(folder, "feed"), "-p:Version=" + version);
        return $"""<PackageReference Include="Vapi.Generators" Version="{version}" />""";
    }

    private static async Task<string> InstallAsync(Rival rival, string folder)
    {
        await SucceedAsync(folder, "new", "tool-manifest");
        await SucceedAsync(folder, "tool", "install", rival.Tool!, "--version", rival.Version);
        return string.Concat(rival.Packages.Select(p => $"""<PackageReference Include="{p.Id}" Version="{p.Version}" />"""));
    }

    private static string Project(string packages) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>annotations</Nullable>
            <NuGetAudit>false</NuGetAudit>
            <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
            <RestoreAdditionalProjectSources>feed</RestoreAdditionalProjectSources>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            <CompilerGeneratedFilesOutputPath>obj/Generated</CompilerGeneratedFilesOutputPath>
            <DefaultItemExcludes>$(DefaultItemExcludes);artifacts/**</DefaultItemExcludes>
          </PropertyGroup>
          <ItemGroup>{packages}</ItemGroup>
        </Project>
        """;

    private static async Task<TimeSpan> GenerateAsync(Rival rival, string document, string folder)
    {
        if (rival.Tool is null)
            return TimeSpan.Zero;

        Console.Error.WriteLine($"{rival.Name}: generate");
        string generated = Path.Combine(folder, "Generated");
        if (Directory.Exists(generated))
            Directory.Delete(generated, recursive: true);

        Directory.CreateDirectory(generated);
        (int exitCode, string output, TimeSpan time) = await MeasureAsync(folder, string.Format(CultureInfo.InvariantCulture, rival.Command, document).Split(' '));
        return exitCode == 0 ? time : throw new InvalidOperationException(output);
    }

    /// <summary>Without the compiler server, so that no generator profits from the one before.</summary>
    private static async Task<(Dictionary<string, int> Errors, TimeSpan Time)> BuildAsync(string folder)
    {
        Console.Error.WriteLine("  build");
        await SucceedAsync(folder, "restore");
        (int exitCode, string output, TimeSpan time) = await MeasureAsync(folder, "build", "--no-restore", "--configuration", "Release", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-tl:off");
        Dictionary<string, int> errors = output.Split('\n').Where(l => Error().IsMatch(l)).Distinct().GroupBy(l => Error().Match(l).Groups[1].Value).ToDictionary(g => g.Key, g => g.Count());
        foreach (string error in output.Split('\n').Where(l => Error().IsMatch(l)).Distinct().Take(20))
            Console.Error.WriteLine("  " + error.Trim());

        if (exitCode != 0 && errors.Count == 0)
            throw new InvalidOperationException(output);

        return (errors, time);
    }

    /// <summary>Also the processor time of the program and all that it starts, which depends less on what else the machine does than a clock.</summary>
    private static async Task<(int ExitCode, string Output, TimeSpan Time)> MeasureAsync(string folder, params string[] arguments)
    {
        string timeFile = Path.Combine(folder, "time.txt");
        (int exitCode, string output) = await RunAsync(folder, "bash", ["-c", "TIMEFORMAT='%U %S'; { time dotnet \"$@\" 2>&3; } 3>&2 2> time.txt", "bash", .. arguments]);
        double seconds = (await File.ReadAllTextAsync(timeFile)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(t => double.Parse(t, CultureInfo.InvariantCulture));
        return (exitCode, output, TimeSpan.FromSeconds(seconds));
    }

    private static async Task SucceedAsync(string folder, params string[] arguments)
    {
        (int exitCode, string output) = await RunAsync(folder, "dotnet", arguments);
        if (exitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}\n{output}");
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (string name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);

        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private static string Above(string name)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, name)))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"There is no {name} above {AppContext.BaseDirectory}.");

        return folder;
    }

    [GeneratedRegex(@": error ([A-Z]+\d+):")]
    private static partial Regex Error();
}
