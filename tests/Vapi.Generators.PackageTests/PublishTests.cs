namespace Vapi.Generators.PackageTests;

/// <summary>The real document in programs that are trimmed, and compiled ahead of time, where the payloads lie beside the repository.</summary>
public sealed class PublishTests(PackageFeed feed, PublishTests.Payloads program) : IClassFixture<PublishTests.Payloads>
{
    private const string WithoutSymbols = "<PropertyGroup><NativeDebugSymbols>false</NativeDebugSymbols></PropertyGroup>";

    [LongTheory("1 minute")]
    [InlineData("trimmed", "-p:PublishTrimmed=true", "-p:TrimMode=full")]
    [InlineData("native", "-p:PublishAot=true")]
    public async Task RealDocument_PublishedWithoutAWarning_KeepsEveryPayload(string kind, params string[] options)
    {
        ConsumerProject project = await program.ProjectAsync(Repository.Shared("vapi", "openapi.json"));
        string payloads = Path.GetDirectoryName(Repository.Shared("payloads", "assistant.json"))!;
        bool isNative = kind == "native";
        Assert.SkipUnless(!isNative || OperatingSystem.IsLinux() && HasLinker(), "Compiling ahead of time needs clang or gcc.");

        string folder = Path.Combine(project.Folder, kind);
        (await project.PublishAsync(folder, ["--no-restore", .. options])).AssertClean();
        (int exitCode, string output) = await DotNet.RunProgramAsync(folder, Path.Combine(folder, OperatingSystem.IsWindows() ? "Calls.exe" : "Calls"), payloads);

        string[] files = [.. Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is not (".pdb" or ".dbg" or ".xml"))];
        TestContext.Current.SendDiagnosticMessage($"{kind}: {files.Sum(f => new FileInfo(f).Length):N0} bytes in {files.Length} files; {output.TrimEnd().Split('\n')[^1]}");
        Assert.True(exitCode == 0, output);
        Assert.Equal(isNative, !files.Any(f => Path.GetExtension(f) == ".dll"));
        int count = Directory.GetFiles(payloads, "*.json").Length;
        Assert.StartsWith($"{count} of {count} equal\n100 listed, True created, 2 deviate, True unknown\n", output);
    }

    /// <summary>samples/Webhooks answers after trimming and compiling ahead of time, with ASP.NET Core in it.</summary>
    [LongTheory("1 minute")]
    [InlineData("trimmed", "-p:PublishTrimmed=true", "-p:TrimMode=full", "--self-contained")]
    [InlineData("native", "-p:PublishAot=true")]
    public async Task WebhookSample_PublishedWithoutAWarning_Answers(string kind, params string[] options)
    {
        bool isNative = kind == "native";
        Assert.SkipUnless(!isNative || OperatingSystem.IsLinux() && HasLinker(), "Compiling ahead of time needs clang or gcc.");
        using ConsumerProject project = Sample.Project(feed, "Webhooks", "net9.0", WithoutSymbols);
        string folder = Path.Combine(project.Folder, "published");
        (await project.PublishAsync(folder, options)).AssertClean();
        string url = $"http://127.0.0.1:{Loopback.FreePort()}";
        using RunningProgram program = RunningProgram.Start(folder, Path.Combine(folder, OperatingSystem.IsWindows() ? "Webhooks.exe" : "Webhooks"), ["--urls", url], ("Vapi__Secret", "secret"));
        await program.WaitForAsync("Now listening on: ");
        using var http = new HttpClient { DefaultRequestHeaders = { { "X-Vapi-Secret", "secret" } } };
        using HttpResponseMessage response = await http.PostAsync(
            url + "/vapi",
            new StringContent("""{"message":{"type":"tool-calls","toolCallList":[{"id":"c1","type":"function","function":{"name":"book","arguments":"{\"time\":\"19:00\"}"}}]}}"""),
            TestContext.Current.CancellationToken);

        string[] files = [.. Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is not (".pdb" or ".dbg" or ".xml"))];
        TestContext.Current.SendDiagnosticMessage($"{kind} webhooks: {files.Sum(f => new FileInfo(f).Length):N0} bytes in {files.Length} files");
        Assert.Equal("""{"results":[{"toolCallId":"c1","name":"book","result":"Booked a table for 1 at 19:00.\\nSee you then!"}]}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>samples/NativeAot is one file, and saves what its API sends.</summary>
    [LongFact("1 minute")]
    public async Task NativeAotSample_PublishedWithoutAWarning_SavesAssistants()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && HasLinker(), "Compiling ahead of time needs clang or gcc.");
        using ConsumerProject project = Sample.Project(feed, "NativeAot", "net9.0", WithoutSymbols);
        string folder = Path.Combine(project.Folder, "published");
        (await project.PublishAsync(folder, "-p:PublishAot=true")).AssertClean();
        (int exitCode, string output) = await DotNet.RunProgramAsync(project.Folder, Path.Combine(folder, "NativeAot"), "backup");

        TestContext.Current.SendDiagnosticMessage($"native console: {new FileInfo(Path.Combine(folder, "NativeAot")).Length:N0} bytes");
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain(Directory.EnumerateFiles(folder), f => Path.GetExtension(f) == ".dll");
        string file = Assert.Single(Directory.GetFiles(Path.Combine(project.Folder, "backup")));
        Assert.Equal($"Reception: backup/{Path.GetFileName(file)}\n", output);
        Assert.Contains("""
            "model":{"provider":"next-year","layers":[1,2]}
            """, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    private static bool HasLinker() => (ProgramPath.Find("clang") ?? ProgramPath.Find("gcc")) is not null;

    /// <summary>The program that reads the payloads. Both ways to publish it begin with the same assembly, which is compiled once: they share what is restored too.</summary>
    public sealed class Payloads(PackageFeed feed) : IDisposable
    {
        private ConsumerProject? _project;

        internal async Task<ConsumerProject> ProjectAsync(string document)
        {
            if (_project is not null)
                return _project;

            // .NET 9: not every package source has the packs for AOT of the newest .NET.
            _project = new ConsumerProject(feed)
            {
                OutputType = "Exe",
                TargetFrameworks = "net9.0",
                More = WithoutSymbols + "<PropertyGroup><OpenApiContract>true</OpenApiContract></PropertyGroup>",
            };
            _project.Copy(document, "openapi.json");
            _project.AddProgram("Payloads");
            (await _project.RestoreAsync("--use-current-runtime", "-p:PublishAot=true", "-p:PublishTrimmed=true")).AssertClean();
            return _project;
        }

        public void Dispose() => _project?.Dispose();
    }
}
