using System.Net;

namespace Vapi.Generators.Tests.Operations;

/// <summary>What is asked for, and how the answer's own content type decides among the documented ones. All operations are of one document.</summary>
public class MediaTypeTests
{
    private const string Text = """{ "schema": { "type": "string" } }""";

    private const string Thing = """{ "schema": { "$ref": "#/components/schemas/Thing" } }""";

    private const string Things = """{ "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } } }""";

    private const string Items = "string all = \"\"; await foreach (Thing item in client.{0}Async()) all += item.A; return all;";

    private static readonly (string Id, string Content, string Call)[] Reads =
    [
        ("any", $$""" "*/*": {{Text}} """, "return await client.AnyAsync();"),
        ("both", $$""" "application/json": {{Text}}, "text/plain": {{Text}} """, "return await client.BothAsync();"),
        ("number", """ "text/plain": { "schema": { "type": "integer" } } """, "return (await client.NumberAsync() + 1).ToString();"),
        ("kind", """ "text/plain": { "schema": { "$ref": "#/components/schemas/Kind" } } """, "return await client.KindAsync() == Kind.Red ? \"the value\" : \"another\";"),
        ("file", """ "application/json": { "schema": { "type": "string", "format": "binary" } } """, "using ApiStream file = await client.FileAsync(); return file.ContentType + \" \" + new StreamReader(file.Stream).ReadToEnd();"),
        ("events", $$""" "text/event-stream": {{Thing}} """, Items.Replace("{0}", "Events", StringComparison.Ordinal)),
        ("lines", $$""" "application/jsonl": {{Thing}} """, Items.Replace("{0}", "Lines", StringComparison.Ordinal)),
        ("sequence", $$""" "application/geo+json-seq": {{Thing}}, "text/event-stream": {{Thing}} """, Items.Replace("{0}", "Sequence", StringComparison.Ordinal)),
        ("old", $$""" "application/stream+json": {{Thing}} """, Items.Replace("{0}", "Old", StringComparison.Ordinal)),
    ];

    private static readonly (string Id, string Content, string Call)[] Writes =
    [
        ("save", $$""" "application/json": {{Thing}}, "application/x-www-form-urlencoded": {{Thing}}, "multipart/form-data": {{Thing}} """, "await client.SaveAsync(new Thing { A = \"x y\" }, options); return \"\";"),
        ("feed", $$""" "application/jsonl": {{Things}} """, "await client.FeedAsync(Two(), options); return \"\";"),
        ("records", $$""" "application/json": {{Things}}, "application/json-seq": {{Thing}} """, "await client.RecordsAsync(Two(), options); return \"\";"),
        ("many", $$""" "application/json": {{Things}}, "multipart/form-data": {{Things}}, "application/x-www-form-urlencoded": {{Things}} """, "await client.ManyAsync(new[] { new Thing { A = \"1\" } }, options); return \"\";"),
    ];

    private static readonly Lazy<GeneratorOutput> Output = new(() => GeneratorHost.Run(new GeneratorInput(Document()) { Source = Source() }));

    [Theory]
    [InlineData("any", "*/*", "text/plain", "hello", "hello")]
    [InlineData("any", "*/*", "text/plain; charset=utf-8", "\"quoted\" \\ ä", "\"quoted\" \\ ä")]
    [InlineData("any", "*/*", "application/json", "\"hello\"", "hello")]
    [InlineData("both", "application/json, text/plain; q=0.9", "text/plain", "hello", "hello")]
    [InlineData("both", "application/json, text/plain; q=0.9", "application/json", "\"hello\"", "hello")]
    [InlineData("number", "text/plain", "text/plain", "41", "42")]
    [InlineData("number", "text/plain", "application/json", "41", "42")]
    [InlineData("kind", "text/plain", "text/plain", "red", "the value")]
    [InlineData("file", "*/*", "application/pdf", "%PDF", "application/pdf %PDF")]
    [InlineData("events", "text/event-stream, application/x-ndjson, application/json; q=0.5", "text/event-stream", "data: {\"a\":\"1\"}\n\ndata: {\"a\":\"2\"}\n\n", "12")]
    [InlineData("lines", "application/jsonl, application/json; q=0.5", "application/jsonl", "{\"a\":\"1\"}\n\n{\"a\":\"2\"}", "12")]
    [InlineData("sequence", "application/geo+json-seq, text/event-stream, application/json; q=0.5", "application/geo+json-seq", "\u001e{\n\"a\":\n\"1\"}\n\u001e{\"a\":\"2\"}\n", "12")]
    [InlineData("old", "application/stream+json, application/json; q=0.5", "application/stream+json", "{\"a\":\"1\"}\n{\"a\":\"2\"}\n", "12")]
    public async Task Answer_IsReadAsItsOwnContentTypeSays(string id, string accept, string contentType, string body, string expected)
    {
        var api = new FakeApi(body: body, contentType: contentType);

        Assert.Equal(expected, await Output.Value.RunAsync<string>(api.CreateHttpClient(), id, ""));
        Assert.Equal(accept, Assert.Single(api.Requests).Header("Accept"));
    }

    [Theory]
    [InlineData("save", "", "application/json", """{"a":"x y"}""")]
    [InlineData("save", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded", "a=x%20y")]
    [InlineData("save", "application/merge-patch+json", "application/merge-patch+json", """{"a":"x y"}""")]
    [InlineData("many", "", "application/json", """[{"a":"1"}]""")]
    [InlineData("feed", "", "application/jsonl", "{\"a\":\"1\"}\n{\"a\":\"2\"}\n")]
    [InlineData("records", "", "application/json-seq", "\u001e{\"a\":\"1\"}\n\u001e{\"a\":\"2\"}\n")]
    public async Task Body_IsSentAsTheCallersContentTypeSays(string id, string chosen, string contentType, string body)
    {
        var api = new FakeApi(HttpStatusCode.NoContent);

        await Output.Value.RunAsync<string>(api.CreateHttpClient(), id, chosen);

        FakeRequest request = Assert.Single(api.Requests);
        Assert.Equal((contentType, body), (request.ContentType, request.Body));
    }

    [Fact]
    public async Task MultipartThatACallerChooses_HasItsBoundary()
    {
        var api = new FakeApi(HttpStatusCode.NoContent);

        await Output.Value.RunAsync<string>(api.CreateHttpClient(), "save", "multipart/form-data");

        FakeRequest request = Assert.Single(api.Requests);
        string boundary = request.ContentType!.Split("boundary=")[1].Trim('"');
        Assert.Equal($"--{boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx y\r\n--{boundary}--\r\n", request.Body);
    }

    [Fact]
    public void FormWithoutFields_IsNoOverloadBesideABodyThatCanBeWritten()
        => Assert.Equal(["Task ManyAsync(IReadOnlyList<Thing> body)"], Output.Value.Methods("TestClient").Where(m => m.Contains("Many", StringComparison.Ordinal)));

    private static string Document()
    {
        IEnumerable<string> reads = Reads.Select(r => $$""" "/{{r.Id}}": { "get": { "operationId": "{{r.Id}}", "responses": { "200": { "description": "", "content": { {{r.Content}} } } } } } """);
        IEnumerable<string> writes = Writes.Select(w => $$""" "/{{w.Id}}": { "post": { "operationId": "{{w.Id}}", "requestBody": { "required": true, "content": { {{w.Content}} } }, "responses": { "204": { "description": "" } } } } """);
        return OpenApi.Paths($$"""{ {{string.Join(",", reads.Concat(writes))}} }""", """{ "Thing": { "type": "object", "properties": { "a": { "type": "string" } } }, "Kind": { "enum": ["red", "blue"] } }""");
    }

    private static string Source() => $$"""
        using System.Collections.Generic;
        using System.IO;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Test;

        public static class Probe
        {
            public static async Task<string> Run(HttpClient http, string id, string contentType)
            {
                var client = new TestClient(http, new TestClientOptions());
                var options = new RequestOptions();
                if (contentType.Length > 0)
                    options.Headers["Content-Type"] = contentType;

                switch (id)
                {
                    {{string.Join("\n            ", Reads.Concat(Writes).Select(r => $"case \"{r.Id}\": {{ {r.Call} }}"))}}
                    default: return "";
                }
            }

            private static async IAsyncEnumerable<Thing> Two()
            {
                yield return new Thing { A = "1" };
                await Task.Yield();
                yield return new Thing { A = "2" };
            }
        }
        """;
}
