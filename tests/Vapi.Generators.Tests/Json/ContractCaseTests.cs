using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Json;

/// <summary>What the checks of JSON say about a value of a schema.</summary>
public class ContractCaseTests
{
    private const string Ab = """{ "type": "object", "required": ["a"], "properties": { "a": { "type": "integer" }, "b": { "type": "string" } } }""";

    private const string Tagged = """
        { "oneOf": [
          { "type": "object", "required": ["kind", "size"], "properties": { "kind": { "enum": ["cat", "lynx"] }, "size": { "type": "number", "minimum": 1 } } },
          { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "dog" }, "barks": { "type": "boolean" } } },
          { "type": "string" }] }
        """;

    private const string Directions = """
        { "type": "object", "required": ["id", "password"], "properties": { "id": { "type": "string", "readOnly": true }, "password": { "type": "string", "writeOnly": true } } }
        """;

    private const string Patterns = """{ "properties": { "x-a": { "type": "string" } }, "patternProperties": { "^x-": { "minLength": 2 }, "b$": { "type": "integer" } }, "additionalProperties": false }""";

    private const string Parts = """{ "allOf": [{ "type": "object", "properties": { "a": { "type": "integer" } } }, { "type": "object", "required": ["b"], "properties": { "b": { "maxLength": 1 } } }] }""";

    public static TheoryData<string, string, string> Cases => new()
    {
        { """{ "type": "string" }""", "1", "The value: Type. Expected a string, found 1." },
        { """{ "type": "string" }""", "null", "The value: Type. Expected a string, found null." },
        { """{ "type": ["string", "null"] }""", "null", "" },
        { """{ "type": "string", "nullable": true, "enum": ["a"] }""", "null", "" },
        { """{ "type": ["integer", "boolean"] }""", "{}", "The value: NoAlternative. Expected an integer or a Boolean, found an object." },
        { """{ "type": "integer" }""", "1.0", "" },
        { """{ "type": "integer" }""", "1e400", "" },
        { """{ "type": "integer" }""", "10.5e-1", "The value: Type. Expected an integer, found 10.5e-1." },
        { """{ "type": "number" }""", "10.5e-1", "" },
        { Ab, "{}", "/a: Required. Expected a value, because the property is required, found nothing." },
        { Ab, """{ "a": [], "c": 1 }""", "/a: Type. Expected an integer, found an array.\n/c: UnknownProperty. Expected a property that the document describes, found 1." },
        { Ab, """{ "\u0061": 1 }""", "" },
        { """{ "type": "object" }""", """{ "anything": 1 }""", "" },
        { """{ "required": ["x"] }""", """{ "y": 1 }""", "/y: UnknownProperty. Expected a property that the document describes, found 1.\n/x: Required. Expected a value, because the property is required, found nothing." },
        { """{ "type": "object", "properties": { "a": {} }, "additionalProperties": false }""", """{ "a": 1, "b/~": 2 }""", "/b~1~0: ForbiddenProperty. Expected no property with this name, found 2." },
        { """{ "type": "object", "additionalProperties": { "type": "array", "items": { "type": "integer" } } }""", """{ "x": [1, "2"] }""", "/x/1: Type. Expected an integer, found \"2\"." },
        { """{ "type": "string", "enum": ["a", "b"] }""", "\"c\"", "The value: Enum. Expected 'a', 'b', found \"c\"." },
        { """{ "enum": [1, null, { "x": [1.0] }] }""", "1.0", "" },
        { """{ "enum": [1, null, { "x": [1.0] }] }""", """{ "x": [1] }""", "" },
        { """{ "enum": [1, null, { "x": [1.0] }] }""", "2", "The value: Enum. Expected '1', 'null', '{\"x\":[1.0]}', found 2." },
        { """{ "const": true }""", "false", "The value: Enum. Expected 'true', found false." },
        { """{ "type": "number", "minimum": 1, "maximum": 2 }""", "0", "The value: Bound. Expected at least 1, found 0." },
        { """{ "type": "number", "minimum": 1, "maximum": 2 }""", "2.5", "The value: Bound. Expected at most 2, found 2.5." },
        { """{ "type": "number", "exclusiveMinimum": 1, "exclusiveMaximum": 2 }""", "1", "The value: Bound. Expected more than 1, found 1." },
        { """{ "type": "number", "exclusiveMinimum": 1, "exclusiveMaximum": 2 }""", "2", "The value: Bound. Expected less than 2, found 2." },
        { """{ "type": "number", "multipleOf": 0.1 }""", "0.3", "" },
        { """{ "type": "number", "multipleOf": 0.1 }""", "0.35", "The value: Bound. Expected a multiple of 0.1, found 0.35." },
        { """{ "type": "string", "maxLength": 1 }""", "\"😀\"", "" },
        { """{ "type": "string", "minLength": 2, "maxLength": 3 }""", "\"\\u00e9\"", "The value: Length. Expected 2 to 3 characters, found 1." },
        { """{ "type": "string", "pattern": "^a+$" }""", "\"ab\"", "The value: Pattern. Expected a match of ^a+$, found \"ab\"." },
        { """{ "type": "string", "pattern": "/^\\p{L}+$/u" }""", "\"é\"", "" },
        { """{ "type": "array", "uniqueItems": true }""", """[{ "a": 1, "b": 2 }, 1, { "b": 2.0, "a": 1 }]""", "/2: UniqueItems. Expected an item that is not equal to another one, found the same as item 0." },
        { """{ "type": "array", "minItems": 1, "maxItems": 1 }""", "[]", "The value: ItemCount. Expected 1 items, found 0." },
        { """{ "type": "array", "enum": ["a"], "items": { "type": "string" } }""", "[\"b\"]", "/0: Enum. Expected 'a', found \"b\"." },
        { """{ "type": "object", "minProperties": 2 }""", "{ \"a\": 1 }", "The value: PropertyCount. Expected at least 2 properties, found 1." },
        { Tagged, """{ "kind": "cat", "size": 0 }""", "/size: Bound. Expected at least 1, found 0." },
        { Tagged, """{ "barks": 1, "kind": "dog", "size": 1 }""", "/barks: Type. Expected a Boolean, found 1.\n/size: UnknownProperty. Expected a property that the document describes, found 1." },
        { Tagged, """{ "kind": "bird" }""", "The value: NoAlternative. Expected an object whose kind is 'cat', 'lynx', 'dog', found \"bird\"." },
        { Tagged, "{}", "The value: NoAlternative. Expected an object whose kind is 'cat', 'lynx', 'dog', found an object without it." },
        { Tagged, "\"text\"", "" },
        { Tagged, "1", "The value: NoAlternative. Expected a string or an object, found 1." },
        { """{ "oneOf": [{ "type": "number", "maximum": 5 }, { "type": "number", "minimum": 3 }] }""", "4", "The value: SeveralAlternatives. Expected exactly one alternative, found a value that matches several." },
        { """{ "anyOf": [{ "type": "number", "maximum": 5 }, { "type": "number", "minimum": 3 }] }""", "4", "" },
        { """{ "anyOf": [{ "type": "number", "maximum": 3 }, { "type": "number", "minimum": 5 }] }""", "4", "The value: NoAlternative. Expected a value of one of the alternatives, found a value that matches none." },
        { """{ "anyOf": [{ "required": ["a", "b"] }, { "required": ["c"], "properties": { "c": { "type": "string" } } }] }""", """{ "c": 1 }""", "/c: Type. Expected a string, found 1." },
        { Parts, """{ "a": "1", "b": "xx", "c": 1 }""", "/a: Type. Expected an integer, found \"1\".\n/b: Length. Expected at most 1 characters, found 2.\n/c: UnknownProperty. Expected a property that the document describes, found 1." },
        { Patterns, """{ "x-a": "aa", "x-b": 1, "b": 2 }""", "" },
        { Patterns, """{ "x-a": 1, "x-c": "c" }""", "/x-a: Type. Expected a string, found 1.\n/x-c: Length. Expected at least 2 characters, found 1." },
        { Patterns, """{ "x-b": "c", "\u0062": "c" }""", "/x-b: Length. Expected at least 2 characters, found 1.\n/x-b: Type. Expected an integer, found \"c\".\n/b: Type. Expected an integer, found \"c\"." },
        { Patterns, """{ "c": 1 }""", "/c: ForbiddenProperty. Expected no property with this name, found 1." },
        { """{ "patternProperties": { "^x-": { "type": "string" } } }""", """{ "x-a": "a", "y": 1 }""", "/y: UnknownProperty. Expected a property that the document describes, found 1." },
        { """{ "patternProperties": { "^x-": { "type": "string" } }, "additionalProperties": { "type": "integer" } }""", """{ "x-a": "a", "y": 1, "z": "z" }""", "/z: Type. Expected an integer, found \"z\"." },
        { """{ "allOf": [{ "properties": { "a": {} } }, { "patternProperties": { "^x-": { "type": "string" } } }] }""", """{ "x-a": "a", "a": 1, "y": 1 }""", "/y: UnknownProperty. Expected a property that the document describes, found 1." },
        { """{ "patternProperties": { "FIRST_NAME": { "type": "string" } }, "additionalProperties": false }""", """{ "y": 1 }""", "" },
        { """{ "not": { "type": "string" } }""", "\"a\"", "The value: Not. Expected a value that does not match the schema in 'not', found \"a\"." },
        { Directions, "{}", "/id: Required. Expected a value, because the property is required, found nothing.\n/password: Required. Expected a value, because the property is required, found nothing." },
        { """{ "type": "object" }""", """{ "a": 1,""", "The value: InvalidJson. Expected JSON, found invalid JSON at byte 8." },
        { """{ "type": "string" }""", "\"a\\u0000\\u202e\\u0062\"", "" },
        { """{ "type": "integer" }""", "\"\u202e\"", "The value: Type. Expected an integer, found \"\\u202E\"." },
    };

    private static readonly Lazy<Func<string, byte[], int, string>> Check = new(() =>
    {
        string[] schemas = [.. Cases.Select(c => c.Data.Item1).Distinct()];
        string document = OpenApi.Schemas(new JsonObject(schemas.Select((s, i) => KeyValuePair.Create("S" + i, JsonNode.Parse(s)))).ToJsonString(), "3.1.0");
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(document)
        {
            Properties = { ["OpenApiContract"] = "true" },
            Source = """
                using Test;

                public static class Probe
                {
                    public static string Check(string schema, byte[] utf8, int direction) => string.Join("\n", ApiContract.Check(schema, utf8, (ApiDirection)direction));
                }
                """,
        });
        var check = output.Assembly.GetType("Probe")!.GetMethod("Check")!.CreateDelegate<Func<string, byte[], int, string>>();
        return (schema, utf8, direction) => check("S" + Array.IndexOf(schemas, schema), utf8, direction);
    });

    /// <summary>Microsoft.OpenApi combines alternatives that only have types, in OpenAPI 3.0 and before.</summary>
    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.1")]
    public void PatternsOfAnyVersion_ApplyToTheNamesThatMatch(string version)
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(OpenApi.Schemas("""{ "S": { "patternProperties": { "^i": { "type": "integer" }, "^s": { "type": "string" } } } }""", version))
        {
            Properties = { ["OpenApiContract"] = "true" },
            Source = """
                public static class Probe
                {
                    public static string Check() => string.Join("\n", Test.ApiContract.Check("S", "{ \"i\": 1, \"s\": \"1\", \"i2\": \"1\", \"s2\": 1 }"u8));
                }
                """,
        });

        Assert.Equal(
            "/i2: Type. Expected an integer, found \"1\".\n/s2: Type. Expected a string, found 1.",
            output.Assembly.GetType("Probe")!.GetMethod("Check")!.Invoke(null, null));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Value_HasTheseDeviations(string schema, string json, string expected) => Assert.Equal(expected, Check.Value(schema, System.Text.Encoding.UTF8.GetBytes(json), 0));

    [Theory]
    [InlineData(1, "{}", "/password: Required. Expected a value, because the property is required, found nothing.")]
    [InlineData(1, """{ "id": "1", "password": "x" }""", "/id: ReadOnly. Expected no read-only property in a request, found \"1\".")]
    [InlineData(2, "{}", "/id: Required. Expected a value, because the property is required, found nothing.")]
    [InlineData(2, """{ "id": "1", "password": "x" }""", "/password: WriteOnly. Expected no write-only property in a response, found \"x\".")]
    public void Direction_DecidesAboutReadOnlyAndWriteOnlyProperties(int direction, string json, string expected) => Assert.Equal(expected, Check.Value(Directions, System.Text.Encoding.UTF8.GetBytes(json), direction));
}
