using System.Net;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Documents;

/// <summary>OpenAPI 2.0.</summary>
public class SwaggerTests
{
    [Theory]
    [InlineData("query", "csv", "?v=a,b")]
    [InlineData("query", null, "?v=a,b")]
    [InlineData("query", "ssv", "?v=a%20b")]
    [InlineData("query", "pipes", "?v=a%7Cb")]
    [InlineData("query", "multi", "?v=a&v=b")]
    [InlineData("path", "csv", "/a,b")]
    [InlineData("header", "csv", "a,b")]
    [InlineData("header", "ssv", "a b")]
    [InlineData("header", "pipes", "a|b")]
    [InlineData("path", "pipes", "/a%7Cb")]
    public async Task CollectionFormat_IsHowItemsAreSent(string place, string? format, string expected)
    {
        string parameter = $$"""{ "name": "v", "in": "{{place}}", "required": true, "type": "array", "items": { "type": "string" } {{(format is null ? "" : $", \"collectionFormat\": \"{format}\"")}} }""";

        FakeRequest request = await Send(place == "path" ? "/things/{v}" : "/things", $$""" "parameters": [{{parameter}}] """, """ await client.DoAsync(new[] { "a", "b" }); """);

        Assert.Equal(expected, place switch
        {
            "path" => request.PathAndQuery["/base/things".Length..],
            "query" => request.Query,
            _ => request.Header("v"),
        });
    }

    [Theory]
    [InlineData(""" "consumes": ["application/x-www-form-urlencoded"], """, "application/x-www-form-urlencoded", "a=x%20y&list=1,2")]
    [InlineData("", "application/x-www-form-urlencoded", "a=x%20y&list=1,2")]
    public async Task FormData_IsAFormAsTheOperationConsumesIt(string consumes, string contentType, string body)
    {
        FakeRequest request = await Send(
            "/things", consumes + """ "parameters": [{ "name": "a", "in": "formData", "type": "string", "required": true }, { "name": "list", "in": "formData", "type": "array", "items": { "type": "integer" }, "collectionFormat": "csv" }] """,
            """ await client.DoAsync(new DoRequest { A = "x y", List = new long[] { 1, 2 } }); """, "post");

        Assert.StartsWith(contentType, request.ContentType, StringComparison.Ordinal);
        Assert.Equal(body, request.Body);
    }

    [Theory]
    [InlineData(null, "list=1,2", "1,2")]
    [InlineData("csv", "list=1,2", "1,2")]
    [InlineData("ssv", "list=1%202", "1 2")]
    [InlineData("pipes", "list=1%7C2", "1|2")]
    [InlineData("multi", "list=1&list=2", "1", "2")]
    public async Task ArrayInFormData_IsSeparatedAsItsFormatSays(string? format, string field, params string[] parts)
    {
        string collectionFormat = format is null ? "" : $", \"collectionFormat\": \"{format}\"";
        string parameters = $$""" "parameters": [{ "name": "list", "in": "formData", "type": "array", "items": { "type": "integer" } {{collectionFormat}} }] """;
        const string Call = "await client.DoAsync(new DoRequest { List = new long[] { 1, 2 } });";

        Assert.Equal(field, (await Send("/things", parameters, Call, "post")).Body);
        FakeRequest multipart = await Send("/things", """ "consumes": ["multipart/form-data"], """ + parameters, Call, "post");
        Assert.Equal(parts, multipart.Body!.Split("\r\n\r\n").Skip(1).Select(p => p.Split("\r\n")[0]));
    }

    [Fact]
    public async Task FileInFormData_IsAPartOfAMultipartBody()
    {
        FakeRequest request = await Send(
            "/things", """ "parameters": [{ "name": "upload", "in": "formData", "type": "file" }] """, """ await client.DoAsync(new DoRequest { Upload = new FileContent(new MemoryStream(new byte[] { 65 }), "a.txt") }); """, "post");

        Assert.StartsWith("multipart/form-data", request.ContentType, StringComparison.Ordinal);
        Assert.Contains("filename=\"a.txt\"", request.Body, StringComparison.Ordinal);
    }

    /// <summary>Parameters and responses of the document, of a path, and by reference.</summary>
    [Fact]
    public void SharedParts_AreThoseOfEachOperation()
    {
        GeneratorOutput output = GeneratorHost.Run(Document(
            """
            "/things/{id}": { "parameters": [{ "$ref": "#/parameters/Id" }, { "name": "body", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Thing" } }],
              "put": { "operationId": "replace", "parameters": [{ "name": "id", "in": "path", "required": true, "type": "integer", "format": "int32" }], "responses": { "200": { "$ref": "#/responses/One" }, "default": { "description": "", "schema": { "$ref": "#/definitions/Error" } } } },
              "post": { "operationId": "file", "produces": ["application/pdf"], "responses": { "200": { "description": "", "schema": { "type": "file" } } } } }
            """));

        Assert.Equal(["Task<Thing> ReplaceAsync(int id, Thing body)", "Task<ApiStream> FileAsync(string id, Thing body)"], output.Methods("TestClient"));
        Assert.Contains("failure.Read<Error>", output.File("TestClient"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "host": "api.test", "basePath": "/v1", "schemes": ["http", "https"], """, "https://api.test/v1")]
    [InlineData(""" "host": "api.test", "schemes": ["http"], """, "http://api.test")]
    [InlineData(""" "host": "api.test:8080", "basePath": "v1", """, "https://api.test:8080/v1")]
    [InlineData(""" "host": "api.test", "schemes": ["wss"], """, "https://api.test")]
    public void HostBasePathAndSchemes_AreTheServer(string server, string expected)
        => Assert.Contains($"new global::System.Uri(\"{expected}\")", GeneratorHost.Run($$"""{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, {{server}} "paths": {} }""").File("TestClient"), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "type": "basic" }""", "Basic dTpw")]
    [InlineData("""{ "type": "apiKey", "in": "header", "name": "Authorization" }""", "secret")]
    [InlineData("""{ "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://{host}/a", "tokenUrl": "https://{host}/t", "scopes": { "read": "" } }""", "Bearer secret")]
    public async Task SecurityDefinitions_AreSent(string scheme, string expected)
    {
        string document = $$"""
            { "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "host": "api.test", "securityDefinitions": { "login": {{scheme}} }, "security": [{ "login": [] }],
              "paths": { "/things": { "get": { "operationId": "do", "responses": { "204": { "description": "" } } } } } }
            """;
        var api = new FakeApi(HttpStatusCode.NoContent);
        string credential = scheme.Contains("basic", StringComparison.Ordinal) ? "ApiCredential.Basic(\"u\", \"p\")" : "\"secret\"";

        await GeneratorHost.Run(new GeneratorInput(document) { Source = UserCode.Calling($"await new TestClient(http, new TestClientOptions {{ Login = {credential} }}).DoAsync(); return \"\";").Replace("var client = new TestClient(http, new TestClientOptions { ApiKey = \"key\" });", "", StringComparison.Ordinal) })
            .RunAsync<string>(api.CreateHttpClient());

        Assert.Equal(expected, Assert.Single(api.Requests).Header("Authorization"));
    }

    /// <summary>What was moved to make it OpenAPI 3 is reported where it stands.</summary>
    [Theory]
    [InlineData("""{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "paths": {}, "definitions": { "Thing": { "type": "object", "properties": { "id": {}, [|"ID"|]: {} } } } }""", "VAPI008")]
    [InlineData("""{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "paths": { "/a": { "post": { "parameters": [{ "name": "b", "in": "body", "schema": { "type": "object", "properties": { "id": {}, [|"ID"|]: {} } } }, { "name": "c", "in": "query", "type": "string" }], "responses": { "204": { "description": "" } } } } } }""", "VAPI008")]
    [InlineData("""{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "paths": { "/a": { "get": { "parameters": [{ "name": "x", "in": "body", "schema": {} }, [|{|] "name": "Accept", "in": "header", "type": "string" }], "responses": { "204": { "description": "" } } } } } }""", "VAPI011")]
    [InlineData("""{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "paths": { "/a": { "get": { "responses": { "200": { "description": "", "schema": { "properties": { "id": {}, [|"ID"|]: {} } } } } } } } }""", "VAPI008")]
    [InlineData("""{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "paths": { "/a": { "get": { "parameters": [[|{|] "name": "x", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": "tsv" }], "responses": { "204": { "description": "" } } } } } }""", "VAPI012")]
    [InlineData("""{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "paths": {}, [|"produces"|]: ["a/1", "a/2", "a/3", "a/4", "a/5", "a/6", "a/7", "a/8", "a/9", "a/10", "a/11", "a/12", "a/13", "a/14", "a/15", "a/16", "a/17"] }""", "VAPI012")]
    [InlineData("""{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "paths": { "/a": { "get": { [|"consumes"|]: ["a/1", "a/2", "a/3", "a/4", "a/5", "a/6", "a/7", "a/8", "a/9", "a/10", "a/11", "a/12", "a/13", "a/14", "a/15", "a/16", "a/17"], "responses": { "204": { "description": "" } } } } } }""", "VAPI012")]
    [InlineData("""{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "paths": {}, "securityDefinitions": { [|"odd"|]: { "type": "odd" } } }""", "VAPI012")]
    public void Finding_StandsWhereItIsInTheFile(string marked, string id)
    {
        var text = MarkedText.Parse(marked);

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(text.Text) { Expected = null });

        text.RequireAt(output.Diagnostics.First(d => d.Id == id));
    }

    [Theory]
    [InlineData("1.2")]
    [InlineData("4.0.0")]
    public void VersionThatIsNotKnown_IsAnErrorThatSaysWhichAre(string version)
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput($$"""{ "{{(version == "1.2" ? "swagger" : "openapi")}}": "{{version}}", "paths": {} }""") { Expected = ["VAPI001"] });

        Assert.Contains("OpenAPI 2.0 and 3.0 to 3.2", Assert.Single(output.Diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    /// <summary>Numbers instead of strings, and a minor version of tomorrow.</summary>
    [Theory]
    [InlineData(""" "openapi": 3.0 """)]
    [InlineData(""" "openapi": 3.1 """)]
    [InlineData(""" "openapi": "3.7.1" """)]
    [InlineData(""" "swagger": 2.0 """)]
    public void VersionThatIsMeant_IsRead(string version)
        => Assert.NotEmpty(GeneratorHost.Run($$"""{ {{version}}, "info": { "title": "Test", "version": "1" }, "paths": {} }""").Files);

    private static async Task<FakeRequest> Send(string path, string content, string statements, string method = "get")
    {
        var api = new FakeApi(HttpStatusCode.NoContent);
        string document = Document($$""" {{OpenApi.Json(path)}}: { "{{method}}": { "operationId": "do", {{content}}, "responses": { "204": { "description": "" } } } } """);
        await GeneratorHost.Run(new GeneratorInput(document) { Source = UserCode.Calling(statements + " return \"\";") }).RunAsync<string>(api.CreateHttpClient());
        return Assert.Single(api.Requests);
    }

    private static string Document(string paths) => $$"""
        { "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "host": "api.test", "basePath": "/base", "schemes": ["https"], "paths": { {{paths}} },
          "parameters": { "Id": { "name": "id", "in": "path", "required": true, "type": "string" } },
          "responses": { "One": { "description": "", "schema": { "$ref": "#/definitions/Thing" } } },
          "definitions": { "Thing": { "type": "object", "properties": { "name": { "type": "string", "x-nullable": true } } }, "Error": { "type": "object", "properties": { "message": { "type": "string" } } } } }
        """;
}
