using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Naming;

/// <summary>Text of the document goes into XML documentation, and nowhere else.</summary>
public class DocumentationTests
{
    [Fact]
    public void Description_IsTheSummary_RangeAndDefaultAreTheRemarks()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Property("""{ "type": "integer", "description": "How many.", "minimum": 1, "maximum": 10, "default": 3 }"""));

        XElement member = Documentation(output, "Thing", "Value");

        Assert.Equal("How many.", member.Element("summary")!.Value);
        Assert.Equal("Value: 1 to 10. Default: 3.", member.Element("remarks")!.Value);
    }

    [Fact]
    public void DescriptionThatAnEarlierPropertyOfTheSameNameHas_RefersToIt_UnlessItIsShort()
    {
        const string Long = "A description that is longer than the reference to the property with the same description.";
        string code = string.Concat(GeneratorHost.Run(OpenApi.Schemas($$"""
            {
              "First": { "type": "object", "properties": { "value": { "type": "string", "description": "{{Long}}" }, "other": { "type": "string", "description": "{{Long}}" }, "short": { "type": "string", "description": "Short." } } },
              "Second": { "type": "object", "properties": { "value": { "type": "integer", "description": "{{Long}}" }, "short": { "type": "string", "description": "Short." } } }
            }
            """)).Files.Values);

        Assert.Equal(2, code.Split(Long).Length - 1);
        Assert.Equal(1, code.Split("/// <inheritdoc cref=\"First.Value\"/>").Length - 1);
        Assert.Equal(2, code.Split("<summary>Short.</summary>").Length - 1);
    }

    [Theory]
    [InlineData("How long.\n\n@default 20", "", "How long.", "Default: 20.")]
    [InlineData("How long.\r\n@min 0\r\n@max 1\r\n@default 0.7 (seconds)\r\n", "", "How long.", "Value: 0 to 1. Default: 0.7 (seconds).")]
    [InlineData("@default 20", "", null, "Default: 20.")]
    [InlineData("How long.\n@default 20\n@minimum 2", ", \"default\": 30, \"minimum\": 1", "How long.", "Value: at least 1. Default: 30.")]
    [InlineData("How long. @default 20", "", "How long. @default 20", null)]
    [InlineData("How long.\n@default 20\nIn seconds.", "", "How long.@default 20In seconds.", null)]
    [InlineData("How long.\n@defaults 20", "", "How long.@defaults 20", null)]
    [InlineData("@default 10\n@default 20", "", "@default 10", "Default: 20.")]
    [InlineData("@default", "", "@default", null)]
    public void TagsThatEndADescription_AreRemarks_UnlessTheSchemaDeclaresThem(string description, string keywords, string? summary, string? remarks)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Property($$"""{ "type": "number", "description": {{OpenApi.Json(description)}}{{keywords}} }"""));

        XElement member = Documentation(output, "Thing", "Value");

        Assert.Equal(summary, member.Element("summary")?.Value);
        Assert.Equal(remarks, member.Element("remarks")?.Value);
    }

    [Fact]
    public void TagsThatEndADescription_AreRemarksOfTypesAndParameters()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Paths(
            """
            { "/a/{id}": { "get": {
              "operationId": "find",
              "parameters": [
                { "name": "id", "in": "path", "required": true, "description": "Which.\n@default 1", "schema": { "type": "integer" } },
                { "name": "limit", "in": "query", "description": "How many.\n@default 2", "schema": { "type": "integer" } }
              ],
              "responses": { "204": { "description": "" } }
            } } }
            """,
            """{ "Kind": { "type": "string", "description": "Which kind.\n@default 'a'", "enum": ["a", "b"] } }"""));

        Assert.Equal("Which.Default: 1.", Documentation(output, "TestClient", "FindAsync").Elements("param").First(p => p.Attribute("name")!.Value == "id").Value);
        Assert.Equal("Default: 2.", Documentation(output, "FindQuery", "Limit").Element("remarks")!.Value);
        Assert.Equal("Default: 'a'.", Documentation(output.Symbol("Kind")).Element("remarks")!.Value);
    }

    [Fact]
    public void SchemaDescription_IsTheSummaryOfTheType()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""{ "Thing": { "type": "object", "description": "What it is.", "properties": {} } }"""));

        Assert.Equal("What it is.", Documentation(output.Symbol("Thing")).Value.Trim());
    }

    [Theory]
    [InlineData("*/ public class Injected { } /*")]
    [InlineData("first\nsecond")]
    [InlineData("first\r\nsecond")]
    [InlineData("first\rpublic class Injected { }")]
    [InlineData("first\u0085public class Injected { }")]
    [InlineData("first\u2028public class Injected { }")]
    [InlineData("first\u2029public class Injected { }")]
    [InlineData("\n#if true\n#error\n#endif\n#nullable disable")]
    [InlineData("</summary><script>x</script>")]
    [InlineData("<see cref=\"Nothing\"/> & &amp; ]]> <!-- -->")]
    [InlineData("\"quotes\" 'and' \\backslashes\\ {braces} \"\"\"raw\"\"\"")]
    [InlineData("\u202Eright-to-left\u202C \u2066isolate\u2069 \u200Bzero\uFEFF")]
    [InlineData("\0\u0001\u001F\u007F")]
    [InlineData("\uD800 half \uDFFF")]
    [InlineData("😀 ü 名")]
    [InlineData("   \n\t  ")]
    [InlineData("")]
    public void HostileText_ChangesNothingButTheDocumentation(string text)
    {
        string json = OpenApi.Json(text);
        string document = $$"""
            {
              "openapi": "3.0.3", "info": { "title": "Test", "version": {{json}}, "description": {{json}} },
              "servers": [{ "url": "https://api.test" }], "tags": [{ "name": "things", "description": {{json}} }],
              "paths": { "/things/{id}": { "post": {
                "operationId": "do", "tags": ["things"], "summary": {{json}}, "description": {{json}},
                "parameters": [{ "name": "id", "in": "path", "required": true, "description": {{json}}, "schema": { "type": "string" } }, { "name": "q", "in": "query", "description": {{json}}, "schema": { "type": "string", "default": {{json}} } }],
                "requestBody": { "description": {{json}}, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                "responses": { "200": { "description": {{json}} } }
              } } },
              "components": { "schemas": {
                "Kind": { "type": "string", "description": {{json}}, "enum": ["a", {{json}}] },
                "Either": { "description": {{json}}, "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Thing" }] },
                "Thing": { "type": "object", "description": {{json}}, "title": {{json}}, "properties": {
                  "value": { "type": "string", "description": {{json}}, "default": {{json}}, "example": {{json}} }, "kind": { "enum": [{{json}}] }, "inline": { "title": {{json}}, "type": "object", "properties": { "x": { "type": "string" } } }
                } }
              } }
            }
            """;

        GeneratorOutput output = GeneratorHost.Run(document);

        Assert.Null(output.Compilation.GetTypeByMetadataName("Injected"));
        Assert.Null(output.Compilation.GetTypeByMetadataName("Test.Injected"));
        Assert.All(output.Files.Values, file => Assert.DoesNotContain(file, c => c is '\r' or '\u0085' or '\u2028' or '\u2029' or '\u202E' or '\u2066' or '\0'));
    }

    [Fact]
    public void LineBreaks_AreKeptAsBreaks()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Property("""{ "type": "string", "description": "first\r\nsecond\n\nthird" }"""));

        Assert.Equal(["first", "second", "third"], Documentation(output, "Thing", "Value").Element("summary")!.Nodes().OfType<XText>().Select(t => t.Value));
    }

    [Fact]
    public void Deprecated_IsObsolete()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Paths(
            """{ "/a": { "get": { "operationId": "old", "deprecated": true, "parameters": [{ "name": "q", "in": "query", "deprecated": true, "schema": { "type": "string" } }], "responses": { "204": { "description": "" } } } } }""",
            """{ "Old": { "type": "object", "deprecated": true, "properties": { "older": { "type": "string", "deprecated": true } } }, "New": { "type": "object", "properties": { "old": { "$ref": "#/components/schemas/Old" } } } }"""));

        Assert.True(IsObsolete(output.Symbol("Old")));
        Assert.True(IsObsolete(output.Symbol("Old").GetMembers("Older").Single()));
        Assert.All(output.Symbol("TestClient").GetMembers("OldAsync"), overload => Assert.True(IsObsolete(overload)));
        Assert.True(IsObsolete(output.Symbol("OldQuery").GetMembers("Q").Single()));

        static bool IsObsolete(ISymbol symbol) => symbol.GetAttributes().Any(a => a.AttributeClass!.Name == "ObsoleteAttribute");
    }

    private static XElement Documentation(GeneratorOutput output, string type, string member) => Documentation(output.Symbol(type).GetMembers(member)[0]);

    private static XElement Documentation(ISymbol symbol)
        => XElement.Parse(symbol.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!);
}
