namespace Vapi.Generators.Tool.Tests;

/// <summary>The published document takes the place of that of the project.</summary>
public sealed class UpdateTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    private string _published = Documents.Shop("\"id\": { \"type\": \"string\" }");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FirstUpdate_WritesDocumentAndLock()
    {
        using LoopbackServer server = LoopbackServer.Publish(() => _published);

        ToolResult result = await _folder.RunAsync("update", "--url", server.Address);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("openapi.json is new: version 1, 1 operations, 1 schemas\n", result.Output);
        Assert.Equal(["openapi.json", "openapi.lock.json"], _folder.Files.Keys.Order());
        Assert.Equal(_published, _folder.Files["openapi.json"]);
        Assert.Equal(
            $$"""
            {
              "url": "{{server.Address}}",
              "version": "1",
              "sha256": "{{Vapi.Generators.Tool.Documents.ApiDocument.Hash(System.Text.Encoding.UTF8.GetBytes(_published))}}",
              "etag": "\"{{_published.Length}}\""
            }

            """.ReplaceLineEndings("\n"),
            _folder.Files["openapi.lock.json"]);
    }

    [Fact]
    public async Task Update_KnowsTheAddressFromTheLockFile_AndReportsWhatChanges()
    {
        using LoopbackServer server = LoopbackServer.Publish(() => _published);
        await _folder.RunAsync("update", "--url", server.Address);
        _published = Documents.Shop("\"number\": { \"type\": \"string\" }", "2");

        ToolResult result = await _folder.RunAsync("update", "--report", _folder.Path("report.md"), "--report", _folder.Path("report.json"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Shop 1 → 2: 1 breaking, 1 new\n", result.Output);
        Assert.EndsWith("openapi.json is updated: 1 breaking, 1 new\n", result.Output);
        Assert.Equal(_published, _folder.Files["openapi.json"]);
        Assert.Contains("\"version\": \"2\"", _folder.Files["openapi.lock.json"], StringComparison.Ordinal);
        Assert.Contains("- `Order.Id` is gone", _folder.Files["report.md"], StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"property-gone\"", _folder.Files["report.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task DocumentThatHasNotChanged_IsNotDownloadedAgain()
    {
        using LoopbackServer server = LoopbackServer.Publish(() => _published);
        await _folder.RunAsync("update", "--url", server.Address);
        Dictionary<string, string> before = _folder.Files;

        ToolResult result = await _folder.RunAsync("update");

        Assert.Equal((0, "openapi.json is up to date (1)\n"), (result.ExitCode, result.Output));
        Assert.Contains("If-None-Match", server.Requests[1], StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, _folder.Files);
    }

    /// <summary>An ETag stands for bytes that are not there any more.</summary>
    [Fact]
    public async Task DocumentThatWasEdited_IsDownloadedAgain()
    {
        using LoopbackServer server = LoopbackServer.Publish(() => _published);
        await _folder.RunAsync("update", "--url", server.Address);
        _folder.Write("openapi.json", Documents.Shop(""));

        ToolResult result = await _folder.RunAsync("update");

        Assert.EndsWith("openapi.json is updated: 1 new\n", result.Output);
        Assert.Equal(_published, _folder.Files["openapi.json"]);
    }

    [Theory]
    [InlineData("down", "cannot be fetched")]
    [InlineData("slow", "has not sent the document within 0.5 seconds: try again")]
    [InlineData("HTML", "leads to a web page, not to a document")]
    [InlineData("404", "answers 404 (Not Found): check the address")]
    [InlineData("cut off in the transfer", "cannot be fetched")]
    [InlineData("cut off before it", "VAPI001: The file is not JSON")]
    [InlineData("no document", "VAPI001: The file is not an OpenAPI document")]
    [InlineData("empty", "VAPI001: The file is empty")]
    [InlineData("badly compressed", "cannot be fetched")]
    [InlineData("redirect loop", "redirects more than 10 times")]
    [InlineData("other host without https", "redirects to http://example.com/openapi.json, which is not https")]
    [InlineData("a file", "redirects to file:///etc/passwd, which is not https")]
    [InlineData("too large", "sends more than 100 MiB")]
    [InlineData("no HTTP", "cannot be fetched")]
    public async Task FailedUpdate_SaysWhyAndLeavesEverythingAsItWas(string server, string message)
    {
        using LoopbackServer published = LoopbackServer.Publish(() => _published);
        await _folder.RunAsync("update", "--url", published.Address);
        Dictionary<string, string> before = _folder.Files;
        using LoopbackServer failing = Failing(server);

        ToolResult result = await _folder.RunAsync("update", "--url", failing.Address, "--timeout", server == "slow" ? "0.5" : "60", "--report", _folder.Path("report.md"));

        Assert.Equal(1, result.ExitCode);
        Assert.True(result.Error.Contains(message, StringComparison.Ordinal), result.Error);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.Equal(before, _folder.Files);
    }

    [Theory]
    [InlineData("http://example.com/openapi.json")]
    [InlineData("ftp://example.com/openapi.json")]
    [InlineData("file:///etc/passwd")]
    [InlineData("openapi.json")]
    [InlineData("https://user:secret@example.com/openapi.json")]
    public async Task AddressThatIsNotSafe_IsNotFetched(string address)
    {
        ToolResult result = await _folder.RunAsync("update", "--url", address);

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task UnknownAddress_IsAFailureThatSaysWhatToDo()
    {
        ToolResult result = await _folder.RunAsync("update");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("-p:OpenApiUrl=https://", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LockFileThatIsNone_IsNotReplaced()
    {
        using LoopbackServer server = LoopbackServer.Publish(() => _published);
        _folder.Write("openapi.lock.json", "<<<<<<< HEAD");

        ToolResult result = await _folder.RunAsync("update", "--url", server.Address);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("<<<<<<< HEAD", Assert.Single(_folder.Files).Value);
    }

    /// <summary>What cannot be written must not have replaced the other file.</summary>
    [Fact]
    public async Task LockFileThatCannotBeWritten_LeavesTheDocument()
    {
        using LoopbackServer server = LoopbackServer.Publish(() => _published);
        string old = Documents.Shop("");
        _folder.Write("openapi.json", old);
        Directory.CreateDirectory(_folder.Path("openapi.lock.json"));

        ToolResult result = await _folder.RunAsync("update", "--url", server.Address);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Cannot write openapi.json and openapi.lock.json", result.Error, StringComparison.Ordinal);
        Assert.Equal(old, Assert.Single(_folder.Files).Value);
    }

    [Fact]
    public async Task OldDocumentThatCannotBeRead_IsReplacedWithoutAReport()
    {
        using LoopbackServer server = LoopbackServer.Publish(() => _published);
        _folder.Write("openapi.json", "{");

        ToolResult result = await _folder.RunAsync("update", "--url", server.Address);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("There is no report, because openapi.json as it is cannot be read", result.Output, StringComparison.Ordinal);
        Assert.Equal(_published, _folder.Files["openapi.json"]);
    }

    private static LoopbackServer Failing(string how) => how switch
    {
        "down" => Down(),
        "slow" => new LoopbackServer(_ => LoopbackServer.Ok(Documents.Shop("")), TimeSpan.FromSeconds(30)),
        "HTML" => new LoopbackServer(_ => LoopbackServer.Ok("<!DOCTYPE html><html></html>")),
        "404" => new LoopbackServer(_ => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
        "cut off in the transfer" => new LoopbackServer(_ => LoopbackServer.Ok(Documents.Shop(""))[..300]),
        "cut off before it" => new LoopbackServer(_ => LoopbackServer.Ok(Documents.Shop("")[..100])),
        "no document" => new LoopbackServer(_ => LoopbackServer.Ok("{}")),
        "empty" => new LoopbackServer(_ => LoopbackServer.Ok("")),
        "badly compressed" => new LoopbackServer(_ => "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nno"),
        "redirect loop" => new LoopbackServer(_ => LoopbackServer.Redirect("/openapi.json")),
        "other host without https" => new LoopbackServer(_ => LoopbackServer.Redirect("http://example.com/openapi.json")),
        "a file" => new LoopbackServer(_ => LoopbackServer.Redirect("file:///etc/passwd")),
        "too large" => new LoopbackServer(_ => "HTTP/1.1 200 OK\r\nContent-Length: 200000000\r\n\r\n{"),
        "no HTTP" => new LoopbackServer(_ => "hello"),
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    private static LoopbackServer Down()
    {
        var server = new LoopbackServer(_ => "");
        server.Dispose();
        return server;
    }
}
