using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Schemas;

public class ObjectTests
{
    [Fact]
    public void Class_IsSealedAndPartial()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(OpenApi.Properties("""{ "name": { "type": "string" } }"""))
        {
            Source = "namespace Test; public sealed partial class Thing { public string Greeting => \"Hello \" + Name; }",
        });

        Assert.True(output.Symbol("Thing").IsSealed);
    }

    [Theory]
    [InlineData(false, """{ "type": "string" }""", "string? Value { get; set; }")]
    [InlineData(true, """{ "type": "string" }""", "required string Value { get; set; }")]
    [InlineData(false, """{ "type": "integer" }""", "long? Value { get; set; }")]
    [InlineData(true, """{ "type": "integer" }""", "required long Value { get; set; }")]
    [InlineData(true, """{ "type": "integer", "nullable": true }""", "required long? Value { get; set; }")]
    public void Property_IsRequiredWhereTheDocumentRequiresIt(bool required, string schema, string expected)
        => Assert.Equal(expected, GeneratorHost.Run(OpenApi.Property(schema, required)).Property("Thing"));

    [Fact]
    public void ReadAndWritten_KeepsUnknownProperties()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Properties("""{ "name": { "type": "string" } }"""));

        output.RequireLossless("Thing", """{ "new": { "deep": [1, 2.50, null, "x"] }, "name": "n", "Name": "another", "": null }""");
    }

    [Fact]
    public void ReadAndWritten_KeepsPropertiesInAnyOrder_AndTheLastOfDoubles()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Properties("""{ "a": { "type": "string" }, "b": { "type": "integer" }, "c": { "type": "boolean" } }"""));

        output.RequireLossless("Thing", """{ "c": true, "b": 7, "a": "x" }""");
        JsonAssert.Equal("""{ "a": "last" }""", output.RoundTrip("Thing", """{ "a": "first", "a": "last" }"""));
    }

    [Fact]
    public void ReadAndWritten_KeepsEscapedNamesAndStrings()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Properties("""{ "naïve \"key\"": { "type": "string" }, "a/b~c": { "type": "integer" }, "": { "type": "integer" } }"""));

        object? value = output.Read("Thing", """{ "na\u00EFve \u0022key\u0022": "\ud83d\ude00\u0000\n", "a\/b~c": 1, "": 2 }""");

        Assert.Equal("😀\0\n", value.Get("NaïveKey"));
        Assert.Empty((System.Collections.IEnumerable)value.Get("AdditionalProperties")!);
        output.RequireLossless("Thing", """{ "na\u00EFve \u0022key\u0022": "\ud83d\ude00\u0000\n", "a\/b~c": 1, "": 2 }""");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(300)]
    public void ReadAndWritten_KeepsAnyNumberOfProperties(int count)
    {
        string properties = string.Join(", ", Enumerable.Range(0, count).Select(i => $$"""{{OpenApi.Json("p" + i)}}: { "type": "integer", "nullable": true }"""));
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Properties($$"""{ {{properties}} }"""));

        output.RequireLossless("Thing", $$"""{ {{string.Join(", ", Enumerable.Range(0, count).Select(i => $"\"p{i}\": {(i % 3 == 0 ? "null" : i)}"))}} }""");
        output.RequireLossless("Thing", "{}");
    }

    [Theory]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(40_000)]
    public void ReadAndWritten_KeepsNamesOfAnyLength(int length)
    {
        string name = new('n', length);
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Properties($$"""{ "a": { "type": "integer" }, "{{name}}": { "type": "integer" }, "b": { "type": "integer" } }"""));

        object? value = output.Read("Thing", $$"""{ "b": 1, "{{name}}": 2, "a": 3 }""");

        Assert.Equal((1L, 3L), (value.Get("B"), value.Get("A")));
        Assert.Empty((System.Collections.IEnumerable)value.Get("AdditionalProperties")!);
    }

    [Fact]
    public void MissingRequiredProperty_IsToleratedWhenReading()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Properties("""{ "name": { "type": "string" }, "count": { "type": "integer" } }""", ["name", "count"]));

        output.RequireLossless("Thing", "{}");
        output.RequireLossless("Thing", """{ "count": 1 }""");
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("1")]
    public void RootOfTheWrongKind_RaisesJsonException(string json)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Property("""{ "type": "integer" }"""));

        Assert.Throws<JsonException>(() => output.Read("Thing", json));
    }

    [Fact]
    public void RecursiveSchemas_AreClassesThatReferToThemselves()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""
            {
              "Tree": { "type": "object", "properties": { "children": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } }, "parent": { "$ref": "#/components/schemas/Tree" } } }
            }
            """));

        Assert.Equal(["IReadOnlyList<Tree>? Children { get; set; }", "Tree? Parent { get; set; }"], output.Properties("Tree"));
        output.RequireLossless("Tree", """{ "children": [{ "children": [] }, { "parent": {} }] }""");
    }

    [Fact]
    public void JsonDeeperThanTheLimit_RaisesJsonException()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""{ "Tree": { "type": "object", "properties": { "child": { "$ref": "#/components/schemas/Tree" } } } }"""));
        string json = string.Concat(Enumerable.Repeat("""{"child":""", 5_000)) + "{}" + new string('}', 5_000);

        Assert.ThrowsAny<JsonException>(() => output.Read("Tree", json));
    }

    [Theory]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Base" }] }""", "Base? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Base" }], "description": "A base.", "nullable": true }""", "Base? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "type": "string" }] }""", "string? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Base" }, { "type": "object", "properties": { "b": { "type": "string" } } }] }""", "ThingValue? Value { get; set; }")]
    public void AllOf_IsItsOnlyEntryOrOneClass(string schema, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas($$"""
            {
              "Base": { "type": "object", "properties": { "a": { "type": "string" } } },
              "Thing": { "type": "object", "properties": { "value": {{schema}} } }
            }
            """));

        Assert.Equal(expected, output.Property("Thing"));
    }

    [Fact]
    public void AllOfWithSeveralEntries_HasThePropertiesOfAll()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""
            {
              "Base": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "kind": { "type": "string" } } },
              "Derived": { "allOf": [{ "$ref": "#/components/schemas/Base" }, { "required": ["kind", "size"], "properties": { "kind": { "type": "string", "enum": ["derived"] }, "size": { "type": "integer" } } }] }
            }
            """));

        Assert.Equal(["required string Id { get; set; }", "string Kind { get; }", "required long Size { get; set; }"], output.Properties("Derived"));
    }

    /// <summary>The mark of a schema that may be null must not be taken for the end of a name.</summary>
    [Fact]
    public void AllOfWithSchemasWhoseNamesDifferByAQuestionMark_HasThePropertiesOfBoth()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""
            {
              "A": { "type": "object", "properties": { "one": { "type": "string" } } },
              "A?": { "type": "object", "properties": { "two": { "type": "string" } } },
              "Thing": { "allOf": [{ "nullable": true, "allOf": [{ "$ref": "#/components/schemas/A" }] }, { "$ref": "#/components/schemas/A?" }] }
            }
            """));

        Assert.Equal(["string? One { get; set; }", "string? Two { get; set; }"], output.Properties("Thing"));
    }

    [Fact]
    public void PropertyThatRefersToItsOwnClassAndAddsToIt_HasThePropertiesOfBoth() => Assert.Equal(
        ["string? Name { get; set; }", "long? Order { get; set; }"],
        GeneratorHost.Run(OpenApi.Schemas("""
            {
              "Tree": { "type": "object", "properties": {
                "name": { "type": "string" }, "child": { "allOf": [{ "$ref": "#/components/schemas/Tree" }, { "properties": { "order": { "type": "integer" } } }] }
              } }
            }
            """)).Properties("TreeChild").Where(p => !p.Contains("Child", StringComparison.Ordinal)));

    /// <summary>OpenAPI 3.0, Schema Object, "readOnly": such a property is in answers, not in requests.</summary>
    [Fact]
    public async Task ReadOnlyProperty_IsRead_NeedNotBeSet_AndIsNotSent()
    {
        string document = OpenApi.Operation("/things", "post", """
            "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } }, "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } }
            """, """
            { "Thing": { "type": "object", "required": ["id", "name", "secret"], "properties": { "id": { "type": "string", "readOnly": true }, "kind": { "enum": ["thing"], "readOnly": true }, "stamp": { "$ref": "#/components/schemas/Stamp" },
                "name": { "type": "string" }, "secret": { "type": "string", "writeOnly": true }, "inner": { "$ref": "#/components/schemas/Thing" } } },
              "Stamp": { "type": "string", "format": "date-time", "readOnly": true } }
            """);
        var api = new FakeApi(body: """{"id":"1","kind":"thing","stamp":"2026-01-02T03:04:05Z","name":"a"}""");
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(document) { Source = UserCode.Calling("""
            Thing thing = await client.DoAsync(new Thing { Name = "n", Secret = "s" });
            thing.Inner = new Thing { Id = "2", Name = "m", Secret = "t" };
            await client.DoAsync(thing);
            return JsonSerializer.Serialize(thing);
            """) });

        Assert.Equal("""{"id":"1","kind":"thing","stamp":"2026-01-02T03:04:05Z","name":"a","inner":{"id":"2","kind":"thing","name":"m","secret":"t"}}""", await output.RunAsync<string>(api.CreateHttpClient()));
        Assert.Equal(["""{"name":"n","secret":"s"}""", """{"name":"a","inner":{"name":"m","secret":"t"}}"""], api.Requests.Select(r => r.Body));
        Assert.Equal("string Id { get; set; }", output.Properties("Thing")[0]);
    }
}
