using System.Text.Json;

namespace Vapi.Generators.Tests.Laws;

/// <summary>The judge of the other tests is no rubber stamp.</summary>
public class JsonJudgeTests
{
    [Theory]
    [InlineData("""{ "type": "string" }""", "\"a\"", "1")]
    [InlineData("""{ "type": "string" }""", "\"a\"", "null")]
    [InlineData("""{ "type": "string", "nullable": true }""", "null", "1")]
    [InlineData("""{ "nullable": true, "allOf": [{ "$ref": "#/components/schemas/Thing" }] }""", "null", """{ "name": 1 }""")]
    [InlineData("""{ "$ref": "#/components/schemas/Thing" }""", """{ "name": "n", "more": 1 }""", "{}")]
    [InlineData("""{ "type": "string", "enum": ["a", "b"] }""", "\"a\"", "\"c\"")]
    [InlineData("""{ "type": "object", "enum": ["a", "b"] }""", "\"a\"", "{}")]
    [InlineData("""{ "type": "array", "items": { "type": "string" }, "enum": ["a", "b"] }""", """["a", "a"]""", """["c"]""")]
    [InlineData("""{ "type": "string", "pattern": "/^[a-c]+$/" }""", "\"abc\"", "\"abd\"")]
    [InlineData("""{ "type": "string", "pattern": "^[a-c]+$", "minLength": 2, "maxLength": 3 }""", "\"abc\"", "\"abca\"")]
    [InlineData("""{ "type": "number", "minimum": 0.5, "maximum": 1 }""", "0.5", "0.4")]
    [InlineData("""{ "type": "number", "minimum": 0, "exclusiveMinimum": true }""", "0.1", "0")]
    [InlineData("""{ "type": "integer" }""", "7", "7.5")]
    [InlineData("""{ "type": "array", "maxItems": 1, "items": { "type": "boolean" } }""", "[true]", "[1]")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Thing" }] }""", "\"a\"", "7")]
    [InlineData("""{ "oneOf": [{ "type": "number" }, { "type": "integer" }] }""", "1", "\"a\"")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "number" } }""", """{ "a": 1 }""", """{ "a": "1" }""")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "\"2024-05-06T07:08:09.123Z\"", "\"yesterday\"")]
    public void Judge_TakesWhatIsValid_AndNothingElse(string schema, string valid, string invalid)
    {
        JsonElement document = JsonElement.Parse(OpenApi.Schemas("""{ "Thing": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } } }"""));
        JsonElement judged = JsonElement.Parse(schema);
        var judge = new JsonJudge(document, [judged]);

        Assert.Empty(judge.Errors(judged, valid));
        Assert.NotEmpty(judge.Errors(judged, invalid));
    }

    [Fact]
    public void OpenJudge_TakesOtherStringsThanThoseListed_ButNoOtherConstant()
    {
        JsonElement document = JsonElement.Parse(OpenApi.Schemas("{}"));
        JsonElement[] schemas = [JsonElement.Parse("""{ "enum": ["a", "b"] }"""), JsonElement.Parse("""{ "enum": ["a"] }""")];
        var judge = new JsonJudge(document, schemas, open: true);

        Assert.True(judge.IsValid(schemas[0], "\"new\""));
        Assert.False(judge.IsValid(schemas[0], "1"));
        Assert.False(judge.IsValid(schemas[1], "\"new\""));
    }
}
