using System.Net;

namespace Vapi.Generators.Tests.Operations;

public class OperationTests
{
    private const string Nothing = """ "responses": { "204": { "description": "" } } """;

    [Fact]
    public void Arguments_AreRequiredParametersInOrder_ThenBody_ThenQuery() => Assert.Equal(
        "Task DoAsync(string id, long page, string xTrace, IReadOnlyDictionary<string, JsonElement> body, DoQuery? query)",
        GeneratorHost.Run(OpenApi.Operation("/things/{id}", "post", $$"""
            "parameters": [
              { "name": "limit", "in": "query", "schema": { "type": "integer" } },
              { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
              { "name": "page", "in": "query", "required": true, "schema": { "type": "integer" } },
              { "name": "session", "in": "cookie", "schema": { "type": "string" } },
              { "name": "X-Trace", "in": "header", "required": true, "schema": { "type": "string" } },
              { "name": "X-Mode", "in": "header", "schema": { "enum": ["a", "b"] } }
            ],
            "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object" } } } }, {{Nothing}}
            """)).Method("TestClient"));

    [Fact]
    public void QueryObject_HoldsOptionalQueryHeaderAndCookieParameters() => Assert.Equal(
        ["long? Limit { get; set; }", "DoXMode? XMode { get; set; }", "string? Session { get; set; }"],
        GeneratorHost.Run(OpenApi.Operation("/things", "get", $$"""
            "parameters": [
              { "name": "limit", "in": "query", "schema": { "type": "integer" } }, { "name": "X-Mode", "in": "header", "schema": { "enum": ["a", "b"] } },
              { "name": "session", "in": "cookie", "schema": { "type": "string" } }
            ], {{Nothing}}
            """)).Properties("DoQuery"));

    [Theory]
    [InlineData("""{ "required": false, "content": { "application/json": { "schema": { "type": "string" } } } }""", "string? body = null")]
    [InlineData("""{ "required": true, "content": { "application/json": { "schema": { "type": "integer" } } } }""", "long body")]
    [InlineData("""{ "required": true, "content": { "text/plain": { "schema": { "type": "string" } } } }""", "string body")]
    [InlineData("""{ "required": true, "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } }""", "FileContent body")]
    [InlineData("""{ "required": true, "content": { "multipart/form-data": { "schema": { "type": "object", "properties": { "file": { "type": "string", "format": "binary" } } } } } }""", "DoRequest body")]
    public void Body_IsAnArgumentOfItsType(string body, string expected) => Assert.Equal(
        $"Task DoAsync({expected})", GeneratorHost.Run(OpenApi.Operation("/things", "post", $"\"requestBody\": {body}, {Nothing}")).Method("TestClient"));

    [Theory]
    [InlineData("""{ "200": { "description": "", "content": { "application/json": { "schema": { "type": "string" } } } } }""", "Task<string>")]
    [InlineData("""{ "201": { "description": "", "content": { "application/vnd.x+json": { "schema": { "type": "array", "items": { "type": "integer" } } } } } }""", "Task<IReadOnlyList<long>>")]
    [InlineData("""{ "200": { "description": "", "content": { "application/json": { "schema": { "type": "integer" } } } }, "204": { "description": "" } }""", "Task<long?>")]
    [InlineData("""{ "2XX": { "description": "", "content": { "application/json": { "schema": { "type": "boolean" } } } } }""", "Task<bool>")]
    [InlineData("""{ "default": { "description": "", "content": { "application/json": { "schema": { "type": "boolean" } } } } }""", "Task<bool>")]
    [InlineData("""{ "204": { "description": "" } }""", "Task")]
    [InlineData("""{ "200": { "description": "" } }""", "Task")]
    [InlineData("""{ "200": { "description": "", "content": { "text/plain": { "schema": { "type": "string" } } } } }""", "Task<string>")]
    [InlineData("""{ "200": { "description": "", "content": { "audio/wav": { "schema": { "type": "string", "format": "binary" } } } } }""", "Task<ApiStream>")]
    [InlineData("""{ "200": { "description": "" }, "302": { "description": "" } }""", "Task<ApiStream>")]
    [InlineData("""{ "200": { "description": "", "content": { "application/json": { "schema": { "type": "string" } } } }, "201": { "description": "", "content": { "application/json": { "schema": { "type": "integer" } } } } }""", "Task<DoResponse>")]
    [InlineData("""{ "200": { "description": "", "content": { "application/json": { "schema": { "type": "string" } } } }, "202": { "description": "", "content": { "application/json": { "schema": { "type": "string" } } } } }""", "Task<string>")]
    [InlineData("""{ "200": { "description": "", "content": { "application/json": { "schema": { "type": "string", "nullable": true } } } } }""", "Task<string?>")]
    [InlineData("""{ "200": { "description": "", "content": { "application/json": {} } } }""", "Task<JsonElement>")]
    [InlineData("""{ "200": { "description": "", "content": { "application/vnd.x+json": { "schema": { "type": "integer" } }, "application/json": { "schema": { "type": "string" } } } } }""", "Task<string>")]
    [InlineData("""{ "204": { "description": "", "content": { "application/json": { "schema": { "type": "string" } } } } }""", "Task")]
    [InlineData("""{ "200": { "description": "", "content": { "application/json": { "schema": { "type": "string" } } } }, "205": { "description": "", "content": { "application/json": {} } } }""", "Task<string?>")]
    [InlineData("""{ "200": { "description": "", "content": { "application/json": { "schema": { "type": "string" } } } } }""", "Task", "head")]
    public void Result_IsWhatASuccessReturns(string responses, string expected, string method = "get")
        => Assert.Equal($"{expected} DoAsync()", GeneratorHost.Run(OpenApi.Operation("/things", method, $"\"responses\": {responses}")).Method("TestClient"));

    [Theory]
    [InlineData("""{ "200": { "description": "", "content": { "application/json": {} } } }""", "application/json")]
    [InlineData("""{ "200": { "description": "", "content": { "*/*": { "schema": {} } } } }""", "application/json")]
    [InlineData("""{ "200": { "description": "", "content": { "application/vnd.x+json; charset=utf-8": {} } } }""", "application/vnd.x+json")]
    [InlineData("""{ "200": { "description": "", "content": { "application/vnd.x+json": {} } }, "202": { "description": "", "content": { "application/json": {} } } }""", "application/vnd.x+json, application/json")]
    [InlineData("""{ "200": { "description": "", "content": { "text/csv": {} } } }""", "text/*")]
    [InlineData("""{ "200": { "description": "", "content": { "audio/wav": {} } } }""", "*/*")]
    [InlineData("""{ "204": { "description": "" } }""", "*/*")]
    public async Task Accept_IsWhatTheDocumentDeclares(string responses, string expected) => Assert.Equal(
        expected, (await Send(OpenApi.Operation("/things", "get", $"\"responses\": {responses}"), "try { await client.DoAsync(); } catch (ApiException) { }")).Header("Accept"));

    [Theory]
    [InlineData("json")]
    [InlineData("body")]
    [InlineData("query")]
    [InlineData("request")]
    [InlineData("item")]
    [InlineData("writer")]
    [InlineData("value")]
    [InlineData("reader")]
    [InlineData("failure")]
    [InlineData("options")]
    [InlineData("cancellationToken")]
    [InlineData("page")]
    [InlineData("_client")]
    [InlineData("client")]
    [InlineData("api")]
    [InlineData("own")]
    [InlineData("default")]
    public void ParameterThatIsCalledLikeSomethingInTheMethod_Compiles(string name) => Assert.StartsWith("Task<IReadOnlyList<long>> DoAsync(string ", GeneratorHost.Run(OpenApi.Operation("/things", "post", $$"""
        "parameters": [{ "name": "{{name}}", "in": "query", "required": true, "schema": { "type": "string" } }, { "name": "items", "in": "query", "schema": { "type": "array", "items": { "type": "integer" } } }],
        "requestBody": { "content": { "application/json": { "schema": { "type": "integer" } } } },
        "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "type": "integer" } } } } }, "404": { "description": "", "content": { "application/json": { "schema": { "type": "string" } } } } }
        """)).Method("TestClient"), StringComparison.Ordinal);

    [Fact]
    public void UndeclaredPathParameter_IsAString()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Operation("/things/{thing-id}/parts/{part}", "get", $$"""
            "parameters": [{ "name": "part", "in": "path", "required": true, "schema": { "type": "integer" } }], {{Nothing}}
            """));

        Assert.Equal("Task DoAsync(long part, string thingId)", output.Method("TestClient"));
        Assert.Contains(output.Diagnostics, d => d.Id == "VAPI010");
    }

    [Fact]
    public void ParametersOfTheSameNameAndPlace_AreOne()
    {
        string document = OpenApi.Paths($$"""
            {
              "/things": {
                "parameters": [{ "name": "a", "in": "query", "required": true, "schema": { "type": "string" } }, { "name": "c", "in": "query", "required": true, "schema": { "type": "string" } }],
                "get": { "operationId": "do", "parameters": [
                  { "name": "a", "in": "query", "required": true, "schema": { "type": "integer" } },
                  { "name": "a", "in": "query", "required": true, "schema": { "type": "boolean" } },
                  { "name": "a", "in": "header", "required": true, "schema": { "type": "string" } }
                ], {{Nothing}} }
              }
            }
            """);

        Assert.Equal("Task DoAsync(long a, string a2, string c)", GeneratorHost.Run(document).Method("TestClient"));
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("content-type")]
    [InlineData("AUTHORIZATION")]
    public void HeadersThatOpenApiReserves_AreIgnored(string header)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Operation("/things", "get", $$"""
            "parameters": [{ "name": "{{header}}", "in": "header", "required": true, "schema": { "type": "string" } }], {{Nothing}}
            """));

        Assert.Equal("Task DoAsync()", output.Method("TestClient"));
        Assert.Contains(output.Diagnostics, d => d.Id == "VAPI011");
    }

    [Theory]
    [InlineData("Phone Numbers", "PhoneNumbers")]
    [InlineData("a/b", "AB")]
    [InlineData("Equals", "Equals2")]
    [InlineData("TestClient", "TestClient2")]
    public void Group_IsTheFirstTag(string tag, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Paths($$"""{ "/a": { "get": { "operationId": "list", "tags": [{{OpenApi.Json(tag)}}, "other"], {{Nothing}} } } }"""));

        Assert.Equal($"virtual {expected}Client {expected} {{ get; }}", output.Property("TestClient"));
        Assert.Equal("Task ListAsync()", output.Method(expected + "Client"));
    }

    [Theory]
    [InlineData("ThingController_create ThingController_findAll", "Create FindAll")]
    [InlineData("AController_get BController_get BController_list", "AGet BGet List")]
    [InlineData("users_list users_get", "List Get")]
    [InlineData("users.admin.list users.admin.get", "List Get")]
    [InlineData("users/list users/get", "List Get")]
    [InlineData("get_user_by_id get_all_users", "UserById AllUsers")]
    [InlineData("get_user_by_id list_users", "GetUserById ListUsers")]
    [InlineData("getUser getUsers", "GetUser GetUsers")]
    [InlineData("get_user_by_id", "GetUserById")]
    [InlineData("get get_all", "Get GetAll")]
    [InlineData("list LIST", "List LIST2")]
    [InlineData("same same", "Same Same2")]
    [InlineData("equals toString getType", "Equals ToString GetType")]
    [InlineData("thingsClient", "Client")]
    [InlineData("things_partial_update listOthers", "PartialUpdate ListOthers")]
    [InlineData("things_list list", "ThingsList List")]
    [InlineData("thingsome", "Thingsome")]
    public void Method_IsTheOperationIdWithoutItsPrefix(string ids, string expected)
    {
        IEnumerable<string> paths = ids.Split(' ').Select((id, i) => $$""" "/p{{i}}": { "get": { "operationId": "{{id}}", "tags": ["things"], {{Nothing}} } } """);
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Paths($$"""{ {{string.Join(",", paths)}} }"""));

        Assert.Equal(expected.Split(' ').Select(name => $"Task {name}Async()"), output.Methods("ThingsClient"));
    }

    [Theory]
    [InlineData("/things", "GetThingsAsync()")]
    [InlineData("/things/{id}", "GetThingsByIdAsync(string id)")]
    [InlineData("/v1/big-things/{thingId}/parts", "GetV1BigThingsByThingIdPartsAsync(string thingId)")]
    [InlineData("/", "GetAsync()")]
    [InlineData("/things/{id}.json", "GetThingsByIdJsonAsync(string id)")]
    public void WithoutOperationId_MethodIsVerbAndPath(string path, string expected)
        => Assert.Equal("Task " + expected, GeneratorHost.Run(OpenApi.Paths($$"""{ "{{path}}": { "get": { {{Nothing}} } } }""")).Method("TestClient"));

    [Theory]
    [InlineData("get", "GET")]
    [InlineData("put", "PUT")]
    [InlineData("post", "POST")]
    [InlineData("delete", "DELETE")]
    [InlineData("patch", "PATCH")]
    [InlineData("head", "HEAD")]
    [InlineData("options", "OPTIONS")]
    [InlineData("trace", "TRACE")]
    public async Task Request_HasItsMethod(string method, string expected)
        => Assert.Equal(expected, (await Send(OpenApi.Operation("/things", method, Nothing), "await client.DoAsync();")).Method);

    [Theory]
    [InlineData("\"a b\"", "/things/a%20b/end")]
    [InlineData("\"a/b?c#d\"", "/things/a%2Fb%3Fc%23d/end")]
    [InlineData("\"%2F\"", "/things/%252F/end")]
    [InlineData("\"ä\"", "/things/%C3%A4/end")]
    public async Task PathParameter_IsEscaped(string argument, string expected)
        => Assert.Equal(expected, (await Send(OpenApi.Operation("/things/{id}/end", "get", Nothing), $"await client.DoAsync({argument});")).PathAndQuery);

    [Theory]
    [InlineData("""{ "type": "boolean" }""", "true", "v=true")]
    [InlineData("""{ "type": "number" }""", "1.5", "v=1.5")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero)", "v=2024-05-06T07%3A08%3A09Z")]
    [InlineData("""{ "type": "string", "format": "date" }""", "new DateOnly(2024, 5, 6)", "v=2024-05-06")]
    [InlineData("""{ "type": "string" }""", "\"a&b=c d\"", "v=a%26b%3Dc%20d")]
    [InlineData("""{ "enum": ["a", "b c"] }""", "DoV.BC", "v=b%20c")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", "new long[] { 1, 2 }", "v=1&v=2")]
    public async Task QueryParameter_IsSentAsItsText(string schema, string value, string expected) => Assert.Equal(
        "/things?" + expected,
        (await Send(
            OpenApi.Operation("/things", "get", $$""" "parameters": [{ "name": "v", "in": "query", "schema": {{schema}} }], {{Nothing}} """),
            $"await client.DoAsync(new() {{ V = {value} }});")).PathAndQuery);

    [Fact]
    public async Task ArrayWithoutExplode_IsOneValue() => Assert.Equal(
        "/things?v=1,2",
        (await Send(
            OpenApi.Operation("/things", "get", $$""" "parameters": [{ "name": "v", "in": "query", "explode": false, "schema": { "type": "array", "items": { "type": "integer" } } }], {{Nothing}} """),
            "await client.DoAsync(new() { V = new long[] { 1, 2 } });")).PathAndQuery);

    [Fact]
    public async Task JsonBody_IsSentAndTheResultIsRead()
    {
        string document = OpenApi.Operation(
            "/things",
            "post",
            """
            "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
            "responses": { "201": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } }
            """,
            """{ "Thing": { "type": "object", "properties": { "name": { "type": "string" } } } }""");
        var api = new FakeApi(HttpStatusCode.Created, """{ "name": "answer" }""");

        string result = await Run(document, """return (await client.DoAsync(new Thing { Name = "question" })).Name!;""").RunAsync<string>(api.CreateHttpClient());

        Assert.Equal("answer", result);
        JsonAssert.Equal("""{ "name": "question" }""", api.Requests.Single().Body!);
    }

    [Fact]
    public async Task DeclaredFailure_RaisesItsTypedException()
    {
        string document = OpenApi.Operation(
            "/things",
            "get",
            """
            "responses": {
              "204": { "description": "" }, "404": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Problem" } } } }
            }
            """,
            """{ "Problem": { "type": "object", "properties": { "message": { "type": "string" } } } }""");
        var api = new FakeApi(HttpStatusCode.NotFound, """{ "message": "gone" }""");

        string result = await Run(document, """
            try { await client.DoAsync(); return "nothing"; }
            catch (ApiException<Problem> exception) { return $"{(int)exception.StatusCode} {exception.Error.Message} {exception.Body} {exception.Method} {exception.Url}"; }
            """).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal("""404 gone { "message": "gone" } GET https://api.test/things""", result);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "Problem: why")]
    [InlineData(HttpStatusCode.Conflict, "Text: why")]
    [InlineData(HttpStatusCode.InternalServerError, "Default: why")]
    [InlineData(HttpStatusCode.Redirect, "Default: why")]
    public async Task Failure_IsThatOfItsStatus_ElseOfItsRange_ElseTheDefault(HttpStatusCode status, string expected)
    {
        string document = OpenApi.Operation(
            "/things",
            "get",
            """
            "responses": {
              "default": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Default" } } } },
              "4XX": { "description": "", "content": { "application/vnd.x+json": { "schema": { "$ref": "#/components/schemas/Text" } } } },
              "404": { "description": "", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } },
              "204": { "description": "" }
            }
            """,
            """{ "Problem": { "type": "object", "properties": { "a": { "type": "string" } } }, "Text": { "type": "object", "properties": { "a": { "type": "string" } } }, "Default": { "type": "object", "properties": { "a": { "type": "string" } } } }""");

        string result = await Run(document, """
            try { await client.DoAsync(options: new() { MaxRetries = 0 }); return "nothing"; }
            catch (ApiException<Problem> exception) { return "Problem: " + exception.Error.A; }
            catch (ApiException<Text> exception) { return "Text: " + exception.Error.A; }
            catch (ApiException<Default> exception) { return "Default: " + exception.Error.A; }
            """).RunAsync<string>(new FakeApi(status, """{ "a": "why" }""", "application/problem+json").CreateHttpClient());

        Assert.Equal(expected, result);
    }

    [Fact]
    public async Task DefaultWithoutAnotherResponse_IsTheSuccessAndTheFailure()
    {
        string document = OpenApi.Operation(
            "/things", "get", """ "responses": { "default": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } """,
            """{ "Thing": { "type": "object", "properties": { "a": { "type": "string" } } } }""");
        const string Call = """try { return (await client.DoAsync()).A!; } catch (ApiException<Thing> e) { return "failed: " + e.Error.A; }""";
        const string Answer = """{ "a": "why" }""";

        Assert.Equal("why", await Run(document, Call).RunAsync<string>(new FakeApi(body: Answer).CreateHttpClient()));
        Assert.Equal("failed: why", await Run(document, Call).RunAsync<string>(new FakeApi(HttpStatusCode.BadRequest, Answer).CreateHttpClient()));
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("null", "nothing")]
    [InlineData("7", "7")]
    public async Task SuccessWithoutContentBesideOneWith_IsNull(string body, string expected)
    {
        string document = OpenApi.Operation("/things", "get", """
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "integer", "nullable": true } } } }, "204": { "description": "" } }
            """);

        Assert.Equal(expected, await Run(document, """return (await client.DoAsync())?.ToString() ?? "nothing";""").RunAsync<string>(new FakeApi(body: body).CreateHttpClient()));
    }

    [Theory]
    [InlineData("""{ "type": "http", "scheme": "bearer" }""", "Authorization", "Bearer key", "/things")]
    [InlineData("""{ "type": "apiKey", "in": "header", "name": "X-Key" }""", "X-Key", "key", "/things")]
    [InlineData("""{ "type": "apiKey", "in": "query", "name": "k" }""", "Authorization", null, "/things?k=key")]
    [InlineData("""{ "type": "apiKey", "in": "cookie", "name": "k" }""", "Cookie", "k=key", "/things")]
    public async Task Credential_IsSentInItsPlace(string scheme, string header, string? value, string pathAndQuery)
    {
        string document = $$"""
            { "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "servers": [{ "url": "https://api.test" }], "security": [{ "main": [] }],
              "paths": { "/things": { "get": { "operationId": "do", {{Nothing}} } } }, "components": { "securitySchemes": { "main": {{scheme}} } } }
            """;

        FakeRequest request = await Send(document, "await client.DoAsync();");

        Assert.Equal((value, pathAndQuery), (request.Header(header), request.PathAndQuery));
    }

    private static GeneratorOutput Run(string document, string statements)
        => GeneratorHost.Run(new GeneratorInput(document) { Source = UserCode.Calling(statements) });

    private static async Task<FakeRequest> Send(string document, string statements)
    {
        var api = new FakeApi(HttpStatusCode.NoContent);
        await Run(document, statements + " return \"\";").RunAsync<string>(api.CreateHttpClient());
        return api.Requests.Single();
    }
}
