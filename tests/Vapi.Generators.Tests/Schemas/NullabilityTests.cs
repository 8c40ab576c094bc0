namespace Vapi.Generators.Tests.Schemas;

/// <summary>Missing, null and present are three different things.</summary>
public class NullabilityTests
{
    private const string Document = """
        {
          "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "paths": {},
          "components": { "schemas": {
            "Kind": { "type": "string", "enum": ["a", "b"] },
            "Inner": { "type": "object", "properties": { "x": { "type": "integer" } } },
            "Update": {
              "type": "object", "required": ["must"],
              "properties": {
                "must": { "type": "string", "nullable": true },
                "text": { "type": "string", "nullable": true },
                "plain": { "type": "string" },
                "number": { "type": "integer", "nullable": true },
                "kind": { "type": "string", "nullable": true, "enum": ["x", "y", null] },
                "inner": { "allOf": [{ "$ref": "#/components/schemas/Inner" }], "nullable": true },
                "list": { "type": "array", "nullable": true, "items": { "type": "string" } },
                "either": { "nullable": true, "oneOf": [{ "type": "string" }, { "type": "integer" }] },
                "any": { "nullable": true }
              }
            }
          } }
        }
        """;

    [Theory]
    [InlineData("new Update { Must = null }", """{ "must": null }""")]
    [InlineData("new Update { Must = null, Text = null }", """{ "must": null, "text": null }""")]
    [InlineData("new Update { Must = \"m\", Text = \"t\", Plain = \"p\" }", """{ "must": "m", "text": "t", "plain": "p" }""")]
    [InlineData("new Update { Must = \"m\", Plain = null }", """{ "must": "m" }""")]
    [InlineData("new Update { Must = \"m\", Number = null }", """{ "must": "m", "number": null }""")]
    [InlineData("new Update { Must = \"m\", Number = 0 }", """{ "must": "m", "number": 0 }""")]
    [InlineData("new Update { Must = \"m\", Kind = null }", """{ "must": "m", "kind": null }""")]
    [InlineData("new Update { Must = \"m\", Kind = \"x\" }", """{ "must": "m", "kind": "x" }""")]
    [InlineData("new Update { Must = \"m\", Inner = null }", """{ "must": "m", "inner": null }""")]
    [InlineData("new Update { Must = \"m\", Inner = new() }", """{ "must": "m", "inner": {} }""")]
    [InlineData("new Update { Must = \"m\", List = null }", """{ "must": "m", "list": null }""")]
    [InlineData("new Update { Must = \"m\", List = [] }", """{ "must": "m", "list": [] }""")]
    [InlineData("new Update { Must = \"m\", Either = null }", """{ "must": "m", "either": null }""")]
    [InlineData("new Update { Must = \"m\", Either = 1 }", """{ "must": "m", "either": 1 }""")]
    [InlineData("new Update { Must = \"m\", Any = null }", """{ "must": "m", "any": null }""")]
    public void Assigning_MarksAsPresent(string expression, string expected)
        => JsonAssert.Equal(expected, Run($"return JsonSerializer.Serialize({expression});"));

    [Fact]
    public void AssigningAfterReading_ChangesThatPropertyOnly() => JsonAssert.Equal(
        """{ "must": "m", "text": "new", "number": null, "unknown": 1 }""",
        Run("""
            Update update = JsonSerializer.Deserialize<Update>("{\"must\":\"m\",\"number\":null,\"unknown\":1}")!;
            update.Text = "new";
            return JsonSerializer.Serialize(update);
            """));

    [Theory]
    [InlineData("""{ "must": null }""")]
    [InlineData("""{ "must": "m", "text": null, "number": null, "kind": null, "inner": null, "list": null, "either": null, "any": null }""")]
    [InlineData("""{ "must": "m", "plain": null }""")]
    [InlineData("{}")]
    public void Reading_SetsTheSameMarks(string json) => GeneratorHost.Run(Document).RequireLossless("Update", json);

    [Fact]
    public void NullWhereTheDocumentForbidsIt_IsKept()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Properties(
            """
            {
              "text": { "type": "string" }, "number": { "type": "integer" }, "flag": { "type": "boolean" }, "time": { "type": "string", "format": "date-time" },
              "list": { "type": "array", "items": { "type": "integer" } }, "map": { "type": "object", "additionalProperties": { "type": "string" } },
              "self": { "$ref": "#/components/schemas/Thing" }, "kind": { "enum": ["a", "b"] }, "either": { "oneOf": [{ "type": "string" }, { "type": "boolean" }] }
            }
            """,
            ["text", "number", "flag", "time", "list", "map", "self", "kind", "either"]));

        output.RequireLossless("Thing", """{ "text": null, "number": null, "flag": null, "time": null, "list": null, "map": null, "self": null, "kind": null, "either": null }""");
    }

    [Theory]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/components/schemas/Thing" } }""", "[null, {}]")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", """["a", null]""")]
    [InlineData("""{ "type": "array", "items": { "enum": ["a", "b"] } }""", """["a", null]""")]
    [InlineData("""{ "type": "array", "items": { "oneOf": [{ "type": "string" }, { "type": "boolean" }] } }""", """["a", null, true]""")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" } }""", """{ "a": null }""")]
    [InlineData("""{ "type": "array", "items": {} }""", "[null]")]
    public void NullItems_AreKept(string schema, string json)
        => GeneratorHost.Run(OpenApi.Property(schema)).RequireLossless("Thing", $$"""{ "value": {{json}} }""");

    private static string Run(string statements) => GeneratorHost.Run(new GeneratorInput(Document) { Source = UserCode.Returning(statements) }).Run<string>();
}
