using System.Net;

namespace Vapi.Generators.Tests.Operations;

/// <summary>Listings that come in numbered pages.</summary>
public class PagesTests
{
    private const string Page = """{ "name": "page", "in": "query", "schema": { "type": "number", "minimum": 1 } }""";

    private const string Limit = """{ "name": "limit", "in": "query", "schema": { "type": "number" } }""";

    private const string Schemas = """
        {
          "Page": { "type": "object", "properties": { "results": { "type": "array", "items": { "type": "string" } }, "metadata": { "$ref": "#/components/schemas/Meta" } } },
          "Meta": { "type": "object", "properties": { "hasNextPage": { "type": "boolean" }, "totalItems": { "type": "number" } } },
          "Bare": { "type": "object", "properties": { "results": { "type": "array", "items": { "type": "string" } } } }
        }
        """;

    [Theory]
    [InlineData("get", Page + "," + Limit, "Page", true)]
    [InlineData("get", Page, "Page", false)]
    [InlineData("get", Limit, "Page", false)]
    [InlineData("get", Page + "," + Limit, "Bare", false)]
    [InlineData("post", Page + "," + Limit, "Page", false)]
    [InlineData("get", """{ "name": "page", "in": "query", "schema": { "type": "string" } }, """ + Limit, "Page", false)]
    public void Listing_HasAMethodForAllPages(string method, string parameters, string result, bool expected) => Assert.Equal(
        expected
            ? ["Task<Page> DoAsync(DoQuery? query)", "Task<Page> DoAsync()", "IAsyncEnumerable<string> DoPagesAsync(DoQuery? query)", "IAsyncEnumerable<string> DoPagesAsync()"]
            : [$"Task<{result}> DoAsync(DoQuery? query)", $"Task<{result}> DoAsync()"],
        GeneratorHost.Run(Document(method, parameters, result)).Methods("TestClient"));

    [Theory]
    [InlineData("""{ "results": ["a"], "metadata": { "hasNextPage": false } }""", "a ? page=1&limit=5&other=x")]
    [InlineData("""{ "results": [] }""", " ? page=1&limit=5&other=x")]
    public async Task EveryPage_IsAskedForWithTheOtherParameters(string answer, string expected)
    {
        var api = new FakeApi(HttpStatusCode.OK, answer);

        string items = await Read(Document("get", Page + "," + Limit + """, { "name": "other", "in": "query", "schema": { "type": "string" } }"""), """new() { Limit = 5, Other = "x" }""", api);

        Assert.Equal(expected, items + " ? " + string.Join(" ", api.Requests.Select(r => r.Query[1..])));
    }

    [Theory]
    [InlineData("""{ "type": "integer", "format": "int32", "default": 0 }""", "null", "page=0")]
    [InlineData("""{ "type": "integer", "minimum": 0 }""", "null", "page=0")]
    [InlineData("""{ "type": "integer" }""", "null", "page=1")]
    [InlineData("""{ "type": "number" }""", "new() { Page = 3 }", "page=3")]
    public async Task FirstPage_IsTheQuerysOrTheDocuments(string schema, string query, string expected)
    {
        var api = new FakeApi(HttpStatusCode.OK, """{ "results": [] }""");

        await Read(Document("get", $$"""{ "name": "page", "in": "query", "schema": {{schema}} }, {{Limit}}"""), query, api);

        Assert.Equal("?" + expected, Assert.Single(api.Requests).Query);
    }

    [Fact]
    public async Task Pages_AreReadUntilOneIsEmptyOrTheLast()
    {
        var api = new FakeApi(HttpStatusCode.OK, """{ "results": ["a", "b"], "metadata": { "hasNextPage": true } }""");

        string items = await GeneratorHost.Run(new GeneratorInput(Document("get", Page + "," + Limit)) { Source = UserCode.Calling("""
            var query = new DoQuery { Page = 2 };
            var items = new List<string>();
            await foreach (string item in client.DoPagesAsync(query))
            {
                items.Add(item);
                if (items.Count == 5) break;
            }

            return string.Join(",", items) + " " + query.Page;
            """) }).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal("a,b,a,b,a 2", items);
        Assert.Equal(["?page=2", "?page=3", "?page=4"], api.Requests.Select(r => r.Query));
    }

    private static async Task<string> Read(string document, string query, FakeApi api) => await GeneratorHost.Run(new GeneratorInput(document)
    {
        Source = UserCode.Calling($$"""
            var items = new List<string>();
            await foreach (string item in client.DoPagesAsync({{query}})) items.Add(item);
            return string.Join(",", items);
            """),
    }).RunAsync<string>(api.CreateHttpClient());

    private static string Document(string method, string parameters, string result = "Page") => OpenApi.Operation("/things", method, $$"""
        "parameters": [{{parameters}}], "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{result}}" } } } } }
        """, Schemas);
}
