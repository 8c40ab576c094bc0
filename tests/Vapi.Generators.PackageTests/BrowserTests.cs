using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Vapi.Generators.PackageTests;

/// <summary>A WebAssembly program in a browser: in Chromium where there is one, else in Node, which has the same fetch.</summary>
public sealed partial class BrowserTests(PackageFeed feed)
{
    private const string Main = """
        import { dotnet } from './_framework/dotnet.js';
        const { runMain } = await dotnet.withApplicationArguments(process.argv[2]).create();
        process.exit(await runMain());
        """;

    [LongFact("1 minute")]
    public async Task ClientOfEveryConstructor_WorksInABrowser_AndStreams()
    {
        string? chromium = Chromium.Find();
        string? node = ProgramPath.Find("node");
        Assert.SkipWhen(chromium is null && node is null, "Needs Chromium or Node.");

        // Without the setting, .NET 10 streams whatever the client asks for.
        using var project = new ConsumerProject(feed)
        {
            Name = "Browser",
            Sdk = "Microsoft.NET.Sdk.WebAssembly",
            OutputType = "Exe",
            More = """
                <PropertyGroup><WasmEnableStreamingResponse>false</WasmEnableStreamingResponse></PropertyGroup>
                <ItemGroup><PackageReference Include="Microsoft.Extensions.Http" Version="10.0.0" /></ItemGroup>
                """,
        };
        string sources = Path.Combine(Repository.Root, "tests", "Vapi.Generators.PackageTests", "Consumers", "Browser");
        project.Copy(Path.Combine(sources, "openapi.json"), "openapi.json");
        project.Copy(Path.Combine(sources, "Program.cs"), "Program.cs");
        string published = Path.Combine(project.Folder, "published");

        // The server sends the files as they are, and compressing all of .NET takes long.
        BuildResult result = await project.PublishAsync(published, "-p:CompressionEnabled=false");
        Assert.SkipWhen(NeedsSdk().IsMatch(result.Output), "Needs the WebAssembly SDK, which the package sources do not have.");
        result.AssertClean();

        string files = Path.Combine(published, "wwwroot");
        await File.WriteAllTextAsync(Path.Combine(files, "main.mjs"), Main, TestContext.Current.CancellationToken);
        using var server = new BrowserServer(files);
        string output = chromium is not null ? await BrowseAsync(chromium, server, project.Folder) : (await DotNet.RunProgramAsync(files, node!, "main.mjs", server.Address)).Output;

        Assert.All((string[])["options", "own connections", "services"], client => Assert.Contains($"{client}: True found new 123", output));
        string[] requests = ["GET /things/a%20b", "POST /things", "GET /events", "PUT /received/1", "PUT /received/2", "PUT /received/3"];
        Assert.Equal(Enumerable.Repeat(requests, 3).SelectMany(r => r).Select(r => r + " Bearer key"), server.Requests);
    }

    /// <summary>Opens the page and waits for what its program writes.</summary>
    private static async Task<string> BrowseAsync(string chromium, BrowserServer server, string folder)
    {
        var start = new ProcessStartInfo(chromium, ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--user-data-dir=" + Path.Combine(folder, "browser"), server.Address + "/"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process browser = Process.Start(start)!;
        Task<string> said = browser.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            return await server.Result.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            browser.Kill(entireProcessTree: true);
            return await said;
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync(CancellationToken.None);
        }
    }

    [GeneratedRegex(@"\b(NU1101|NU1102|NU1301|NETSDK1147|MSB4236)\b")]
    private static partial Regex NeedsSdk();
}
