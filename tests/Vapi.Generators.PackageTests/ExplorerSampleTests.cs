using System.Text.Json;

namespace Vapi.Generators.PackageTests;

/// <summary>samples/Explorer shows the document, without the internet.</summary>
public sealed class ExplorerSampleTests(PackageFeed feed)
{
    [LongFact("20 seconds")]
    public async Task Page_ShowsTheDocument_WithItsOwnAssets()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using ConsumerProject project = Sample.Project(feed, "Explorer");
        (await project.BuildAsync()).AssertClean();
        string url = $"http://127.0.0.1:{Loopback.FreePort()}";
        using RunningProgram program = RunningProgram.Start(project.Folder, "dotnet", [Path.Combine(project.OutputFolder("net10.0"), "Explorer.dll"), "--urls", url]);
        await program.WaitForAsync("Now listening on: ");
        using var http = new HttpClient { BaseAddress = new Uri(url) };

        using JsonDocument document = JsonDocument.Parse(await http.GetStringAsync("/openapi.json", cancellationToken));
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(await File.ReadAllTextAsync(Repository.QuickstartDocument, cancellationToken)).RootElement, document.RootElement));

        string? chromium = Chromium.Find();
        Assert.SkipWhen(chromium is null, "Needs Chromium.");
        (string page, byte[] screenshot) = await Chromium.OpenAsync(chromium, url + "/docs", Path.Combine(project.Folder, "browser"));

        TestContext.Current.AddAttachment("screenshot", screenshot, "image/png");
        Assert.All((string[])["Vapi API", "Makes an assistant", "Phone Numbers"], text => Assert.Contains(text, page));
        Assert.True(screenshot.Length > 20_000, $"The screenshot has {screenshot.Length} bytes: an empty page has less.");
    }
}
