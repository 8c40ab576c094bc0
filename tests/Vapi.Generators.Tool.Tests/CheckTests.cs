namespace Vapi.Generators.Tool.Tests;

/// <summary>What a check says, and what the other commands do to the lock file.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    private string _published = Documents.Shop("\"id\": { \"type\": \"string\" }");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"id\": { \"type\": \"string\" }, \"note\": { \"type\": \"string\" }", "any", 2)]
    [InlineData("\"id\": { \"type\": \"string\" }, \"note\": { \"type\": \"string\" }", "breaking", 0)]
    [InlineData("\"id\": { \"type\": \"integer\" }", "breaking", 2)]
    [InlineData("\"id\": { \"type\": \"integer\" }", "none", 0)]
    public async Task Check_EndsAsFailOnSays_AndChangesNothing(string properties, string failOn, int exitCode)
    {
        using LoopbackServer server = LoopbackServer.Publish(() => _published);
        await _folder.RunAsync("update", "--url", server.Address);
        Dictionary<string, string> before = _folder.Files;
        _published = Documents.Shop(properties);

        ToolResult result = await _folder.RunAsync("check", "--fail-on", failOn);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains("The published document differs from openapi.json: 1 ", exitCode == 0 ? result.Output : result.Error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Files);
    }

    [Fact]
    public async Task CheckOfTheSameDocument_IsWell()
    {
        using LoopbackServer server = LoopbackServer.Publish(() => _published);
        await _folder.RunAsync("update", "--url", server.Address);

        ToolResult result = await _folder.RunAsync("check");

        Assert.Equal((0, "openapi.json is up to date\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task AcknowledgedChange_IsNoFailure_UntilThereIsAnother()
    {
        using LoopbackServer server = LoopbackServer.Publish(() => _published);
        await _folder.RunAsync("update", "--url", server.Address);
        _published = Documents.Shop("");
        ToolResult refused = await _folder.RunAsync("check", "--report", _folder.Path("report.json"));
        string fingerprint = System.Text.Json.Nodes.JsonNode.Parse(_folder.Files["report.json"])!["changes"]![0]!["fingerprint"]!.GetValue<string>();

        await _folder.RunAsync("lock", "--acknowledge", fingerprint);
        ToolResult acknowledged = await _folder.RunAsync("check");
        _published = Documents.Shop("\"other\": { \"type\": \"string\" }");
        ToolResult another = await _folder.RunAsync("check");
        ToolResult breaking = await _folder.RunAsync("check", "--fail-on", "breaking");

        Assert.Equal([2, 0, 2, 0], [refused.ExitCode, acknowledged.ExitCode, another.ExitCode, breaking.ExitCode]);
    }

    [Fact]
    public async Task Lock_PinsTheDocumentAsItIs_AndKeepsTheAddress()
    {
        using LoopbackServer server = LoopbackServer.Publish(() => _published);
        await _folder.RunAsync("update", "--url", server.Address);
        string edited = Documents.Shop("", "1-fixed");
        _folder.Write("openapi.json", edited);

        ToolResult result = await _folder.RunAsync("lock");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        string text = _folder.Files["openapi.lock.json"];
        Assert.Contains(server.Address, text, StringComparison.Ordinal);
        Assert.Contains("1-fixed", text, StringComparison.Ordinal);
        Assert.Contains(Vapi.Generators.Tool.Documents.ApiDocument.Hash(System.Text.Encoding.UTF8.GetBytes(edited)), text, StringComparison.Ordinal);
        Assert.DoesNotContain("etag", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("lock")]
    public async Task CommandWithoutADocument_SaysWhatToDo(string command)
    {
        ToolResult result = await _folder.RunAsync(command);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("-t:UpdateOpenApi", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2, "--fail-on", "any")]
    public async Task Diff_ComparesTwoFiles(int exitCode, params string[] arguments)
    {
        _folder.Write("old.json", _published);
        _folder.Write("new.json", Documents.Shop(""));

        ToolResult result = await ToolResult.RunAsync(["diff", _folder.Path("old.json"), _folder.Path("new.json"), .. arguments]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.StartsWith("Shop 1: 1 breaking\n", result.Output);
    }

    /// <summary>No shell, no splitting at blanks: an argument is a line.</summary>
    [Fact]
    public async Task ArgumentsInAFile_AreLines()
    {
        _folder.Write("a b.json", _published);
        _folder.Write("arguments.rsp", $"diff\n{_folder.Path("a b.json")}\n{_folder.Path("a b.json")}\n");

        ToolResult result = await ToolResult.RunAsync("@" + _folder.Path("arguments.rsp"));

        Assert.Equal((0, "Shop 1: no changes in C#\n"), (result.ExitCode, result.Output));
    }
}
