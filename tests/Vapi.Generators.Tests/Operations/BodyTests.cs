using System.Net;
using System.Text.RegularExpressions;

namespace Vapi.Generators.Tests.Operations;

/// <summary>From the content types of a request body to what is sent.</summary>
public partial class BodyTests
{
    private const string Schemas = """
        {
          "Rgb": { "type": "object", "properties": { "r": { "type": "integer" }, "g": { "type": "integer" } } },
          "Form": { "type": "object", "required": ["text"], "properties": {
            "text": { "type": "string" }, "count": { "type": "integer" }, "on": { "type": "boolean" }, "list": { "type": "array", "items": { "type": "string" } }, "rgb": { "$ref": "#/components/schemas/Rgb" }, "kind": { "enum": ["x y", "z"] }
          } },
          "Upload": { "type": "object", "properties": {
            "file": { "type": "string", "format": "binary" }, "files": { "type": "array", "items": { "type": "string", "format": "binary" } }, "rgb": { "$ref": "#/components/schemas/Rgb" },
            "list": { "type": "array", "items": { "type": "string" } }, "count": { "type": "integer" }, "note": { "type": "string" },
            "hash": { "type": "string", "format": "byte" }, "hashes": { "type": "array", "items": { "type": "string", "contentEncoding": "base64" } }
          } },
          "Text": { "type": "string" }
        }
        """;

    private const string Form = """ new Form { Text = "a b&c", Count = 5, On = true, List = new[] { "1", "2" }, Rgb = new Rgb { R = 1 }, Kind = "x y" } """;

    [Theory]
    [InlineData("""{ "application/json": { "schema": { "$ref": "#/components/schemas/Rgb" } } }""", "new Rgb { R = 1 }", "application/json", """{"r":1}""")]
    [InlineData("""{ "application/vnd.x+json": { "schema": { "type": "array", "items": { "type": "integer" } } } }""", "new long[] { 1, 2 }", "application/vnd.x+json", "[1,2]")]
    [InlineData("""{ "*/*": { "schema": { "type": "string" } } }""", "\"a\"", "application/json", "\"a\"")]
    [InlineData("""{ "*/*": { "schema": { "type": "string", "format": "binary" } } }""", "new FileContent(new MemoryStream(new byte[] { 65 }))", "application/octet-stream", "A")]
    [InlineData("""{ "*/*": {} }""", "new FileContent(new MemoryStream(new byte[] { 65 }), null, \"image/png\")", "image/png", "A")]
    [InlineData("""{ "text/plain": { "schema": { "type": "string" } } }""", "\"ä\"", "text/plain; charset=utf-8", "ä")]
    [InlineData("""{ "text/csv": { "schema": { "type": "string" } } }""", "\"a,b\"", "text/csv; charset=utf-8", "a,b")]
    [InlineData("""{ "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } }""", "new MemoryStream(new byte[] { 65 })", "application/octet-stream", "A")]
    [InlineData("""{ "audio/wav": { "schema": { "type": "string", "format": "binary" } } }""", "new MemoryStream(new byte[] { 65 })", "audio/wav", "A")]
    [InlineData("""{ "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/Form" } } }""", Form, "application/x-www-form-urlencoded", "text=a%20b%26c&count=5&on=true&list=1&list=2&rgb=%7B%22r%22%3A1%7D&kind=x%20y")]
    [InlineData("""{ "application/x-www-form-urlencoded": { "schema": { "type": "object", "additionalProperties": { "type": "string" } } } }""", "new Dictionary<string, string> { [\"a b\"] = \"c\" }", "application/x-www-form-urlencoded", "a%20b=c")]
    [InlineData("""{ "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/Form" }, "encoding": { "rgb": { "style": "deepObject", "explode": true }, "list": { "style": "pipeDelimited", "explode": false } } } }""",
        Form, "application/x-www-form-urlencoded", "text=a%20b%26c&count=5&on=true&list=1%7C2&rgb%5Br%5D=1&kind=x%20y")]
    [InlineData("""{ "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/Form" }, "encoding": { "list": { "contentType": "application/json" }, "text": { "allowReserved": true, "style": "form" } } } }""",
        """ new Form { Text = "a/b", List = new[] { "1" } } """, "application/x-www-form-urlencoded", "text=a/b&list=%5B%221%22%5D")]
    public async Task Body_IsSentInItsContentType(string content, string argument, string contentType, string body)
    {
        FakeRequest request = await Send(content, $"await client.DoAsync({argument});");

        Assert.Equal((contentType, body), (request.ContentType, request.Body));
    }

    [Fact]
    public async Task Multipart_HasAPartForEachValue()
    {
        FakeRequest request = await Send(
            """{ "multipart/form-data": { "schema": { "$ref": "#/components/schemas/Upload" }, "encoding": { "file": { "contentType": "audio/wav" }, "note": { "contentType": "text/markdown" } } } }""",
            """
            var body = new Upload { File = new FileContent(Bytes("A"), "a.wav"), Files = new[] { new FileContent(Bytes("B"), "b", "image/png"), new FileContent(Bytes("C")) },
                Rgb = new Rgb { R = 1 }, List = new[] { "x", "y" }, Count = 5, Note = "hi", Hash = new byte[] { 1, 2 }, Hashes = new[] { new byte[] { 3 } } };
            body.AdditionalProperties["more"] = JsonDocument.Parse("[1,{\"a\":2}]").RootElement;
            await client.DoAsync(body);

            static MemoryStream Bytes(string text) => new(Encoding.ASCII.GetBytes(text));
            """);

        Assert.Equal(
            [
                "file a.wav audio/wav A", "files b image/png B", "files file application/octet-stream C", "rgb application/json {\"r\":1}", "list text/plain; charset=utf-8 x", "list text/plain; charset=utf-8 y",
                "count text/plain; charset=utf-8 5", "note text/markdown; charset=utf-8 hi",
                "hash application/octet-stream AQI=", "hashes application/octet-stream Aw==", "more text/plain; charset=utf-8 1", "more application/json {\"a\":2}",
            ],
            Parts(request));
    }

    [Theory]
    [InlineData("new Upload { Note = \"hi\", File = new FileContent(new MemoryStream(new byte[] { 65 }), \"a\") }", "file a application/octet-stream A", "note text/plain; charset=utf-8 hi")]
    [InlineData("new Rgb { R = 1, G = 2 }", "r text/plain; charset=utf-8 1", "g text/plain; charset=utf-8 2")]
    [InlineData("JsonDocument.Parse(\"{\\\"of tomorrow\\\":true}\").RootElement", "of tomorrow text/plain; charset=utf-8 true")]
    public async Task MultipartUnion_HasThePartsOfItsMember(string argument, params string[] expected)
        => Assert.Equal(expected, Parts(await Send("""{ "multipart/form-data": { "schema": { "oneOf": [{ "$ref": "#/components/schemas/Upload" }, { "$ref": "#/components/schemas/Rgb" }] } } }""", $"await client.DoAsync({argument});")));

    [Theory]
    [InlineData("""{ "type": "string", "format": "binary" }""", "body.AdditionalValues[\"a\"] = new FileContent(new MemoryStream(new byte[] { 65 }), \"a.png\", \"image/png\");", "a a.png image/png A")]
    [InlineData("""{ "$ref": "#/components/schemas/Rgb" }""", "body.AdditionalValues[\"a\"] = new Rgb { R = 1 }; body.AdditionalValues[\"a\"].R = 2;", "a application/json {\"r\":2}")]
    [InlineData("""{ "type": "integer" }""", "body.AdditionalValues[\"a\"] = 5;", "a text/plain; charset=utf-8 5")]
    public async Task MultipartWithAdditionalValues_HasAPartForEach(string schema, string statements, string expected)
    {
        FakeRequest request = await Send(
            $$"""{ "multipart/form-data": { "schema": { "type": "object", "properties": { "note": { "type": "string" } }, "additionalProperties": {{schema}} } } }""",
            $"var body = new DoRequest {{ Note = \"n\" }}; {statements} await client.DoAsync(body);");

        Assert.Equal(["note text/plain; charset=utf-8 n", expected], Parts(request));
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/related")]
    public async Task MultipartMap_HasAPartForEachEntry(string contentType)
    {
        FakeRequest request = await Send($$"""{ "{{contentType}}": { "schema": { "type": "object", "additionalProperties": { "type": "string" } } } }""", "await client.DoAsync(new Dictionary<string, string> { [\"a\"] = \"b\" });");

        Assert.StartsWith(contentType, request.ContentType, StringComparison.Ordinal);
        Assert.Equal(["a text/plain; charset=utf-8 b"], Parts(request));
    }

    [Theory]
    [InlineData("""{ "multipart/mixed": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Rgb" } } } }""", "new[] { new Rgb { R = 1 }, new Rgb { G = 2 } }", "application/json {\"r\":1}", "application/json {\"g\":2}")]
    [InlineData("""{ "multipart/mixed": { "itemSchema": { "$ref": "#/components/schemas/Rgb" } } }""", "Items(new Rgb { R = 1 }, new Rgb { G = 2 })", "application/json {\"r\":1}", "application/json {\"g\":2}")]
    [InlineData("""{ "multipart/mixed": { "itemSchema": { "type": "string" }, "itemEncoding": { "contentType": "text/csv" } } }""", "Items(\"a\")", "text/csv; charset=utf-8 a")]
    [InlineData("""{ "multipart/mixed": { "itemSchema": { "type": "string", "format": "byte" } } }""", "Items<byte[]>(new byte[] { 1, 2 })", "application/octet-stream AQI=")]
    [InlineData("""{ "multipart/related": { "schema": { "type": "array", "items": { "type": "string", "format": "binary" } } } }""", "new FileContent[] { new MemoryStream(new byte[] { 65 }) }", "application/octet-stream A")]
    [InlineData("""{ "multipart/related": { "itemSchema": { "type": "string", "format": "binary" } } }""", "Items(new FileContent(new MemoryStream(new byte[] { 65 }), null, \"image/png\"))", "image/png A")]
    public async Task MultipartOfItems_HasAPartWithoutANameForEachItem(string content, string argument, params string[] expected)
    {
        const string Items = "static async IAsyncEnumerable<T> Items<T>(params T[] items) { foreach (T item in items) { await Task.Yield(); yield return item; } }";
        FakeRequest request = await Send(content, $"await client.DoAsync({argument}); {(argument.StartsWith(nameof(Items), StringComparison.Ordinal) ? Items : "")}");

        Assert.Equal(expected.Select(e => " " + e), Parts(request));
        Assert.DoesNotContain("Content-Disposition", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormUnion_HasTheFieldsOfItsMember()
        => Assert.Equal("r=1&g=2", (await Send("""{ "application/x-www-form-urlencoded": { "schema": { "oneOf": [{ "$ref": "#/components/schemas/Form" }, { "$ref": "#/components/schemas/Rgb" }] } } }""", "await client.DoAsync(new Rgb { R = 1, G = 2 });")).Body);

    [Fact]
    public void SeveralContentTypes_AreOverloads()
    {
        GeneratorOutput output = Run("""
            { "text/plain": { "schema": { "type": "string" } }, "application/octet-stream": { "schema": { "type": "string", "format": "binary" } }, "image/png": {},
              "multipart/form-data": { "schema": { "$ref": "#/components/schemas/Upload" } }, "application/json": { "schema": { "$ref": "#/components/schemas/Form" } } }
            """);

        Assert.Equal(["Task DoAsync(Form? body = null)", "Task DoAsync(Upload body)", "Task DoAsync(string body)", "Task DoAsync(FileContent body)"], output.Methods("TestClient"));
    }

    [Theory]
    [InlineData("""{ "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/Form" } }, "application/json": { "schema": { "$ref": "#/components/schemas/Form" } } }""", "Form", "application/json", "application/x-www-form-urlencoded")]
    [InlineData("""{ "text/plain": { "schema": { "type": "string" } }, "application/json": { "schema": { "$ref": "#/components/schemas/Text" } } }""", "string", "application/json", "text/plain")]
    [InlineData("""{ "application/json": { "schema": { "$ref": "#/components/schemas/Upload" } }, "multipart/form-data": { "schema": { "$ref": "#/components/schemas/Upload" } } }""", "Upload", "multipart/form-data", "application/json")]
    public void ContentTypesOfOneType_AreOneMethodThatSaysSo(string content, string type, string sent, string other)
    {
        GeneratorOutput output = Run(content);

        Assert.Equal($"Task DoAsync({type}? body = null)", output.Method("TestClient"));
        Assert.Contains($"Sent as {sent}; the API also takes {other}.", output.File("TestClient"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentTypeThatCannotBeWritten_IsAFileAndReported()
    {
        const string Xml = """{ "application/xml": { "schema": { "$ref": "#/components/schemas/Rgb" } } }""";

        Assert.Equal("Task DoAsync(FileContent? body = null)", Run(Xml, "VAPI012").Method("TestClient"));
        Assert.Equal(("application/xml", "<r/>"), await Send(Xml, """await client.DoAsync(new FileContent(new MemoryStream(Encoding.UTF8.GetBytes("<r/>"))));""", "VAPI012") is var request ? (request.ContentType, request.Body) : default);
    }

    [Theory]
    [InlineData("application/json", "Rgb")]
    [InlineData("application/x-www-form-urlencoded", "Rgb")]
    [InlineData("multipart/form-data", "Rgb")]
    [InlineData("text/plain", "Text")]
    [InlineData("application/octet-stream", "Text")]
    public async Task OptionalBody_MayBeLeftOut(string contentType, string schema)
    {
        FakeRequest request = await Send($$"""{ "{{contentType}}": { "schema": { "$ref": "#/components/schemas/{{schema}}" } } }""", "await client.DoAsync();");

        Assert.Equal((null, null), (request.ContentType, request.Body));
    }

    private static GeneratorOutput Run(string content, params string[] expected) => GeneratorHost.Run(new GeneratorInput(Document(content)) { Expected = expected });

    private static async Task<FakeRequest> Send(string content, string statements, params string[] expected)
    {
        var api = new FakeApi(HttpStatusCode.NoContent);
        // A local function stands after what calls it.
        string source = statements.Contains("static MemoryStream", StringComparison.Ordinal) ? statements.Replace("static MemoryStream", "return \"\";\nstatic MemoryStream", StringComparison.Ordinal) : statements + " return \"\";";
        await GeneratorHost.Run(new GeneratorInput(Document(content)) { Source = UserCode.Calling(source), Expected = expected }).RunAsync<string>(api.CreateHttpClient());
        return Assert.Single(api.Requests);
    }

    private static string Document(string content)
        => OpenApi.Operation("/things", "post", $$""" "requestBody": { "content": {{content}} }, "responses": { "204": { "description": "" } } """, Schemas).Replace("3.0.3", content.Contains("itemSchema", StringComparison.Ordinal) ? "3.2.0" : "3.0.3", StringComparison.Ordinal);

    private static IEnumerable<string> Parts(FakeRequest request)
    {
        string boundary = "--" + Boundary().Match(request.ContentType!).Groups[1].Value;
        foreach (string part in request.Body!.Split(boundary)[1..^1])
        {
            string[] halves = part.Trim('\r', '\n').Split("\r\n\r\n", 2);
            string file = FileName().Match(halves[0]) is { Success: true } match ? " " + match.Groups[1].Value : "";
            yield return $"{Name().Match(halves[0]).Groups[1].Value}{file} {Type().Match(halves[0]).Groups[1].Value.Trim()} {halves[1]}";
        }
    }

    [GeneratedRegex("boundary=\"?([^\"]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex(" name=\"([^\"]+)\"")]
    private static partial Regex Name();

    [GeneratedRegex("filename=\"([^\"]+)\"")]
    private static partial Regex FileName();

    [GeneratedRegex("Content-Type: (.+)")]
    private static partial Regex Type();
}
