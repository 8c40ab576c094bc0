namespace Vapi.Generators.PackageTests;

/// <summary>The real document in programs that are trimmed, and compiled ahead of time, where the payloads lie beside the repository.</summary>
public sealed class PublishTests(PackageFeed feed)
{
    [LongTheory("1 minute")]
    [InlineData("trimmed", "-p:PublishTrimmed=true", "-p:TrimMode=full")]
    [InlineData("native", "-p:PublishAot=true")]
    public async Task RealDocument_PublishedWithoutAWarning_KeepsEveryPayload(string kind, params string[] options)
    {
        string document = Repository.Shared("vapi", "openapi.json");
        string payloads = Path.GetDirectoryName(Repository.Shared("payloads", "assistant.json"))!;
        bool isNative = kind == "native";
        Assert.SkipUnless(!isNative || OperatingSystem.IsLinux() && HasLinker(), "Compiling ahead of time needs clang or gcc.");

        // .NET 9: not every package source has the packs for AOT of the newest .NET.
        using var project = new ConsumerProject(feed)
        {
            OutputType = "Exe",
            TargetFrameworks = "net9.0",
            RunAnalyzers = false,
            More = "<PropertyGroup><NativeDebugSymbols>false</NativeDebugSymbols></PropertyGroup>",
        };
        project.Copy(document, "openapi.json");
        project.AddProgram("Payloads");
        string folder = Path.Combine(project.Folder, "published");
        (await project.PublishAsync(folder, options)).AssertClean();
        (int exitCode, string output) = await DotNet.RunProgramAsync(folder, Path.Combine(folder, OperatingSystem.IsWindows() ? "Calls.exe" : "Calls"), payloads);

        string[] files = [.. Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is not (".pdb" or ".dbg" or ".xml"))];
        TestContext.Current.SendDiagnosticMessage($"{kind}: {files.Sum(f => new FileInfo(f).Length):N0} bytes in {files.Length} files; {output.TrimEnd().Split('\n')[^1]}");
        Assert.True(exitCode == 0, output);
        Assert.Equal(isNative, !files.Any(f => Path.GetExtension(f) == ".dll"));
        int count = Directory.GetFiles(payloads, "*.json").Length;
        Assert.StartsWith($"{count} of {count} equal\n100 listed, True created\n", output);
    }

    private static bool HasLinker()
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "clang")) || File.Exists(Path.Combine(p, "gcc")));
}
