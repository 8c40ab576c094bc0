using System.Text;
using Vapi.Generators.Tool.Documents;

namespace Vapi.Generators.Tool.Tests;

/// <summary>The tool applies the same overlays as the generator, and pins them.</summary>
public sealed class OverlayTests : IDisposable
{
    private const string Corrected = """
        { "overlay": "1.1.0", "info": { "title": "t", "version": "1" }, "actions": [{ "target": "$.components.schemas.Order.properties.id", "update": { "type": "integer" } }] }
        """;

    private const string Added = """{ "overlay": "1.1.0", "actions": [{ "target": "$.components.schemas.Order.properties", "update": { "note": { "type": "string" } } }] }""";

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lock_PinsTheOverlayNextToTheDocument()
    {
        _folder.Write("openapi.json", Documents.Shop("\"id\": { \"type\": \"string\" }"));
        _folder.Write("openapi.overlay.json", Corrected);

        ToolResult result = await _folder.RunAsync("lock");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains($"\"overlays\": [\n    \"{ApiDocument.Hash(Encoding.UTF8.GetBytes(Corrected))}\"\n  ]", _folder.Files["openapi.lock.json"], StringComparison.Ordinal);
    }

    /// <summary>An update compares what the code was generated from with what it will be generated from, and pins the overlays again.</summary>
    [Fact]
    public async Task Update_ReportsTheCorrectedDocument_AndKeepsThePinOfTheOverlay()
    {
        string published = Documents.Shop("\"id\": { \"type\": \"string\" }");
        using LoopbackServer server = LoopbackServer.Publish(() => published);
        _folder.Write("openapi.overlay.json", Corrected);
        await _folder.RunAsync("update", "--url", server.Address);
        string pin = $"\"{ApiDocument.Hash(Encoding.UTF8.GetBytes(Corrected))}\"";
        Assert.Contains(pin, _folder.Files["openapi.lock.json"], StringComparison.Ordinal);
        published = Documents.Shop("\"id\": { \"type\": \"boolean\" }, \"note\": { \"type\": \"string\" }", "2");

        ToolResult result = await _folder.RunAsync("update");

        Assert.EndsWith("openapi.json is updated: 1 new\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(published, _folder.Files["openapi.json"]);
        Assert.Contains(pin, _folder.Files["openapi.lock.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ComparesTheCorrectedDocuments()
    {
        string published = Documents.Shop("\"id\": { \"type\": \"string\" }");
        using LoopbackServer server = LoopbackServer.Publish(() => published);
        _folder.Write("openapi.overlay.json", Corrected);
        await _folder.RunAsync("update", "--url", server.Address);
        published = Documents.Shop("\"id\": { \"type\": \"boolean\" }");

        ToolResult result = await _folder.RunAsync("check", "--fail-on", "breaking");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("no changes in C#", result.Output, StringComparison.Ordinal);
    }

    /// <summary>Without options, each document has the overlay next to it. A change is reported where it was written.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Diff_AppliesOverlays_AndReportsTheirLines(bool isListed)
    {
        _folder.Write("old.json", Documents.Shop("\"id\": { \"type\": \"string\" }"));
        _folder.Write("new.json", Documents.Shop("\"id\": { \"type\": \"string\" }"));
        _folder.Write(isListed ? "fix.json" : "new.overlay.json", Added);
        string[] more = isListed ? ["--overlay", _folder.Path("fix.json")] : [];

        ToolResult result = await ToolResult.RunAsync(["diff", _folder.Path("old.json"), _folder.Path("new.json"), .. more]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        if (isListed)
            Assert.Contains("no changes in C#", result.Output, StringComparison.Ordinal);
        else
            Assert.Contains("new.overlay.json(1,", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "overlay": "1.0.0", "actions": [{ "target": "$.a[1:2]", "remove": true }] }""", "openapi.overlay.json(1,")]
    [InlineData("""{ "overlay": "1.0.0", "actions": [{ "target": "$.a[1:2]", "remove": true }] }""", "VAPI025: The overlay cannot be applied")]
    [InlineData("{", "VAPI025: The overlay cannot be applied: The file is not JSON")]
    public async Task OverlayThatCannotBeApplied_ChangesNothing(string overlay, string message)
    {
        using LoopbackServer server = LoopbackServer.Publish(() => Documents.Shop(""));
        _folder.Write("openapi.overlay.json", overlay);

        ToolResult result = await _folder.RunAsync("update", "--url", server.Address);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal(["openapi.overlay.json"], _folder.Files.Keys);
    }

    [Fact]
    public async Task OverlayThatDoesNotExist_IsAFailure()
    {
        _folder.Write("openapi.json", Documents.Shop(""));

        ToolResult result = await _folder.RunAsync("lock", "--overlay", _folder.Path("missing.yaml"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("There is no overlay", result.Error, StringComparison.Ordinal);
    }

    /// <summary>The project lists its overlays relative to its folder.</summary>
    [Fact]
    public async Task OverlaysOfTheProject_AreApplied()
    {
        _folder.Write("openapi.json", Documents.Shop("\"id\": { \"type\": \"string\" }"));
        _folder.Write("fix.yaml", Corrected);
        _folder.Write("options.editorconfig", $"""
            is_global = true
            build_property.MSBuildProjectDirectory = {_folder.Path("").TrimEnd('/')}

            [{_folder.Document}]
            build_metadata.AdditionalFiles.OpenApiOverlays = fix.yaml
            """);

        await _folder.RunAsync("lock", "--configuration", _folder.Path("options.editorconfig"));

        Assert.Contains($"\"{ApiDocument.Hash(Encoding.UTF8.GetBytes(Corrected))}\"", _folder.Files["openapi.lock.json"], StringComparison.Ordinal);
    }
}
