using System.Text.Json;

namespace Vapi.Generators.Tests.Operations;

/// <summary>The fake of a document: what its delegates get, what it answers without them, and what it refuses.</summary>
public class FakeTests
{
    private const string Schemas = """
        { "Thing": { "type": "object", "required": ["name"], "properties": { "id": { "type": "string", "readOnly": true }, "name": { "type": "string" }, "size": { "type": "integer" }, "tags": { "type": "array", "items": { "type": "string" } },
          "owner": { "type": "object", "required": ["email"], "properties": { "email": { "type": "string" } } } } },
          "Problem": { "type": "object", "properties": { "message": { "type": "string" } } },
          "Upload": { "type": "object", "required": ["title"], "properties": { "title": { "type": "string" }, "count": { "type": "integer" }, "file": { "type": "string", "format": "binary" }, "more": { "type": "array", "items": { "type": "string", "format": "binary" } }, "thing": { "$ref": "#/components/schemas/Thing" }, "tags": { "type": "array", "items": { "type": "string" } } } } }
        """;

    private const string Ok = """ "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } }, "404": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Problem" } } } } } """;

    private const string NoContent = """ "responses": { "204": { "description": "" } } """;

    private static readonly string Shop = OpenApi.Paths($$"""
        { "/things": { "get": { "operationId": "ThingController_list", "tags": ["things"], "parameters": [{ "name": "limit", "in": "query", "schema": { "type": "integer" } }],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } } } } } } },
            "post": { "operationId": "ThingController_create", "tags": ["things"], "security": [{ "key": [] }], {{Body("application/json", "Thing")}}, "responses": { "201": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } },
          "/things/{id}": { "get": { "operationId": "ThingController_find", "tags": ["things"], "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } }, { "name": "X-Trace", "in": "header", "required": true, "schema": { "type": "string" } }], {{Ok}} },
            "delete": { "operationId": "ThingController_delete", "tags": ["things"], "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } }], {{NoContent}} } },
          "/things/mine": { "get": { "operationId": "ThingController_mine", "tags": ["things"], {{Ok}} } } }
        """, Schemas).Replace("\"components\": {", "\"components\": { \"securitySchemes\": { \"key\": { \"type\": \"apiKey\", \"in\": \"header\", \"name\": \"X-Key\" } },", StringComparison.Ordinal);

    [Fact]
    public async Task ThreeLines_LeadFromAnEmptyTestToAnAssertedCall() => Assert.Equal("7 Ada | GET /things/7 Things.Find t", await RunAsync(Shop, """
        fake.Things.Find = (id, xTrace, request) => new Thing { Name = "Ada", Id = id.ToString() };
        Thing thing = await client.Things.FindAsync(7, "t");
        return $"{thing.Id} {thing.Name} | {fake.Requests[0].Method} {fake.Requests[0].Path} {fake.Requests[0].Operation} {fake.Requests[0].Headers["X-Trace"]}";
        """));

    [Fact]
    public async Task Body_IsTyped_AndTheStatusIsTheDocuments() => Assert.Equal("Ada:3 | 201 | {\"name\":\"Ada\",\"size\":3} | ", await RunAsync(Shop, """
        fake.Things.Create = (body, request) => new Thing { Name = body.Name + ":" + body.Size };
        WholeResponse<Thing> whole = await WholeResponse.ReadAsync(options => client.Things.CreateAsync(new Thing { Name = "Ada", Size = 3 }, options));
        return $"{whole.Value!.Name} | {(int)whole.StatusCode} | {fake.Requests[0].Body} | {fake.Requests[0].Refusal}";
        """));

    [Theory]
    [InlineData("await client.Things.DeleteAsync(7);", "DELETE /things/7 (Things.Delete)")]
    [InlineData("await client.Things.MineAsync();", "GET /things/mine (Things.Mine)")]
    [InlineData("await client.Things.ListAsync(new ThingsListQuery { Limit = 5 });", "GET /things (Things.List)")]
    public async Task WithoutADelegate_EveryOperationAnswers(string call, string expected) => Assert.Equal(expected, await RunAsync(Shop, call + "return fake.Requests[0].ToString();"));

    [Theory]
    [InlineData("\"example\": { \"name\": \"Grace\", \"size\": 2 }", "Grace 2")]
    [InlineData("\"examples\": { \"odd\": { \"value\": { \"size\": 1 } }, \"good\": { \"value\": { \"name\": \"Grace\", \"size\": 3 } } }", "Grace 3")]
    [InlineData("\"example\": { \"name\": 5 }", "text ")]
    [InlineData("\"example\": { \"name\": \"\\\"\\u2028*/ }\\\\\" }", "\"\u2028*/ }\\ ")]
    [InlineData("\"example\": \"Grace\"", "text ")]
    public async Task WithoutADelegate_TheAnswerIsAValidExample_OrIsMadeFromTheSchema(string example, string expected) => Assert.Equal(expected, await RunAsync(
        OpenApi.Operation("/do", "get", $$""" "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" }, {{example}} } } } } """, Schemas),
        """
        Thing thing = await client.DoAsync();
        return thing.Name + " " + thing.Size;
        """));

    public static TheoryData<string, string> Bounded => new()
    {
        { """{ "type": "string", "format": "email" }""", "\"user@example.com\"" },
        { """{ "type": "string", "format": "uuid" }""", "\"00000000-0000-4000-8000-000000000001\"" },
        { """{ "type": "string", "format": "date-time" }""", "\"2025-01-01T00:00:00Z\"" },
        { """{ "type": "string", "minLength": 6 }""", "\"textxx\"" },
        { """{ "type": "string", "maxLength": 2 }""", "\"te\"" },
        { """{ "type": "string", "enum": ["b", "a"] }""", "\"b\"" },
        { """{ "type": "integer", "minimum": 5, "multipleOf": 4 }""", "8" },
        { """{ "type": "number", "maximum": -2.5 }""", "-2.5" },
        { """{ "type": "integer", "default": 9 }""", "9" },
        { """{ "type": "array", "minItems": 2, "items": { "type": "boolean" } }""", "[true,true]" },
        { """{ "type": "array", "items": { "type": "boolean" } }""", "[]" },
        { """{ "type": "string", "nullable": true }""", "null" },
        { """{ "oneOf": [{ "type": "integer" }, { "type": "string" }] }""", "1" },
        { """{ "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }], "discriminator": { "propertyName": "kind" } }""", "{\"kind\":\"Cat\"}" },
    };

    /// <summary>What the fake makes for each of them, in one document.</summary>
    private static readonly Lazy<Task<string[]>> Made = new(async () =>
    {
        string[] schemas = [.. Bounded.Select(b => b.Data.Item1)];
        string paths = string.Join(", ", schemas.Select((_, i) => $$"""
            "/op{{i}}": { "get": { "operationId": "op{{i}}", "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Holder{{i}}" } } } } } } }
            """));
        string holders = string.Concat(schemas.Select((schema, i) => $$""" "Holder{{i}}": { "type": "object", "required": ["value"], "properties": { "value": {{schema}}, "optional": { "type": "string" } } }, """));
        string document = OpenApi.Paths($"{{ {paths} }}", $$"""
            { {{holders}}
              "Cat": { "type": "object", "properties": { "kind": { "type": "string" } } }, "Dog": { "type": "object", "properties": { "kind": { "type": "string" } } } }
            """);
        return JsonSerializer.Deserialize<string[]>(await RunAsync(document, $$"""
            return JsonSerializer.Serialize(new[] { {{string.Join(", ", schemas.Select((_, i) => $"JsonSerializer.Serialize(await client.Op{i}Async())"))}} });
            """))!;
    });

    [Theory]
    [MemberData(nameof(Bounded))]
    public async Task MadeValue_KeepsTheBoundsOfTheSchema(string schema, string expected)
        => JsonAssert.Equal($$"""{ "value": {{expected}} }""", (await Made.Value)[Array.IndexOf([.. Bounded.Select(b => b.Data)], (schema, expected))]);

    [Fact]
    public async Task SchemaThatRequiresItself_HasNoFiniteValue_AndTheFakeSaysSo() => Assert.Equal("The fake refused GET /do (Do): set its delegate, because no response could be made from the document.", await RunAsync(
        OpenApi.Operation("/do", "get", """ "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Node" } } } } } """,
            """{ "Node": { "type": "object", "required": ["next"], "properties": { "next": { "$ref": "#/components/schemas/Node" } } } }"""),
        Refusing("await client.DoAsync();")));

    public static TheoryData<string, string, bool, string, string> Parameters => new()
    {
        { "path", "simple", false, """{ "type": "string" }""", "\"a/b, c;=.\"" },
        { "path", "label", false, """{ "type": "string" }""", "\"a.b\"" },
        { "path", "matrix", false, """{ "type": "string" }""", "\"a;b\"" },
        { "path", "simple", false, """{ "type": "array", "items": { "type": "string" } }""", "[\"a,b\",\"5\"]" },
        { "path", "label", true, """{ "type": "array", "items": { "type": "integer" } }""", "[1,2]" },
        { "path", "label", false, """{ "type": "array", "items": { "type": "integer" } }""", "[1,2]" },
        { "path", "matrix", true, """{ "type": "array", "items": { "type": "integer" } }""", "[1,2]" },
        { "path", "matrix", false, """{ "type": "array", "items": { "type": "integer" } }""", "[1,2]" },
        { "path", "simple", true, Point, PointValue },
        { "path", "simple", false, Point, PointValue },
        { "path", "label", true, Point, PointValue },
        { "path", "matrix", true, Point, PointValue },
        { "path", "matrix", false, Point, PointValue },
        { "path", "simple", false, """{ "type": "string", "format": "uuid" }""", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"" },
        { "path", "simple", false, """{ "oneOf": [{ "type": "integer" }, { "type": "string" }] }""", "5" },
        { "path", "simple", false, """{ "oneOf": [{ "type": "integer" }, { "type": "string" }] }""", "\"x\"" },
        { "query", "form", true, """{ "type": "string" }""", "\"a&b=c+d e%20\"" },
        { "query", "form", true, """{ "type": "boolean" }""", "false" },
        { "query", "form", true, """{ "type": "number" }""", "-1.5" },
        { "query", "form", true, """{ "type": "string", "format": "date-time" }""", "\"2024-05-06T07:08:09.5+02:00\"" },
        { "query", "form", true, """{ "type": "string", "format": "date" }""", "\"2024-05-06\"" },
        { "query", "form", true, """{ "type": "string", "enum": ["a", "b"] }""", "\"b\"" },
        { "query", "form", true, """{ "type": "integer", "enum": [1, 2] }""", "2" },
        { "query", "form", true, """{ "type": "array", "items": { "type": "string" } }""", "[\"a&b\",\"c,d\"]" },
        { "query", "form", true, """{ "type": "array", "items": { "type": "string" } }""", "[\"one\"]" },
        { "query", "form", false, """{ "type": "array", "items": { "type": "string" } }""", "[\"a&b\",\"c,d\"]" },
        { "query", "spaceDelimited", false, """{ "type": "array", "items": { "type": "integer" } }""", "[1,2]" },
        { "query", "pipeDelimited", false, """{ "type": "array", "items": { "type": "string" } }""", "[\"a\",\"b\"]" },
        { "query", "form", true, Point, PointValue },
        { "query", "form", false, Point, PointValue },
        { "query", "deepObject", true, Point, PointValue },
        { "query", "deepObject", true, """{ "type": "object", "additionalProperties": { "type": "string" } }""", "{\"a\":\"b\",\"c\":\"d\"}" },
        { "header", "simple", false, """{ "type": "string" }""", "\"a, b\"" },
        { "header", "simple", false, """{ "type": "array", "items": { "type": "integer" } }""", "[1,2]" },
        { "header", "simple", true, Point, PointValue },
        { "cookie", "form", false, """{ "type": "string" }""", "\"a;b=c\"" },
        { "cookie", "form", false, """{ "type": "array", "items": { "type": "integer" } }""", "[1,2]" },
        { "cookie", "form", true, """{ "type": "integer" }""", "5" },
    };

    /// <summary>What arrives of each of them. They are operations of one document, because each document takes a second to compile.</summary>
    private static readonly Lazy<Task<string[]>> Arrived = new(async () =>
    {
        (string Place, string Style, bool Explode, string Schema, string Value)[] rows = [.. Parameters.Select(p => p.Data)];
        string paths = string.Join(", ", rows.Select((p, i) => $$"""
            "/op{{i}}{{(p.Place == "path" ? "/{value}" : "")}}": { "get": { "operationId": "op{{i}}",
              "parameters": [{ "name": "value", "in": "{{p.Place}}", "required": true, "style": "{{p.Style}}", "explode": {{(p.Explode ? "true" : "false")}}, "schema": {{p.Schema}} }], {{NoContent}} } }
            """));
        string document = OpenApi.Paths($"{{ {paths} }}", """{ "Point": { "type": "object", "properties": { "x": { "type": "integer" }, "name": { "type": "string" }, "on": { "type": "boolean" } } } }""");
        return JsonSerializer.Deserialize<string[]>(await RunAsync(document, $$"""
            string[] values = { {{string.Join(", ", rows.Select(p => Literal(p.Value)))}} };
            var seen = new string[values.Length];
            {{string.Concat(rows.Select((_, i) => $"fake.Op{i} = (value, request) => seen[{i}] = JsonSerializer.Serialize(value);\n"))}}
            for (int i = 0; i < values.Length; i++)
            {
                var method = typeof(TestClient).GetMethods().First(m => m.Name == $"Op{i}Async");
                await (Task)method.Invoke(client, new[] { JsonSerializer.Deserialize(values[i], method.GetParameters()[0].ParameterType), null, default(System.Threading.CancellationToken) })!;
            }

            return JsonSerializer.Serialize(seen);
            """))!;
    });

    /// <summary>The fake reads each style back that the client writes.</summary>
    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Parameter_ArrivesAsItWasPassed(string place, string style, bool explode, string schema, string value)
        => JsonAssert.Equal(value, (await Arrived.Value)[Array.IndexOf([.. Parameters.Select(p => p.Data)], (place, style, explode, schema, value))]);

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/json")]
    public async Task Form_ArrivesAsItWasPassed(string contentType)
    {
        string file = contentType == "multipart/form-data" ? """, File = new FileContent(new MemoryStream(new byte[] { 0, 255, 13, 10 }), "größe.bin", "audio/wav"), More = new[] { new FileContent(new MemoryStream(new byte[] { 1 })) }""" : "";
        string expected = contentType == "multipart/form-data" ? "00FF0D0A größe.bin audio/wav 1" : "";

        Assert.Equal("{\"title\":\"5 & ü\",\"count\":7,\"thing\":{\"name\":\"n\"},\"tags\":[\"1\",\"b\"]} | " + expected, await RunAsync(
            OpenApi.Operation("/do", "post", $"{Body(contentType, "Upload")}, {NoContent}", Schemas),
            $$"""
            string seen = "";
            fake.Do = (body, request) =>
            {
                string files = "";
                if (body.File is { } file)
                {
                    var copy = new MemoryStream();
                    file.Stream.CopyTo(copy);
                    files = $"{Convert.ToHexString(copy.ToArray())} {file.FileName} {file.ContentType} {body.More!.Count}";
                }

                body.File = null;
                body.More = null;
                JsonElement json = JsonSerializer.SerializeToElement(body);
                seen = "{" + string.Join(",", json.EnumerateObject().Where(p => p.Name is not ("file" or "more")).Select(p => p.ToString().Replace("\": ", "\":"))) + "} | " + files;
            };
            await client.DoAsync(new Upload { Title = "5 & ü", Count = 7, Thing = new Thing { Name = "n" }, Tags = new[] { "1", "b" }{{file}} });
            return seen.Replace("\\u00FC", "ü").Replace("\\u0026", "&");
            """));
    }

    [Theory]
    [InlineData("""{ "text/plain": { "schema": { "type": "string" } } }""", "\"größe\"", "body", "größe")]
    [InlineData("""{ "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } }""", "new FileContent(new MemoryStream(new byte[] { 65, 66 }))", "new StreamReader(body.Stream).ReadToEnd()", "AB")]
    [InlineData("""{ "application/x-ndjson": { "schema": { "$ref": "#/components/schemas/Thing" } } }""", "ApiFake.Items(new Thing { Name = \"a\" }, new Thing { Name = \"b\" })", "string.Concat(body.ToBlockingEnumerable().Select(t => t.Name))", "ab")]
    public async Task OtherBody_ArrivesAsItWasPassed(string content, string value, string read, string expected) => Assert.Equal(expected, await RunAsync(
        OpenApi.Operation("/do", "post", $$""" "requestBody": { "required": true, "content": {{content}} }, {{NoContent}} """, Schemas),
        $$"""
        string seen = "";
        fake.Do = (body, request) => seen = {{read}};
        await client.DoAsync({{value}});
        return seen;
        """));

    [Fact]
    public async Task SeveralBodies_HaveADelegateEach() => Assert.Equal("json text form", await RunAsync(
        OpenApi.Operation("/do", "post", $$""" "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } }, "text/plain": { "schema": { "type": "string" } }, "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/Upload" } } } }, {{NoContent}} """, Schemas),
        """
        var seen = new List<string>();
        fake.Do = (body, request) => seen.Add("json");
        fake.DoWithText = (body, request) => seen.Add(body);
        fake.DoWithForm = (body, request) => seen.Add(body.Title);
        await client.DoAsync(new Thing { Name = "n" });
        await client.DoAsync("text");
        await client.DoAsync(new Upload { Title = "form" });
        return string.Join(" ", seen);
        """));

    /// <summary>A record ends where the next one starts.</summary>
    [Theory]
    [InlineData("text/event-stream", "1:a 2:b | text")]
    [InlineData("application/x-ndjson", "1:a 2:b | text")]
    [InlineData("application/json-seq", "2:a 2:b | text")]
    public async Task Stream_IsReadItemByItem(string contentType, string expected) => Assert.Equal(expected, await RunAsync(
        OpenApi.Operation("/do", "get", $$""" "responses": { "200": { "description": "", "content": { "{{contentType}}": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } """, Schemas),
        """
        int sent = 0;
        async IAsyncEnumerable<Thing> Send()
        {
            foreach (string name in new[] { "a", "b" })
            {
                sent++;
                await Task.Yield();
                yield return new Thing { Name = name };
            }
        }

        fake.Do = request => Send();
        var seen = new List<string>();
        await foreach (Thing thing in client.DoAsync())
            seen.Add(sent + ":" + thing.Name);
        fake.Do = null;
        string unset = "";
        await foreach (Thing thing in client.DoAsync())
            unset += thing.Name;
        return string.Join(" ", seen) + " | " + unset;
        """));

    [Fact]
    public async Task StreamingVariant_HasADelegateOfItsOwn() => Assert.Equal("whole part", await RunAsync(
        OpenApi.Operation("/do", "post", """
            "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "properties": { "stream": { "type": "boolean" } } } } } },
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } }, "text/event-stream": { "schema": { "$ref": "#/components/schemas/Thing" } } } } }
            """, Schemas),
        """
        fake.Do = (body, request) => new Thing { Name = "whole" };
        fake.DoStreaming = (body, request) => ApiFake.Items(new Thing { Name = body.Stream == true ? "part" : "none" });
        string seen = (await client.DoAsync(new DoRequest())).Name;
        await foreach (Thing thing in client.DoStreamingAsync(new DoRequest()))
            seen += " " + thing.Name;
        return seen;
        """));

    [Fact]
    public async Task File_HasItsNameAndContentType() => Assert.Equal("AB größe.wav audio/wav |  audio/mpeg", await RunAsync(
        OpenApi.Operation("/do", "get", """ "responses": { "200": { "description": "", "content": { "audio/mpeg": { "schema": { "type": "string", "format": "binary" } } } } } """),
        """
        fake.Do = request => new FileContent(new MemoryStream(new byte[] { 65, 66 }), "größe.wav", "audio/wav");
        using ApiStream set = await client.DoAsync();
        string seen = new StreamReader(set.Stream).ReadToEnd() + " " + set.FileName + " " + set.ContentType;
        fake.Do = null;
        using ApiStream unset = await client.DoAsync();
        return seen + " | " + new StreamReader(unset.Stream).ReadToEnd() + " " + (unset.ContentType ?? "audio/mpeg");
        """));

    [Fact]
    public async Task Error_IsThrownByTheDelegate_AndIsTypedForTheCaller() => Assert.Equal("404 gone | 429 slow 3 | InvalidOperationException", await RunAsync(Shop, """
        fake.Things.Mine = request => throw new ApiFakeErrorException(404, new Problem { Message = "gone" });
        string seen = "";
        try { await client.Things.MineAsync(); } catch (ApiException<Problem> e) { seen = (int)e.StatusCode + " " + e.Error.Message; }
        fake.Things.Mine = request => throw new ApiFakeErrorException(429, "slow", "text/plain") { Headers = { ["Retry-After"] = "3" } };
        try { await client.Things.MineAsync(); } catch (ApiException e) { seen += $" | {(int)e.StatusCode} {e.Body} {e.Headers["Retry-After"]}"; }
        fake.Things.Mine = request => null!;
        try { await client.Things.MineAsync(); } catch (InvalidOperationException e) { seen += " | " + e.GetType().Name; }
        return seen;
        """));

    [Fact]
    public async Task OnRequest_IsAwaitedBeforeTheDelegate_AndCanBreakTheConnection() => Assert.Equal("Things.Mine ApiConnectionException", await RunAsync(Shop, """
        string seen = "";
        fake.OnRequest = async request => { await Task.Delay(1); seen += request.Operation; throw new HttpRequestException("broken"); };
        try { await client.Things.MineAsync(); } catch (ApiConnectionException e) { seen += " " + e.GetType().Name; }
        return seen;
        """));

    [Theory]
    [InlineData("await http.GetAsync(\"https://api.test/thing\");", "The fake refused GET /thing: the document has no such path. The nearest operation is GET /things (Things.List).")]
    [InlineData("await http.PutAsync(\"https://api.test/things\", null);", "The fake refused PUT /things: the document has no PUT there, only GET (Things.List), POST (Things.Create).")]
    [InlineData("await http.GetAsync(\"https://api.test/things/7\");", "The fake refused GET /things/7 (Things.Find): the required header parameter 'X-Trace' is missing.")]
    [InlineData("http.DefaultRequestHeaders.Add(\"X-Trace\", \"t\"); await http.GetAsync(\"https://api.test/things/x\");", "The fake refused GET /things/x (Things.Find): the path parameter 'id' does not match the document. ")]
    [InlineData("await http.GetAsync(\"https://api.test/things?limit=many\");", "The fake refused GET /things (Things.List): the query parameter 'limit' does not match the document. ")]
    [InlineData("await http.PostAsync(\"https://api.test/things\", new StringContent(\"{}\", Encoding.UTF8, \"application/json\"));", "The fake refused POST /things (Things.Create): the operation demands a credential, but the request has none for 'key'. Set it in the options of the client.")]
    [InlineData("await Post(\"{}\", \"application/json\");", "The fake refused POST /things (Things.Create): the body lacks the required property '/name'.")]
    [InlineData("await Post(\"{\\\"name\\\":\\\"n\\\",\\\"owner\\\":{}}\", \"application/json\");", "The fake refused POST /things (Things.Create): the body lacks the required property '/owner/email'.")]
    [InlineData("await Post(\"{\\\"name\\\":\\\"n\\\",\\\"size\\\":\\\"big\\\"}\", \"application/json\");", "The fake refused POST /things (Things.Create): the body does not match the document. Values do not match their types: /size: \"big\".")]
    [InlineData("await Post(\"{\\\"name\\\"\", \"application/json\");", "The fake refused POST /things (Things.Create): the body does not match the document. ")]
    [InlineData("await Post(\"n\", \"text/plain\");", "The fake refused POST /things (Things.Create): the body has the content type 'text/plain; charset=utf-8', but the document has application/json.")]
    [InlineData("http.DefaultRequestHeaders.Add(\"X-Key\", \"k\"); await http.PostAsync(\"https://api.test/things\", null);", "The fake refused POST /things (Things.Create): the required body is missing.")]
    [InlineData("var delete = new HttpRequestMessage(HttpMethod.Delete, \"https://api.test/things/7\") { Content = new StringContent(\"x\") }; await http.SendAsync(delete);", "The fake refused DELETE /things/7 (Things.Delete): the operation takes no body.")]
    [InlineData("await fake.CreateClient(new TestClientOptions()).Things.CreateAsync(new Thing { Name = \"n\" });", "The fake refused POST /things (Things.Create): the operation demands a credential, but the request has none for 'key'. Set it in the options of the client.")]
    public async Task RequestThatTheDocumentDoesNotAllow_FailsAtTheCall(string call, string expected) => Assert.StartsWith(expected, await RunAsync(Shop, $$"""
        var http = new HttpClient(fake);
        Func<string, string, Task<HttpResponseMessage>> Post = (body, type) =>
        {
            http.DefaultRequestHeaders.Add("X-Key", "k");
            return http.PostAsync("https://api.test/things", new StringContent(body, Encoding.UTF8, type));
        };

        {{Refusing(call)}}
        """), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://api.test/v1", "https://api.test/v1/do")]
    [InlineData("https://api.test/v1/", "https://other.test/v1/do")]
    [InlineData("https://api.test/v1", "https://other.test/do")]
    public async Task PathOfTheServer_IsBeforeThePathsOfTheDocument(string server, string address) => Assert.Equal("Do", await RunAsync(
        OpenApi.Operation("/do", "get", NoContent).Replace("https://api.test", server, StringComparison.Ordinal), $"await new HttpClient(fake).GetAsync(\"{address}\"); return fake.Requests[0].Operation;"));

    [Fact]
    public async Task BaseAddressOfTheOptions_IsKnown() => Assert.Equal("Do /eu/v2/do", await RunAsync(
        OpenApi.Operation("/do", "get", NoContent), "await fake.CreateClient(new TestClientOptions { BaseAddress = new Uri(\"https://eu.test/eu/v2\") }).DoAsync(); return fake.Requests[0].Operation + \" \" + fake.Requests[0].Path;"));

    [Fact]
    public async Task OptionalCredentialsAndUnusedSchemes_AreNotDemanded() => Assert.Equal("Do", await RunAsync(
        OpenApi.Paths($$"""{ "/do": { "get": { "operationId": "do", "security": [{ "key": [] }, {}], {{NoContent}} } } }""").Replace("\"components\": {", "\"components\": { \"securitySchemes\": { \"key\": { \"type\": \"apiKey\", \"in\": \"header\", \"name\": \"X-Key\" } },", StringComparison.Ordinal),
        "await new HttpClient(fake).GetAsync(\"https://api.test/do\"); return fake.Requests[0].Operation;"));

    [Fact]
    public async Task Pages_CallTheDelegateForEachPage() => Assert.Equal("abc 3", await RunAsync(
        OpenApi.Operation("/do", "get", """
            "parameters": [{ "name": "cursor", "in": "query", "schema": { "type": "string" } }], "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "object", "required": ["items"], "properties": {
              "items": { "type": "array", "items": { "type": "string" } }, "nextCursor": { "type": "string" } } } } } } }
            """),
        """
        fake.Do = (query, request) => query.Cursor switch
        {
            null => new DoResponse { Items = new[] { "a" }, NextCursor = "1" },
            "1" => new DoResponse { Items = new[] { "b" }, NextCursor = "2" },
            _ => new DoResponse { Items = new[] { "c" } },
        };
        string seen = "";
        await foreach (string item in client.DoPagesAsync())
            seen += item;
        return seen + " " + fake.Requests.Count;
        """));

    [Fact]
    public void WithoutTheOption_NothingOfItIsGenerated() => Assert.DoesNotContain(GeneratorHost.Run(Shop).Files, f => f.Key.Contains("Fake", StringComparison.Ordinal) || f.Value.Contains("ApiFake", StringComparison.Ordinal));

    /// <summary>The names of the other code do not depend on the fake.</summary>
    [Fact]
    public void SchemaWithTheNameOfTheFake_KeepsItsName()
    {
        string document = OpenApi.Operation("/do", "get", NoContent, """{ "TestFake": { "type": "object", "properties": { "x": { "type": "string" } } }, "DoHandler": { "type": "object", "properties": { "x": { "type": "string" } } } }""");
        GeneratorOutput output = Generate(document);

        Assert.NotNull(output.Type("TestFake").GetProperty("X"));
        Assert.Equal("ApiFake", output.Type("TestFake2").BaseType!.Name);
        Assert.DoesNotContain(GeneratorHost.Run(document).Files.Except(output.Files), f => !f.Key.StartsWith("Test-runtime.", StringComparison.Ordinal));
    }

    /// <summary>The delegate type of one operation would have the name of another operation, or of a group.</summary>
    [Fact]
    public void OperationsAndGroupsThatAreCalledLikeDelegates_HaveDifferentNames() => Assert.Equal("Do DoHandler Ask AskHandler", string.Join(" ", Generate(OpenApi.Paths($$"""
        { "/a": { "get": { "operationId": "do", {{NoContent}} } }, "/b": { "get": { "operationId": "doHandler", {{NoContent}} } }, "/c": { "get": { "operationId": "ask", {{NoContent}} } },
          "/d": { "get": { "operationId": "x", "tags": ["askHandler"], {{NoContent}} } } }
        """)).Type("TestFake").GetProperties().Where(p => p.Name is "Do" or "DoHandler" or "Ask" or "AskHandler").Select(p => p.Name).OrderBy(n => n == "Do" ? 0 : n == "DoHandler" ? 1 : n == "Ask" ? 2 : 3)));

    [Fact]
    public void OtherValueThanTrueOrFalse_IsReported() => GeneratorHost.Run(new GeneratorInput(Shop) { Properties = { ["OpenApiFake"] = "yes" }, Expected = ["VAPI004"] });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EveryFeature_CompilesWithItsFake(bool isInternal)
    {
        foreach (Framework framework in new[] { Framework.Net10, Framework.Net8, Framework.NetStandard20, Framework.Net472 })
        {
            GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(EveryFeature.Document)
            {
                Framework = framework,
                LanguageVersion = framework == Framework.Net10 ? Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14 : Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11,
                Properties = { ["OpenApiFake"] = "true", ["OpenApiAccessibility"] = isInternal ? "internal" : "public" },
            });

            Assert.Contains("Test.TestFake.g.cs", output.Files.Keys);
        }
    }

    /// <summary>The runtime of the fake is in the namespace of the document that has the types.</summary>
    [Fact]
    public void DocumentThatUsesTheTypesOfAnotherOne_CanHaveAFakeAlone()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(
            new InputDocument(Shop) { Metadata = { ["OpenApiNamespace"] = "Main" } },
            new InputDocument(Shop.Replace("\"Test\"", "\"Other\"", StringComparison.Ordinal), "/project/other.openapi.json") { Metadata = { ["OpenApiTypesFrom"] = "Main", ["OpenApiNamespace"] = "Other", ["OpenApiFake"] = "true" } }));

        Assert.Equal("Main.ApiFake", output.Type("Other.OtherFake").BaseType!.FullName);
        Assert.DoesNotContain(output.Files.Keys, f => f == "Main.TestFake.g.cs");
    }

    /// <summary>As docs/testing.md has it.</summary>
    [Theory]
    [InlineData("""Kind = "c" """, "/kind: Enum. Expected 'a', 'b', found \"c\".")]
    [InlineData("""AdditionalProperties = { ["other"] = JsonSerializer.SerializeToElement(1) } """, "/other: UnknownProperty. Expected a property that the document describes, found 1.")]
    [InlineData("""Kind = "b" """, "sent")]
    public async Task WithContractChecks_BodiesThatTheDocumentDoesNotHave_AreRefusedToo(string values, string expected) => Assert.Contains(expected, await GeneratorHost.Run(new GeneratorInput(
        OpenApi.Operation("/do", "post", $"{Body("application/json", "Thing")}, {NoContent}", """{ "Thing": { "type": "object", "properties": { "kind": { "type": "string", "enum": ["a", "b"] } } } }"""))
    {
        Properties = { ["OpenApiFake"] = "true", ["OpenApiContract"] = "true" },
        Source = UserCode.Faking($$"""
            var strict = fake.CreateClient(new TestClientOptions { CheckRequests = true, OnDeviation = report => throw new InvalidOperationException(report.ToString()) });
            try
            {
                await strict.DoAsync(new Thing { {{values}} });
                return "sent";
            }
            catch (InvalidOperationException exception)
            {
                return exception.Message + fake.Requests.Count;
            }
            """),
    }).RunAsync<string>(), StringComparison.Ordinal);

    private const string Point = """{ "$ref": "#/components/schemas/Point" }""";

    private const string PointValue = "{\"x\":1,\"name\":\"5\",\"on\":true}";

    private static string Body(string contentType, string schema) => $$""" "requestBody": { "required": true, "content": { "{{contentType}}": { "schema": { "$ref": "#/components/schemas/{{schema}}" } } } } """;

    private static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Refusing(string call) => $$"""
        try
        {
            {{call}}
            return "taken";
        }
        catch (ApiFakeRefusedException exception)
        {
            return fake.Requests[0].Refusal == exception.Message ? exception.Message : "the request does not have the reason";
        }
        """;

    private static GeneratorOutput Generate(string document, string? source = null) => GeneratorHost.Run(new GeneratorInput(document) { Properties = { ["OpenApiFake"] = "true" }, Source = source });

    private static Task<string> RunAsync(string document, string statements) => Generate(document, UserCode.Faking(statements)).RunAsync<string>();
}
