using System.Net;

namespace Vapi.Generators.Tests.Schemas;

/// <summary>What OpenAPI 3.1 and 3.2 add.</summary>
public class JsonSchemaTests
{
    /// <summary>One property, its C# type, and JSON that it keeps.</summary>
    [Theory]
    [InlineData("""{ "type": ["string", "null"] }""", "string? Value { get; set; }", "null")]
    [InlineData("""{ "type": ["string", "integer"] }""", "ThingValue? Value { get; set; }", "5")]
    [InlineData("""{ "type": ["object", "string"], "properties": { "x": { "type": "integer" } } }""", "ThingValue? Value { get; set; }", """{ "x": 1 }""")]
    [InlineData("""{ "type": ["array", "null"], "items": { "type": "string" } }""", "IReadOnlyList<string>? Value { get; set; }", """["a"]""")]
    [InlineData("""{ "const": 5 }""", "long Value { get; }", "5")]
    [InlineData("""{ "const": "a" }""", "string Value { get; }", "\"a\"")]
    [InlineData("""{ "const": null }""", "JsonElement? Value { get; set; }", "null")]
    [InlineData("""{ "type": "array", "prefixItems": [{ "type": "string" }, { "type": "number" }] }""", "IReadOnlyList<ThingValue>? Value { get; set; }", """["a", 1.5]""")]
    [InlineData("""{ "type": "array", "prefixItems": [{ "type": "string" }], "items": false }""", "IReadOnlyList<string>? Value { get; set; }", """["a"]""")]
    [InlineData("""{ "type": "object", "patternProperties": { "^x-": { "type": "integer" } } }""", "IReadOnlyDictionary<string, long>? Value { get; set; }", """{ "x-a": 1 }""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } }, "patternProperties": { "^x-": { "type": "integer" } } }""", "ThingValue? Value { get; set; }", """{ "a": "b", "x-a": 1 }""")]
    [InlineData("""{ "type": "string", "contentEncoding": "base64" }""", "byte[]? Value { get; set; }", "\"AQI=\"")]
    [InlineData("""{ "type": "string", "contentMediaType": "application/json", "contentSchema": { "type": "object" } }""", "string? Value { get; set; }", "\"{}\"")]
    [InlineData("""{ "$ref": "#/components/schemas/Other", "description": "d" }""", "Other? Value { get; set; }", """{ "a": "b" }""")]
    [InlineData("""{ "$ref": "#/components/schemas/Other", "properties": { "more": { "type": "boolean" } } }""", "ThingValue? Value { get; set; }", """{ "a": "b", "more": true }""")]
    [InlineData("""{ "anyOf": [{ "$ref": "#/components/schemas/Other" }, { "type": "null" }] }""", "Other? Value { get; set; }", "null")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "if": { "properties": { "a": { "const": 1 } } }, "then": { "required": ["b"] }, "else": false }""", "ThingValue? Value { get; set; }", """{ "a": 1 }""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } }, "unevaluatedProperties": false, "dependentRequired": { "a": ["b"] } }""", "ThingValue? Value { get; set; }", """{ "a": "b" }""")]
    [InlineData("""{ "not": { "type": "string" } }""", "JsonElement? Value { get; set; }", "5")]
    [InlineData("true", "JsonElement? Value { get; set; }", "[1]")]
    [InlineData("false", "JsonElement? Value { get; set; }", "[1]")]
    [InlineData("""{ "type": "array", "items": true }""", "IReadOnlyList<JsonElement>? Value { get; set; }", """[1, "a", null]""")]
    public void Schema_IsWhatItSays(string schema, string expected, string json)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas($$"""
            { "Thing": { "type": "object", "properties": { "value": {{schema}} } }, "Other": { "type": "object", "properties": { "a": { "type": "string" } } } }
            """, "3.1.0"));

        Assert.Equal(expected, output.Property("Thing"));
        output.RequireLossless("Thing", $$"""{ "value": {{json}} }""");
    }

    /// <summary>Reality beats the version: keywords of 3.1 in a document of 3.0, and nullable on whatever it stands.</summary>
    [Theory]
    [InlineData("3.0.3", """{ "type": ["string", "null"] }""", "string? Value { get; set; }")]
    [InlineData("3.0.3", """{ "const": "a" }""", "string Value { get; }")]
    [InlineData("3.0.3", """{ "$ref": "#/components/schemas/Other", "nullable": true }""", "Other? Value { get; set; }")]
    [InlineData("3.0.3", """{ "allOf": [{ "$ref": "#/components/schemas/Other" }], "nullable": true }""", "Other? Value { get; set; }")]
    [InlineData("3.1.0", """{ "$ref": "#/components/schemas/Other", "nullable": true }""", "Other? Value { get; set; }")]
    [InlineData("3.1.0", """{ "type": "object", "nullable": true, "properties": { "a": { "type": "string" } } }""", "ThingValue? Value { get; set; }")]
    [InlineData("3.0.3", """{ "type": "string", "enum": ["a", "b", null], "nullable": true }""", "ThingValue? Value { get; set; }")]
    [InlineData("3.1.0", """{ "type": ["string", "null"], "enum": ["a", "b", null] }""", "ThingValue? Value { get; set; }")]
    public void NullInAnySpelling_IsSentWhenAssigned(string version, string schema, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas($$"""
            { "Thing": { "type": "object", "properties": { "value": {{schema}} } }, "Other": { "type": "object", "properties": { "a": { "type": "string" } } } }
            """, version));

        Assert.Equal(expected, output.Property("Thing"));
        if (!expected.Contains("get; }", StringComparison.Ordinal))
            output.RequireLossless("Thing", """{ "value": null }""");
    }

    [Theory]
    [InlineData("text/event-stream", """{ "$ref": "#/components/schemas/Part" }""", "data: {\"text\":\"a\"}\n\ndata: {\"text\":\"b\"}\n\n")]
    [InlineData("text/event-stream", """{ "type": "object", "properties": { "event": { "type": "string" }, "data": { "type": "string", "contentMediaType": "application/json", "contentSchema": { "$ref": "#/components/schemas/Part" } } } }""", "event: x\ndata: {\"text\":\"a\"}\n\ndata: {\"text\":\"b\"}\n\n")]
    [InlineData("application/jsonl", """{ "$ref": "#/components/schemas/Part" }""", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n")]
    [InlineData("application/json-seq", """{ "$ref": "#/components/schemas/Part" }""", "\u001e{\"text\":\"a\"}\n\u001e{\"text\":\"b\"}\n")]
    public async Task ItemSchema_IsWhatAStreamHasItemByItem(string contentType, string itemSchema, string body)
    {
        string document = OpenApi.Operation("/things", "get", $$""" "responses": { "200": { "description": "", "content": { "{{contentType}}": { "itemSchema": {{itemSchema}} } } } } """, """{ "Part": { "type": "object", "properties": { "text": { "type": "string" } } } }""").Replace("3.0.3", "3.2.0", StringComparison.Ordinal);
        var api = new FakeApi(body: body, contentType: contentType);
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(document) { Source = UserCode.Calling("string text = \"\"; await foreach (Part part in client.DoAsync()) text += part.Text; return text;") });

        Assert.Equal("ab", await output.RunAsync<string>(api.CreateHttpClient()));
    }

    [Fact]
    public async Task MethodsOfAnyName_AreSent()
    {
        string document = OpenApi.Paths("""
            { "/things": { "query": { "operationId": "ask", "responses": { "204": { "description": "" } } }, "additionalOperations": { "COPY": { "operationId": "copy", "responses": { "204": { "description": "" } } } } } }
            """).Replace("3.0.3", "3.2.0", StringComparison.Ordinal);
        var api = new FakeApi(HttpStatusCode.NoContent);

        await GeneratorHost.Run(new GeneratorInput(document) { Source = UserCode.Calling("await client.AskAsync(); await client.CopyAsync(); return \"\";") }).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal(["QUERY", "COPY"], api.Requests.Select(r => r.Method));
    }

    [Fact]
    public async Task QueryAsAWhole_IsAForm()
    {
        string document = OpenApi.Operation("/things", "get", """
            "parameters": [{ "name": "all", "in": "querystring", "required": true, "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object", "properties": { "a": { "type": "string" }, "n": { "type": "integer" } } } } } }],
            "responses": { "204": { "description": "" } }
            """).Replace("3.0.3", "3.2.0", StringComparison.Ordinal);
        var api = new FakeApi(HttpStatusCode.NoContent);

        await GeneratorHost.Run(new GeneratorInput(document) { Source = UserCode.Calling("await client.DoAsync(new DoAll { A = \"x y\", N = 1 }); return \"\";") }).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal("?a=x%20y&n=1", Assert.Single(api.Requests).Query);
    }

    [Theory]
    [InlineData("""{ "k": "A", "a": "1" }""", "A")]
    [InlineData("""{ "k": "of tomorrow" }""", "B")]
    public void DefaultMapping_IsTheMemberOfOtherTags(string json, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""
            { "Thing": { "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }], "discriminator": { "propertyName": "k", "defaultMapping": "#/components/schemas/B" } },
              "A": { "type": "object", "properties": { "k": { "type": "string" }, "name": { "type": "string" } } }, "B": { "type": "object", "properties": { "k": { "type": "string" }, "size": { "type": "string" } } } }
            """, "3.2.0"));

        Assert.Equal(expected, output.Read("Thing", json).Get("Value")!.GetType().Name);
    }

    [Fact]
    public void PayloadsOfWebhooks_AreTypes()
    {
        GeneratorOutput output = GeneratorHost.Run("""
            { "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "webhooks": {
              "call.ended": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "id": { "type": "string" }, "reason": { "enum": ["a", "b"] } } } } } }, "responses": {} } },
              "shared": { "$ref": "#/components/pathItems/Shared" } },
              "components": { "pathItems": { "Shared": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "array", "items": { "type": "object", "properties": { "x": { "type": "integer" } } } } } } }, "responses": {} } } } } }
            """);

        Assert.Equal(["string? Id { get; set; }", "CallEndedPayloadReason? Reason { get; set; }"], output.Properties("CallEndedPayload"));
        Assert.Equal(["long? X { get; set; }"], output.Properties("SharedPayload"));
    }

    [Fact]
    public void PayloadsOfCallbacks_AreTypes()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Operation("/watch", "post", """
            "callbacks": { "moved": { "{$request.body#/url}": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "to": { "enum": ["a", "b"] } } } } } }, "responses": {} } } } },
            "responses": { "204": { "description": "" } }
            """, "{}"));

        Assert.Equal(["MovedPayloadTo? To { get; set; }"], output.Properties("MovedPayload"));
    }
}
