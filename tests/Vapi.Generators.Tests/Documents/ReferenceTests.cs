using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Documents;

/// <summary>References to other files and to any place of a document.</summary>
public class ReferenceTests
{
    private const string Main = """
        { "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "servers": [{ "url": "https://api.test" }], "paths": { "/things": {
          "get": { "operationId": "find", "parameters": [{ "$ref": "parts/parameters.json#/Limit" }], "responses": { "200": { "$ref": "./parts/responses.yaml#/components/responses/Things" } } } } },
          "components": { "schemas": { "Thing": { "type": "object", "properties": { "owner": { "$ref": "parts/owner.json" }, "kind": { "$ref": "parts/common%20types.json#/$defs/Kind" } } } } } }
        """;

    private static readonly InputDocument[] Parts =
    [
        new("""{ "Limit": { "name": "limit", "in": "query", "schema": { "$ref": "common types.json#/$defs/Count" } } }""", "/project/parts/parameters.json"),
        new("components:\n  responses:\n    Things:\n      description: all\n      content:\n        application/json:\n          schema: { type: array, items: { $ref: '../openapi.json#/components/schemas/Thing' } }\n", "/project/parts/responses.yaml"),
        new("""{ "type": "object", "properties": { "name": { "type": "string" }, "friends": { "type": "array", "items": { "$ref": "#" } }, "thing": { "$ref": "../openapi.json#/components/schemas/Thing" } } }""", "/project/parts/owner.json"),
        new("""{ "$defs": { "Kind": { "type": "string", "enum": ["a", "b"] }, "Count": { "type": "integer", "format": "int32" } } }""", "/project/parts/common types.json"),
    ];

    [Fact]
    public void ReferencesToOtherFiles_AreFollowed()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput([new InputDocument(Main), .. Parts]));

        Assert.Equal(["Owner? Owner { get; set; }", "Kind? Kind { get; set; }"], output.Properties("Thing"));
        Assert.Equal(["string? Name { get; set; }", "IReadOnlyList<Owner>? Friends { get; set; }", "Thing? Thing { get; set; }"], output.Properties("Owner"));
        Assert.Contains("Task<generic::IReadOnlyList<Thing>> FindAsync(FindQuery? query,", output.File("TestClient"), StringComparison.Ordinal);
        output.RequireLossless("Thing", """{ "owner": { "name": "o", "friends": [{ "thing": { "kind": "c" } }] } }""");
    }

    [Fact]
    public void OrderAndPathStyleOfFiles_ChangeNothing()
    {
        InputDocument[] files = [new InputDocument(Main), .. Parts];
        InputDocument[] windows = [.. files.Reverse().Select(f => f with { Path = f.Path.Replace("/project", "C:\\project", StringComparison.Ordinal).Replace('/', '\\') })];

        Assert.Equal(GeneratorHost.Run(new GeneratorInput(files)).Files, GeneratorHost.Run(new GeneratorInput(windows)).Files);
    }

    /// <summary>A finding in another file stands there.</summary>
    [Theory]
    [InlineData("/project/parts/owner.json", """{ "type": "object", "properties": { "name": { [|"$ref"|]: "#/$defs/Missing" } } }""", "VAPI007")]
    [InlineData("/project/parts/owner.json", """{ "type": "object", "properties": { "id": {}, [|"ID"|]: {} } }""", "VAPI008")]
    [InlineData("/project/parts/responses.yaml", "components:\n  responses:\n    Things:\n      description: all\n      content: { application/json: { schema: { type: object, properties: { id: {}, [|ID|]: {} } } } }\n", "VAPI008")]
    [InlineData("/project/parts/owner.json", """{ "type": "object", "properties": { "name": { [|"$ref"|]: "elsewhere.json" } } }""", "VAPI020")]
    public void Finding_StandsInTheFileThatItIsAbout(string path, string marked, string id)
    {
        var text = MarkedText.Parse(marked);
        IEnumerable<InputDocument> parts = Parts.Select(p => p.Path == path ? new InputDocument(text.Text, path) : p);

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput([new InputDocument(Main), .. parts]) { Expected = id == "VAPI020" ? [id] : [] });

        Diagnostic diagnostic = Assert.Single(output.Diagnostics, d => d.Id == id);
        text.RequireAt(diagnostic, path);
    }

    [Theory]
    [InlineData("other.json#/A", "<AdditionalFiles Include=\"other.json\" />")]
    [InlineData("https://example.org/schemas.json#/A", "Nothing is downloaded")]
    [InlineData("/etc/passwd", "not one of the project's additional files")]
    [InlineData("../../../../etc/passwd", "not one of the project's additional files")]
    [InlineData("broken.json#/A", "The file is not JSON")]
    [InlineData("empty.json#/A", "The file is empty")]
    public void ReferenceThatCannotBeFollowed_IsAWarningThatSaysWhatToDo_AndAnyJson(string reference, string expected)
    {
        string document = OpenApi.Property($$"""{ "$ref": "{{reference}}" }""");

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(document), new InputDocument("{", "/project/broken.json"), new InputDocument(" ", "/project/empty.json")) { Expected = ["VAPI020"] });

        Assert.Equal("JsonElement? Value { get; set; }", output.Property("Thing"));
        Assert.Contains(expected, output.Diagnostics.Single(d => d.Id == "VAPI020").GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatCannotBeRead_IsReportedWhereThatShowsInIt()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(OpenApi.Property("""{ "$ref": "broken.yaml#/A" }""")), new InputDocument("a: {type: string\nb: {}\n", "/project/broken.yaml")) { Expected = ["VAPI020"] });

        Diagnostic diagnostic = Assert.Single(output.Diagnostics);
        Assert.Equal(("/project/broken.yaml", 1), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1));
        Assert.Contains("'broken.yaml#/A' cannot be resolved", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void AbsolutePath_IsFollowedToTheFile()
        => Assert.Equal("string? Value { get; set; }", GeneratorHost.Run(new GeneratorInput(
            new InputDocument(OpenApi.Property("""{ "$ref": "/project/text.json#/A" }""")), new InputDocument("""{ "A": { "type": "string" } }""", "/project/text.json"))).Property("Thing"));

    /// <summary>A schema that stands anywhere is one type, there and where it is referred to.</summary>
    [Theory]
    [InlineData("#/components/schemas/Thing/properties/inner")]
    [InlineData("#/$defs/inner")]
    [InlineData("#named")]
    public void ReferenceToAnyPlace_IsTheTypeThere(string reference)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas($$"""
            { "Thing": { "type": "object", "properties": { "inner": { "$anchor": "named", "type": "object", "properties": { "x": { "type": "string" } } }, "again": { "$ref": {{OpenApi.Json(reference)}} } },
              "$defs": { "inner": { "type": "object", "properties": { "x": { "type": "string" } } } } } }
            """, "3.1.0"));

        Assert.DoesNotContain("JsonElement", string.Concat(output.Properties("Thing")), StringComparison.Ordinal);
        output.RequireLossless("Thing", """{ "inner": { "x": "1" }, "again": { "x": "2" } }""");
    }

    /// <summary>Names of schemas with characters that a pointer or an address escapes.</summary>
    [Theory]
    [InlineData("a/b", "#/components/schemas/a~1b")]
    [InlineData("a~b", "#/components/schemas/a~0b")]
    [InlineData("a b", "#/components/schemas/a%20b")]
    [InlineData("Page<T>", "#/components/schemas/Page%3CT%3E")]
    [InlineData("Page<T>", "#/components/schemas/Page<T>")]
    public void EscapedReference_IsFollowed(string name, string reference)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas($$"""
            { {{OpenApi.Json(name)}}: { "type": "string", "format": "uuid" }, "Thing": { "type": "object", "properties": { "value": { "$ref": {{OpenApi.Json(reference)}} } } } }
            """));

        Assert.Equal("Guid? Value { get; set; }", output.Property("Thing"));
    }

    /// <summary>References that go around in a circle, between files too, end.</summary>
    [Theory]
    [InlineData("""{ "A": { "$ref": "#/B" }, "B": { "$ref": "#/A" } }""")]
    [InlineData("""{ "A": { "$ref": "#/A" } }""")]
    [InlineData("""{ "A": { "allOf": [{ "$ref": "#/A" }, { "$ref": "../openapi.json#/components/schemas/Thing" }] } }""")]
    public void CircleOfReferences_Ends(string part)
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(OpenApi.Property("""{ "$ref": "parts/a.json#/A" }""")), new InputDocument(part, "/project/parts/a.json")) { Expected = null });

        Assert.True(output.Has("Thing"));
    }

    /// <summary>Parts that are put in the place of references, and hold more of them, would grow without end.</summary>
    [Fact]
    public void ReferencesThatMultiply_End()
    {
        string document = OpenApi.Paths("""{ "/a": { "$ref": "parts/a.json#/A" } }""");
        string part = """{ "A": { "get": { "responses": { "200": { "description": "", "headers": { "a": { "$ref": "#/A" }, "b": { "$ref": "#/A" }, "c": { "$ref": "#/A" } } } } } } }""";

        Assert.NotEmpty(GeneratorHost.Generate(new GeneratorInput(new InputDocument(document), new InputDocument(part, "/project/parts/a.json"))).GeneratedSources);
    }
}
