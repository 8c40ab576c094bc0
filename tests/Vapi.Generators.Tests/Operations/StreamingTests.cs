namespace Vapi.Generators.Tests.Operations;

/// <summary>Operations that answer item by item.</summary>
public class StreamingTests
{
    private const string Schemas = """
        {
          "Part": { "type": "object", "required": ["text"], "properties": { "text": { "type": "string" } } },
          "Whole": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } },
          "Ask": { "type": "object", "properties": { "question": { "type": "string" }, "stream": { "type": "boolean" } } }
        }
        """;

    private const string AskBody = """ "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Ask" } } } } """;

    private const string Part = """{ "schema": { "$ref": "#/components/schemas/Part" } }""";

    [Theory]
    [InlineData("text/event-stream", Part, "Part")]
    [InlineData("application/x-ndjson", Part, "Part")]
    [InlineData("application/jsonl", """{ "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Part" } } }""", "Part")]
    [InlineData("text/event-stream", """{ "schema": { "type": "string" } }""", "String")]
    [InlineData("text/event-stream", "{}", "String")]
    public void AnswerThatIsAStream_IsReadItemByItem(string contentType, string content, string item)
    {
        GeneratorOutput output = Run("get", $$""" "responses": { "200": { "description": "", "content": { "{{contentType}}": {{content}} } } } """);

        Type result = output.Type("TestClient").GetMethod("DoAsync")!.ReturnType;
        Assert.Equal((typeof(IAsyncEnumerable<>), item), (result.GetGenericTypeDefinition(), result.GetGenericArguments()[0].Name));
        Assert.Null(output.Type("TestClient").GetMethod("DoStreamingAsync"));
    }

    [Fact]
    public async Task AnswerThatMayBeAStream_HasAMethodForEach()
    {
        GeneratorOutput output = Run(
            "post",
            $$""" {{AskBody}}, "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Whole" } }, "text/event-stream": {{Part}} } } } """,
            """
            string text = "";
            await foreach (Part part in client.DoStreamingAsync(new Ask { Question = "why", Stream = false }))
                text += part.Text;

            return text;
            """);
        var api = new FakeApi(body: "data: {\"text\":\"be\"}\n\ndata: {\"text\":\"cause\"}\n\ndata: [DONE]\n\n", contentType: "text/event-stream");

        Assert.Equal("because", await output.RunAsync<string>(api.CreateHttpClient()));
        Assert.Equal("""{"question":"why","stream":true}""", Assert.Single(api.Requests).Body);
        Assert.Equal("Task`1", output.Type("TestClient").GetMethod("DoAsync")!.ReturnType.Name);
    }

    [Fact]
    public async Task UnionThatABodyAsksForAsAStream_IsReadItemByItem()
    {
        GeneratorOutput output = Run(
            "post",
            $$""" {{AskBody}}, "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "oneOf": [{ "$ref": "#/components/schemas/Whole" }, { "$ref": "#/components/schemas/Part" }] } } } } } """,
            """
            string text = "";
            await foreach (DoResponse item in client.DoStreamingAsync(new Ask()))
                text += item.Value switch { Part part => part.Text, Whole whole => whole.Id, _ => "?" };

            return text;
            """);
        var api = new FakeApi(body: "data: {\"text\":\"a\"}\n\ndata: {\"id\":\"b\"}\n\ndata: {\"new\":1}\n\n", contentType: "text/event-stream");

        Assert.Equal("ab?", await output.RunAsync<string>(api.CreateHttpClient()));
        Assert.Equal("""{"stream":true}""", Assert.Single(api.Requests).Body);
    }

    [Fact]
    public void OneAnswerThatIsNoUnion_IsNotStreamed() => Assert.Null(
        Run("post", $$""" {{AskBody}}, "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Whole" } } } } } """)
            .Type("TestClient").GetMethod("DoStreamingAsync"));

    private static GeneratorOutput Run(string method, string operation, string? statements = null)
    {
        var input = new GeneratorInput(OpenApi.Operation("/things", method, operation, Schemas));
        return GeneratorHost.Run(statements is null ? input : input with { Source = UserCode.Calling(statements) });
    }
}
