using System.Net;

namespace Vapi.Generators.Tests.Operations;

/// <summary>Pages that an extension of the document or the option OpenApiPagination states.</summary>
public class StatedPagesTests
{
    private const string Envelope = """{ "type": "object", "properties": { "first": { "$ref": "#/components/schemas/Things" }, "second": { "$ref": "#/components/schemas/Things" }, "position": { "type": "object", "properties": { "forward": { "type": "string" }, "another": { "type": "boolean" } } } } }""";

    private const string Body = """{ "first": [{ "key": "a" }], "second": [{ "key": "b" }, { "key": "c" }], "position": { "forward": "/more?x=y" } }""";

    /// <summary>No rule finds these pages: two arrays, and names that say nothing.</summary>
    [Theory]
    [InlineData(""" "x-speakeasy-pagination": { "type": "offsetLimit", "inputs": [{ "name": "number", "in": "parameters", "type": "page" }], "outputs": { "results": "$.second", "numPages": "$.pages" } } """, "?number=1", "?number=2")]
    [InlineData(""" "x-speakeasy-pagination": { "type": "offsetLimit", "inputs": [{ "name": "number", "in": "parameters", "type": "offset" }, { "name": "size", "in": "parameters", "type": "limit" }], "outputs": { "results": "$.second" } } """, "", "?number=2")]
    [InlineData(""" "x-speakeasy-pagination": { "type": "cursor", "inputs": [{ "name": "place", "in": "parameters", "type": "cursor" }], "outputs": { "results": "$.second", "nextCursor": "$.second[-1].key" } } """, "", "?place=c")]
    [InlineData(""" "x-speakeasy-pagination": { "type": "url", "outputs": { "results": "$['second']", "nextUrl": "$.position.forward" } } """, "", "?x=y")]
    [InlineData(""" "x-fern-pagination": { "cursor": "$request.place", "next_cursor": "$response.position.forward", "results": "$response.second" } """, "", "?place=%2Fmore%3Fx%3Dy")]
    [InlineData(""" "x-fern-pagination": { "offset": "$request.number", "results": "$response.second", "has-next-page": "$response.position.another" } """, "?number=1", "?number=2")]
    [InlineData(""" "x-fern-pagination": { "offset": "$request.number", "step": "$request.size", "results": "$response.second" } """, "", "?number=2")]
    [InlineData(""" "x-fern-pagination": { "next_uri": "$response.position.forward", "results": "$response.second" } """, "", "?x=y")]
    public async Task Extension_StatesHowPagesAreRead(string extension, string first, string second) => Assert.Equal([first, second], await QueriesAsync(Document(extension)));

    [Theory]
    [InlineData("get=page number /second", "?number=1", "?number=2")]
    [InlineData("get=offset number /second", "", "?number=2")]
    [InlineData("get=cursor place /position/forward /second", "", "?place=%2Fmore%3Fx%3Dy")]
    [InlineData("get=link /position/forward /second", "", "?x=y")]
    [InlineData("none,get=link /position/forward /second", "", "?x=y")]
    public async Task Option_StatesHowPagesAreRead(string option, string first, string second) => Assert.Equal([first, second], await QueriesAsync(Document(""), option));

    [Theory]
    [InlineData(""" "x-ms-pageable": { "nextLinkName": "forward", "itemName": "second" } """, true)]
    [InlineData(""" "x-ms-pageable": { "nextLinkName": null, "itemName": "second" } """, false)]
    public void MicrosoftExtension_NamesTheAddressOfTheNextPage(string extension, bool expected)
        => Assert.Equal(expected, HasPages(GeneratorHost.Run(Document(extension, """{ "type": "object", "properties": { "first": { "$ref": "#/components/schemas/Things" }, "second": { "$ref": "#/components/schemas/Things" }, "forward": { "type": "string" } } }"""))));

    [Fact]
    public void FernExtensionOfTheDocument_AppliesWhereAnOperationSaysSo()
    {
        string document = Document(""" "x-fern-pagination": true """);

        Assert.False(HasPages(GeneratorHost.Run(document)));
        Assert.True(HasPages(GeneratorHost.Run(document.Insert(1, """ "x-fern-pagination": { "offset": "$request.number", "results": "$response.second" },"""))));
    }

    /// <summary>The option is stronger than the extension, and both are stronger than the rules.</summary>
    [Theory]
    [InlineData("", null, true)]
    [InlineData("", "none", false)]
    [InlineData("", "get=none", false)]
    [InlineData(""" "x-fern-pagination": false """, null, false)]
    [InlineData(""" "x-fern-pagination": false """, "get=page page", true)]
    [InlineData(""" "x-fern-pagination": { "offset": "$request.page", "results": "$response" } """, "none", false)]
    public void Statement_OverridesTheRules(string extension, string? option, bool expected)
        => Assert.Equal(expected, HasPages(GeneratorHost.Run(Input(Document(extension, """{ "$ref": "#/components/schemas/Things" }"""), option))));

    [Theory]
    [InlineData("got=page page", "'got' in OpenApiPagination matches none of the document's operations. The document has, for example: 'get'.")]
    [InlineData("get=page pages /first", "'pages' in OpenApiPagination matches none of the document's query parameters of GET /things. The document has, for example: 'page', 'place', 'number', 'size', 'limit'.")]
    [InlineData("get=link /position/back /first", "'/position/back' in OpenApiPagination matches none of the document's properties in the response of GET /things. The document has, for example: '/first', '/second', '/position'.")]
    [InlineData("get=page page /third", "'/third' in OpenApiPagination matches none of the document's operations that are a GET, need no body, and return an array there. The document has, for example: none.")]
    public void OptionThatDoesNotMatch_IsAWarning(string option, string message)
        => Assert.Equal(message, Assert.Single(GeneratorHost.Run(Input(Document(""), option) with { Expected = ["VAPI016"] }).Diagnostics, d => d.Id == "VAPI016").GetMessage());

    [Theory]
    [InlineData("get")]
    [InlineData("get=pages page")]
    [InlineData("get=page")]
    [InlineData("get=cursor place")]
    [InlineData("get=link forward")]
    [InlineData("=none")]
    public void OptionThatIsNoStatement_IsAnError(string option) => Assert.Empty(GeneratorHost.Run(Input(Document(""), option) with { Expected = ["VAPI004"] }).Files);

    /// <summary>The reason is in the message: an info, which a build does not show.</summary>
    [Theory]
    [InlineData("", Envelope, "the response has no array of items, or several that could be it")]
    [InlineData(""" "x-speakeasy-pagination": { "type": "cursor", "inputs": [{ "name": "place", "in": "requestBody", "type": "cursor" }] } """, Envelope, "what x-speakeasy-pagination states is not supported")]
    [InlineData(""" "x-speakeasy-pagination": { "type": "url", "outputs": { "results": "$.second[-1].parts", "nextUrl": "$.position.forward" } } """, Envelope, "'/second/-/parts' in x-speakeasy-pagination is none of the operations that are a GET, need no body, and return an array there")]
    [InlineData(""" "x-fern-pagination": { "offset": "$request.pages", "results": "$response.second" } """, Envelope, "'pages' in x-fern-pagination is none of the query parameters of GET /things")]
    public void DoubtfulListing_IsReported(string extension, string response, string reason)
        => Assert.Equal(
            $"'get' looks like a list operation with pages, but it has no method for all pages: {reason}. To state how its pages are read, set OpenApiPagination.",
            Assert.Single(GeneratorHost.Run(Document(extension, response)).Diagnostics, d => d.Id == "VAPI021").GetMessage());

    private static async Task<IEnumerable<string>> QueriesAsync(string document, string? option = null)
    {
        var api = new FakeApi(HttpStatusCode.OK, Body);
        await GeneratorHost.Run(Input(document, option) with { Source = UserCode.Calling("""
            var keys = new List<string>();
            try
            {
                await foreach (Thing thing in client.GetPagesAsync())
                    keys.Add(thing.Key!);
            }
            catch (ApiException) when (string.Concat(keys.Take(2)) == "bc")
            {
                // The second page is the first again.
            }

            return "";
            """) }).RunAsync<string>(api.CreateHttpClient());
        return api.Requests.Take(2).Select(r => r.Query);
    }

    private static bool HasPages(GeneratorOutput output) => output.Methods("TestClient").Any(m => m.Contains("PagesAsync", StringComparison.Ordinal));

    private static GeneratorInput Input(string document, string? option) => option is null ? document : new GeneratorInput(new InputDocument(document) { Metadata = { ["OpenApiPagination"] = option } });

    private static string Document(string extension, string response = Envelope) => OpenApi.Paths($$"""
        { "/things": { "get": { "operationId": "get", {{(extension.Length == 0 ? "" : extension + ",")}}
          "parameters": [{{string.Join(", ", ((string[])["number", "size", "page", "limit", "place"]).Select(n => $$"""{ "name": "{{n}}", "in": "query", "schema": { "type": "{{(n == "place" ? "string" : "integer")}}"{{(n == "page" ? ", \"minimum\": 1" : "")}} } }"""))}}],
          "responses": { "200": { "description": "", "content": { "application/json": { "schema": {{response}} } } } } } } }
        """, """{ "Things": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } }, "Thing": { "type": "object", "properties": { "key": { "type": "string" }, "parts": { "type": "array", "items": { "type": "string" } } } } }""");
}
