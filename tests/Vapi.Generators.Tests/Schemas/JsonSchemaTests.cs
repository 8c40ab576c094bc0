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
    public async Task MethodsOfAnyName_AreSentAsTheyAreSpelled()
    {
        const string Nothing = """ "responses": { "204": { "description": "" } } """;
        string document = OpenApi.Paths($$"""
            { "/things": { "query": { "operationId": "ask", {{Nothing}} }, "additionalOperations": { "COPY": { "operationId": "copy", {{Nothing}} }, "Lock": { "operationId": "lock", {{Nothing}} } } } }
            """).Replace("3.0.3", "3.2.0", StringComparison.Ordinal);
        var api = new FakeApi(HttpStatusCode.NoContent);

        await GeneratorHost.Run(new GeneratorInput(document) { Source = UserCode.Calling("await client.AskAsync(); await client.CopyAsync(); await client.LockAsync(); return \"\";") }).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal(["QUERY", "COPY", "Lock"], api.Requests.Select(r => r.Method));
    }

    [Fact]
    public async Task QueryAsAWhole_IsAForm_OrJson_OrAText()
    {
        string document = OpenApi.Paths($$"""
            {
              "/form": { "get": { "operationId": "form", "parameters": [{{Whole("application/x-www-form-urlencoded", """{ "$ref": "#/components/schemas/All" }""")}}], "responses": { "204": { "description": "" } } } },
              "/json": { "get": { "operationId": "json", "parameters": [{{Whole("application/json", """{ "$ref": "#/components/schemas/All" }""")}}], "responses": { "204": { "description": "" } } } },
              "/text": { "get": { "operationId": "text", "parameters": [{{Whole("text/plain", """{ "type": "string" }""")}}], "responses": { "204": { "description": "" } } } }
            }
            """, """{ "All": { "type": "object", "properties": { "a": { "type": "string" }, "n": { "type": "array", "items": { "type": "integer" } } } } }""").Replace("3.0.3", "3.2.0", StringComparison.Ordinal);
        var api = new FakeApi(HttpStatusCode.NoContent);

        await GeneratorHost.Run(new GeneratorInput(document)
        {
            Source = UserCode.Calling("""
                var all = new All { A = "x y", N = new long[] { 1, 2 } };
                await client.FormAsync(all);
                await client.JsonAsync(all);
                await client.TextAsync("$.a[?(@.b == 'c&d')]");
                return "";
                """),
        }).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal(["?a=x%20y&n=1&n=2", "?%7B%22a%22%3A%22x%20y%22%2C%22n%22%3A%5B1%2C2%5D%7D", "?%24.a%5B%3F%28%40.b%20%3D%3D%20%27c%26d%27%29%5D"], api.Requests.Select(r => r.Query));

        static string Whole(string contentType, string schema) => $$"""{ "name": "all", "in": "querystring", "required": true, "content": { "{{contentType}}": { "schema": {{schema}} } } }""";
    }

    [Theory]
    [InlineData("https://schemas.test/thing")]
    [InlineData("urn:schemas:thing")]
    [InlineData("https://schemas.test/thing#")]
    [InlineData("https://schemas.test/thing#/$defs/Part")]
    [InlineData("https://schemas.test/thing#part")]
    [InlineData("https://schemas.test/openapi#/components/schemas/Other")]
    public void ReferenceToAnAddressOfItsOwn_LeadsThere(string reference)
    {
        GeneratorOutput output = GeneratorHost.Run($$"""
            { "openapi": "3.2.0", "$self": "https://schemas.test/openapi", "info": { "title": "Test", "version": "1" }, "paths": {}, "components": { "schemas": {
              "Named": { "$id": "{{(reference.StartsWith("urn", StringComparison.Ordinal) ? reference : "https://schemas.test/thing")}}", "type": "object", "properties": { "x": { "type": "integer" } }, "$defs": { "Part": { "$anchor": "part", "type": "object", "properties": { "x": { "type": "integer" } } } } },
              "Other": { "type": "object", "properties": { "x": { "type": "integer" } } },
              "Thing": { "type": "object", "properties": { "value": { "$ref": "{{reference}}" } } } } } }
            """);

        Type value = output.Type("Thing").GetProperty("Value")!.PropertyType;
        Assert.Equal(typeof(long?), value.GetProperty("X")!.PropertyType);
    }

    /// <summary>JSON Schema 2020-12, 8.2.3.2: a generic schema refers to an anchor that those who use it declare. C# has no such type; a type that one of several declares would be wrong for the others.</summary>
    [Fact]
    public void GenericSchema_HasAnyJson_AndIsReportedOnce()
    {
        GeneratorOutput output = GeneratorHost.Run("""
            { "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "paths": {}, "components": { "schemas": {
              "Page": { "$id": "https://schemas.test/page", "type": "object", "properties": { "items": { "type": "array", "items": { "$dynamicRef": "#item" } } }, "$defs": { "any": { "$dynamicAnchor": "item" } } },
              "Numbers": { "$id": "https://schemas.test/numbers", "$ref": "https://schemas.test/page", "$defs": { "number": { "$dynamicAnchor": "item", "type": "number" } } } } } }
            """);

        Assert.Equal(["IReadOnlyList<JsonElement>? Items { get; set; }"], output.Properties("Page"));
        output.RequireLossless("Page", """{ "items": [1, "a", null] }""");
        Assert.Equal("VAPI007", Assert.Single(output.Diagnostics).Id);
    }

    [Theory]
    [InlineData("""{ "k": "A", "a": "1" }""", "A")]
    [InlineData("""{ "k": "of tomorrow" }""", "B")]
    [InlineData("""{ "name": "x" }""", "B")]
    [InlineData("{}", "B")]
    public void DefaultMapping_IsTheMemberOfOtherTagsAndOfNone(string json, string expected)
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
