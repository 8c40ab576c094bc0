using System.Net;

namespace Vapi.Generators.Tests.Operations;

/// <summary>List operations with pages.</summary>
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
    [InlineData("get", Page + "," + Limit, "Bare", true)]
    [InlineData("post", Page + "," + Limit, "Page", false)]
    [InlineData("get", """{ "name": "page", "in": "query", "schema": { "type": "string" } }, """ + Limit, "Page", false)]
    public void Listing_HasAMethodForAllPages(string method, string parameters, string result, bool expected) => Assert.Equal(
        expected
            ? [$"Task<{result}> DoAsync(DoQuery? query)", $"Task<{result}> DoAsync()", $"ApiPages<string, {result}> DoPagesAsync(DoQuery? query)", $"ApiPages<string, {result}> DoPagesAsync()"]
            : [$"Task<{result}> DoAsync(DoQuery? query)", $"Task<{result}> DoAsync()"],
        GeneratorHost.Run(Document(method, parameters, result)).Methods("TestClient"));

    [Theory]
    [InlineData("""{ "results": ["a"], "metadata": { "hasNextPage": false } }""", "a ? limit=5&other=x&page=1")]
    [InlineData("""{ "results": [] }""", " ? limit=5&other=x&page=1")]
    public async Task EveryPage_IsAskedForWithTheOtherParameters(string answer, string expected)
    {
        var api = new FakeApi(HttpStatusCode.OK, answer);

        string items = await Read(Document("get", Page + "," + Limit + """, { "name": "other", "in": "query", "schema": { "type": "string" } }"""), """new() { Limit = 5, Other = "x" }""", api);

        Assert.Equal(expected, items + " ? " + string.Join(" ", api.Requests.Select(r => r.Query[1..])));
    }

    [Theory]
    [InlineData("""{ "type": "integer", "format": "int32", "default": 0 }""", "null", "page=0")]
    [InlineData("""{ "type": "integer", "minimum": 0 }""", "null", "page=0")]
    [InlineData("""{ "oneOf": [{ "type": "integer", "minimum": 0 }, { "type": "null" }], "default": null }""", "null", "page=0")]
    [InlineData("""{ "type": "integer", "description": "Zero-based page number" }""", "null", "page=0")]
    [InlineData("""{ "type": "integer", "description": "The first page is `page=1`" }""", "null", "page=1")]
    [InlineData("""{ "type": "integer", "description": "Defaults to 1." }""", "null", "page=1")]
    [InlineData("""{ "type": "number", "minimum": 1 }""", "new() { Page = 3 }", "page=3")]
    public async Task FirstPage_IsTheQuerysOrTheDocuments(string schema, string query, string expected)
    {
        var api = new FakeApi(HttpStatusCode.OK, """{ "results": [] }""");

        await Read(Document("get", $$"""{ "name": "page", "in": "query", "schema": {{schema}} }, {{Limit}}"""), query, api);

        Assert.Equal("?" + expected, Assert.Single(api.Requests).Query);
    }

    [Fact]
    public async Task PageThatComesAgain_EndsInAnException()
    {
        var api = new FakeApi(HttpStatusCode.OK, """{ "results": ["a", "b"], "metadata": { "hasNextPage": true } }""");

        string items = await GeneratorHost.Run(new GeneratorInput(Document("get", Page + "," + Limit)) { Source = UserCode.Calling("""
            var query = new DoQuery { Page = 2 };
            var items = new List<string>();
            try { await foreach (string item in client.DoPagesAsync(query)) items.Add(item); }
            catch (ApiException exception) { items.Add(exception.StatusCode.ToString()); }
            return string.Join(",", items) + " " + query.Page;
            """) }).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal("a,b,OK 2", items);
        Assert.Equal(["?page=2", "?page=3"], api.Requests.Select(r => r.Query));
    }

    [Fact]
    public async Task Pages_HaveTheirResponseAndWhereToContinue()
    {
        var api = new FakeApi(HttpStatusCode.OK, """{ "results": ["a"], "metadata": { "totalItems": 7 } }""");

        string page = await GeneratorHost.Run(new GeneratorInput(Document("get", Page + "," + Limit)) { Source = UserCode.Calling("""
            await foreach (ApiPage<string, Page> page in client.DoPagesAsync().AsPages("4"))
                return $"{page.Items[0]} {page.Response.Metadata!.TotalItems} {page.ContinuationToken}";
            return "";
            """) }).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal("a 7 5", page);
        Assert.Equal("?page=4", Assert.Single(api.Requests).Query);
    }

    /// <summary>The rules of docs/pagination.md: what the parameters and the response must be, and what is sent for the second page.</summary>
    [Theory]
    [InlineData("page:integer,per_page:integer", "[Item]", "[{}]", "?page=1", "?page=2")]
    [InlineData("page[number]:first,page[size]:integer", "data:[Item]", """{ "data": [{}] }""", "?page%5Bnumber%5D=1", "?page%5Bnumber%5D=2")]
    [InlineData("offset:integer,limit:integer", "[Item]", "[{}, {}]", "", "?offset=2")]
    [InlineData("offset:integer,limit:integer", "[Item]", "[{}, 5]", "", "?offset=2")]
    [InlineData("$skip:integer,$top:integer", "value:[Item]", """{ "value": [{}] }""", "", "?%24skip=1")]
    [InlineData("startAt:integer,maxResults:integer", "data:{items:[Item]}", """{ "data": { "items": [{}, {}] } }""", "", "?startAt=2")]
    [InlineData("cursor:string", "items:[Item],next_cursor:string", """{ "items": [], "next_cursor": "a&b" }""", "", "?cursor=a%26b")]
    [InlineData("page:opaque", "data:[Item],next_page:string", """{ "data": [], "next_page": "a" }""", "", "?page=a")]
    [InlineData("pageToken:string", "items:[Item],nextPageToken:string", """{ "items": [], "nextPageToken": "a" }""", "", "?pageToken=a")]
    [InlineData("after:string", "edges:[Item],pageInfo:{endCursor:string,hasNextPage:boolean}", """{ "edges": [], "pageInfo": { "endCursor": "a", "hasNextPage": true } }""", "", "?after=a")]
    [InlineData("after:string", "results:[Item],paging:{next:{after:string}}", """{ "results": [], "paging": { "next": { "after": "a" } } }""", "", "?after=a")]
    [InlineData("starting_after:string", "data:[Item],has_more:boolean", """{ "data": [{ "id": "a" }, { "id": "b" }], "has_more": true }""", "", "?starting_after=b")]
    [InlineData("limit:integer", "data:[Item],links:{next:string}", """{ "data": [], "links": { "next": "/next?a=b" } }""", "", "?a=b")]
    [InlineData("limit:integer", "data:[Item],_links:{next:{href:string}}", """{ "data": [], "_links": { "next": { "href": "?a=b" } } }""", "", "?a=b")]
    [InlineData("$top:integer", "value:[Item],@odata.nextLink:string", """{ "value": [], "@odata.nextLink": "?a=b" }""", "", "?a=b")]
    [InlineData("limit:integer,created_at_gte:time,created_at_lte:time", "[Item]", """[{ "id": "a", "created_at": "2026-01-02T03:04:05Z" }]""", "?limit=100", "?limit=100&created_at_lte=2026-01-02T03%3A04%3A05Z")]
    public async Task Style_IsToldByParametersAndResponse(string parameters, string response, string body, string first, string second)
    {
        var api = new FakeApi(HttpStatusCode.OK, body);

        await GeneratorHost.Run(new GeneratorInput(Listing(parameters, response)) { Source = UserCode.Calling("""
            int pages = 0;
            try
            {
                await foreach (var page in client.DoPagesAsync().AsPages())
                    if (++pages == 2) break;
            }
            catch (ApiException)
            {
                // The second page is the first again.
            }

            return "";
            """) }).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal([first, second], api.Requests.Take(2).Select(r => r.Query));
    }

    /// <summary>What looks like pages, and is not certain.</summary>
    [Theory]
    [InlineData("page:first", "[Item]")]
    [InlineData("page:integer,limit:integer", "[Item]")]
    [InlineData("page:first,limit:integer,paginated:boolean", "[Item]")]
    [InlineData("page:string,limit:integer", "[Item]")]
    [InlineData("pageIndex:integer,pageSize:integer", "[Item]")]
    [InlineData("limit:integer", "[Item]")]
    [InlineData("page:first:deprecated,limit:integer", "[Item]")]
    [InlineData("start:integer,limit:integer", "[Item]")]
    [InlineData("startIndex:integer,count:integer", "[Item]")]
    [InlineData("page:first,limit:integer", "first:[Item],second:[Item]")]
    [InlineData("page:first,limit:integer", "errors:[Item]")]
    [InlineData("page:string", "data:[Item],next_page:string")]
    [InlineData("cursor:string", "items:[Item],cursor:string")]
    [InlineData("cursor:string", "items:[Item]")]
    [InlineData("after:string", "data:[Item],has_more:boolean")]
    [InlineData("limit:integer", "data:[Item],next:string")]
    [InlineData("limit:integer,created_at_gt:time,created_at_lt:time", "[Item]")]
    public void DoubtfulListing_HasNoMethodForAllPages(string parameters, string response)
        => Assert.DoesNotContain(GeneratorHost.Run(Listing(parameters, response)).Methods("TestClient"), m => m.Contains("PagesAsync", StringComparison.Ordinal));

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

    /// <summary>Such an operation skips as many items as it looked at, which are more than it returns.</summary>
    [Fact]
    public void OperationThatFiltersItsPages_HasNoMethodForAllPages() => Assert.DoesNotContain(GeneratorHost.Run(OpenApi.Operation("/things", "get", $$"""
        "description": "Finds things in the range. This means the operation usually returns fewer things than `limit`.", "parameters": [{{Page.Replace("page", "offset", StringComparison.Ordinal).Replace("1", "0", StringComparison.Ordinal)}}, {{Limit}}],
        "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Page" } } } } }
        """, Schemas)).Methods("TestClient"), m => m.Contains("PagesAsync", StringComparison.Ordinal));

    /// <summary>Some documents give every GET an optional body.</summary>
    [Fact]
    public void BodyThatMayBeLeftOut_IsSentWithEachPage() => Assert.Contains(
        "ApiPages<string, Page> DoPagesAsync(Item? body, DoQuery? query)",
        GeneratorHost.Run(OpenApi.Operation("/things", "get", $$"""
            "parameters": [{{Page}}, {{Limit}}], "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } } },
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Page" } } } } }
            """, Schemas.Replace("\"Bare\"", "\"Item\"", StringComparison.Ordinal))).Methods("TestClient"));

    /// <summary>A GET of what is listed, from short forms: <c>page:integer,limit:integer</c> and <c>data:[Item],links:{next:string}</c>.</summary>
    private static string Listing(string parameters, string response)
    {
        string[] inputs = [.. parameters.Split(',').Select(p => p.Split(':')).Select(p => $$"""{ "name": "{{p[0]}}", "in": "query", "deprecated": {{(p.Length > 2 ? "true" : "false")}}, "schema": {{Schema(p[1])}} }""")];
        return OpenApi.Operation("/things", "get", $$"""
            "parameters": [{{string.Join(", ", inputs)}}], "responses": { "200": { "description": "", "content": { "application/json": { "schema": {{(response[0] == '[' ? Schema(response) : Object(response))}} } } } }
            """, """{ "Item": { "type": "object", "properties": { "id": { "type": "string" }, "created_at": { "type": "string", "format": "date-time" } } } }""");
    }

    private static string Schema(string type) => type switch
    {
        "[Item]" => """{ "type": "array", "items": { "$ref": "#/components/schemas/Item" } }""",
        "time" => """{ "type": "string", "format": "date-time" }""",
        "first" => """{ "type": "integer", "minimum": 1 }""",
        "opaque" => """{ "type": "string", "description": "A cursor for the next page." }""",
        _ when type[0] == '{' => Object(type[1..^1]),
        _ => $$"""{ "type": "{{type}}" }""",
    };

    private static string Object(string properties)
    {
        var written = new List<string>();
        int start = 0;
        for (int i = 0, depth = 0; i <= properties.Length; i++)
        {
            depth += i == properties.Length ? 0 : properties[i] == '{' ? 1 : properties[i] == '}' ? -1 : 0;
            if (i < properties.Length && (properties[i] != ',' || depth > 0))
                continue;

            string[] pair = properties[start..i].Split(':', 2);
            written.Add($"\"{pair[0]}\": {Schema(pair[1])}");
            start = i + 1;
        }

        return $$"""{ "type": "object", "properties": { {{string.Join(", ", written)}} } }""";
    }
}
