namespace Vapi.Generators.Tool.Tests;

/// <summary>The names lock is written on request, and stays up to date with the document from then on.</summary>
public sealed class NamesLockTests : IDisposable
{
    private const string Old = """
        "/orders": { "get": { "tags": ["Orders"], "operationId": "list", "responses": { "204": { "description": "" } } } },
        "/orders/{id}": { "delete": { "tags": ["Orders"], "operationId": "remove", "responses": { "204": { "description": "" } } } }
        """;

    /// <summary>An operation with another ID and tag, one that is gone, and one that is new.</summary>
    private const string New = """
        "/orders": {
          "get": { "tags": ["Purchases"], "operationId": "listAllOrders", "responses": { "204": { "description": "" } } },
          "post": { "tags": ["Purchases"], "operationId": "add", "responses": { "204": { "description": "" } } }
        }
        """;

    private const string Schema = """
        "Order": { "type": "object", "properties": { "id": { "type": "string" }, "ID": { "type": "integer" }, "status": { "type": "string", "enum": ["open", "closed"]TITLE } } }
        """;

    private readonly ToolFolder _folder = new();

    private string _published = Documents.With(Old, Schema.Replace("TITLE", "", StringComparison.Ordinal));

    private static string NewDocument => Documents.With(New, Schema.Replace("TITLE", ", \"title\": \"State of the order\"", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lock_WritesNoNamesLock_UnlessItIsAskedTo()
    {
        _folder.Write("openapi.json", _published);

        await _folder.RunAsync("lock");

        Assert.Equal(["openapi.json", "openapi.lock.json"], _folder.Files.Keys.Order());
    }

    [Fact]
    public async Task LockOfNames_WritesOneNameOnEachLine()
    {
        _folder.Write("openapi.json", _published);

        ToolResult result = await _folder.RunAsync("lock", "--names");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.EndsWith("openapi.names.json keeps the names of methods and of types without a name in the document\n", result.Output);
        Assert.Equal(
            """
            {
              "formatVersion": 1,
              "groups": {
                "Orders": "OrdersClient"
              },
              "members": {
                "Order.ID": "ID2",
                "Order.id": "Id"
              },
              "methods": {
                "DELETE /orders/{id}": "Orders.Remove",
                "GET /orders": "Orders.List"
              },
              "types": {
                "#/components/schemas/Order/properties/status": "OrderStatus"
              }
            }

            """.ReplaceLineEndings("\n"),
            _folder.Files["openapi.names.json"]);
    }

    [Fact]
    public async Task Update_KeepsLockedNames_AddsNewOnes_AndDropsThoseWhosePlaceIsGone()
    {
        using LoopbackServer server = LoopbackServer.Publish(() => _published);
        await _folder.RunAsync("update", "--url", server.Address);
        await _folder.RunAsync("lock", "--names");
        string before = _folder.Files["openapi.names.json"];
        _published = NewDocument;

        ToolResult result = await _folder.RunAsync("update");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.EndsWith("openapi.json is updated: 1 breaking, 1 new\n", result.Output);
        Assert.Equal(
            before.Replace("    \"DELETE /orders/{id}\": \"Orders.Remove\",\n", "", StringComparison.Ordinal)
                .Replace("\"Orders.List\"", "\"Orders.List\",\n    \"POST /orders\": \"Orders.Add\"", StringComparison.Ordinal),
            _folder.Files["openapi.names.json"]);
    }

    [Fact]
    public async Task LockOfAnEditedDocument_BringsTheNamesLockUpToDate()
    {
        _folder.Write("openapi.json", _published);
        await _folder.RunAsync("lock", "--names");
        _folder.Write("openapi.json", NewDocument);

        await _folder.RunAsync("lock");

        Assert.Contains("\"POST /orders\": \"Orders.Add\"", _folder.Files["openapi.names.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("DELETE", _folder.Files["openapi.names.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_UsesTheNamesOfTheOldDocumentForBoth()
    {
        _folder.Write("openapi.json", _published);
        await _folder.RunAsync("lock", "--names");
        _folder.Write("new.json", NewDocument);

        ToolResult result = await ToolResult.RunAsync("diff", _folder.Document, _folder.Path("new.json"));

        Assert.DoesNotContain("has another name", result.Output, StringComparison.Ordinal);
        Assert.Contains("OrdersClient.AddAsync is new", result.Output, StringComparison.Ordinal);
    }

    /// <summary>Names that cannot be read must not be replaced by others.</summary>
    [Theory]
    [InlineData("lock")]
    [InlineData("update")]
    [InlineData("check")]
    public async Task NamesLockThatIsNone_IsAFailure_AndIsNotReplaced(string command)
    {
        using LoopbackServer server = LoopbackServer.Publish(() => NewDocument);
        _folder.Write("openapi.json", _published);
        _folder.Write("openapi.names.json", "<<<<<<< HEAD");
        Dictionary<string, string> before = _folder.Files;

        ToolResult result = await _folder.RunAsync(command, "--url", server.Address);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("openapi.names.json cannot be used: The file is not JSON", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Files);
    }
}
