namespace Vapi.Generators.Tests.Schemas;

/// <summary>The declared type decides what listed values are, not whether they are quoted.</summary>
public class DeclaredTypeTests
{
    private const string Text = "string", Whole = "long", Fraction = "double";

    /// <summary>Schemas in JSON, and the values that the generated enum has.</summary>
    public static TheoryData<string, string, string[]> Listed => new()
    {
        { """{ "type": "string", "enum": [1, 2] }""", Text, ["1", "2"] },
        { """{ "type": "string", "enum": [1.0, 1.10, 1e3] }""", Text, ["1.0", "1.10", "1e3"] },
        { """{ "type": "string", "enum": [true, false] }""", Text, ["true", "false"] },
        { """{ "type": "string", "enum": [1, true, "a"] }""", Text, ["1", "true", "a"] },
        { """{ "type": "string", "nullable": true, "enum": [1, 2, null] }""", Text, ["1", "2"] },
        { """{ "type": ["string", "null"], "enum": [1, 2, null] }""", Text, ["1", "2"] },
        { """{ "type": "integer", "enum": ["1", "-2", "007"] }""", Whole, ["1", "-2", "7"] },
        { """{ "type": ["null", "integer"], "enum": ["1", "2", null] }""", Whole, ["1", "2"] },
        { """{ "type": "number", "enum": ["1", "2.50"] }""", Fraction, ["1", "2.5"] },
        { """{ "allOf": [{ "type": "string" }, { "enum": [1, 2] }] }""", Text, ["1", "2"] },
        { """{ "allOf": [{ "type": "string" }], "enum": [true, false] }""", Text, ["true", "false"] },
        { """{ "type": "string", "allOf": [{ "enum": [1, 2] }] }""", Text, ["1", "2"] },
        { """{ "type": "integer", "allOf": [{ "description": "d" }, { "allOf": [{ "enum": ["1", "2"] }] }] }""", Whole, ["1", "2"] },
        { """{ "allOf": [{ "$ref": "#/components/schemas/Text" }, { "enum": [1, 2] }] }""", Text, ["1", "2"] },
        { """{ "allOf": [{ "$ref": "#/components/schemas/Whole" }, { "enum": ["1", "2"] }] }""", Whole, ["1", "2"] },
    };

    [Theory]
    [MemberData(nameof(Listed))]
    public void ListedValues_AreOfTheDeclaredType(string schema, string type, string[] values)
        => Assert.All(["3.0.3", "3.1.0"], version => RequireEnum(GeneratorHost.Run(Document(schema, version)), type, values));

    [Theory]
    [InlineData("{ type: string, enum: [1.0, 1.10, 0x10, +1, 007, .5, 5.] }", "1.0", "1.10", "0x10", "+1", "007", ".5", "5.")]
    [InlineData("{ type: string, enum: [True, FALSE, 2020-01-01, yes, 1e3] }", "True", "FALSE", "2020-01-01", "yes", "1e3")]
    [InlineData("{ type: [string, 'null'], enum: [0o17, ~, null, 2] }", "0o17", "2")]
    [InlineData("{ allOf: [{ type: string }, { enum: [001, 002] }] }", "001", "002")]
    [InlineData("{ type: string, enum: &values [001, 002] }", "001", "002")]
    [InlineData("{ <<: { enum: [001, 002] }, type: string }", "001", "002")]
    [InlineData("{ <<: &a { type: string, enum: [True, off] } }", "True", "off")]
    public void TextInYaml_IsAsItIsWritten(string schema, params string[] values)
    {
        string document = $"openapi: 3.1.0\ninfo: {{ title: Test, version: '1' }}\npaths: {{}}\ncomponents:\n  schemas:\n    Thing:\n      type: object\n      properties:\n        value: {schema}\n";

        RequireEnum(GeneratorHost.Run(new GeneratorInput(new InputDocument(document, "/project/openapi.yaml"))), Text, values);
    }

    [Theory]
    [InlineData("""{ "type": "string", "const": 1.0 }""", "string Value { get; }", "\"1.0\"")]
    [InlineData("""{ "type": "string", "enum": [true] }""", "string Value { get; }", "\"true\"")]
    [InlineData("""{ "type": "integer", "const": "3" }""", "long Value { get; }", "3")]
    [InlineData("""{ "type": "number", "const": "0.5" }""", "double Value { get; }", "0.5")]
    [InlineData("""{ "type": "boolean", "const": "true" }""", "bool Value { get; }", "true")]
    [InlineData("""{ "type": "boolean", "enum": ["False"] }""", "bool Value { get; }", "false")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Flag" }, { "enum": ["true"] }] }""", "bool Value { get; }", "true")]
    public void Constant_IsOfTheDeclaredType(string schema, string expected, string json)
    {
        GeneratorOutput output = GeneratorHost.Run(Document(schema, "3.1.0"));

        Assert.Equal(expected, output.Property("Thing"));
        JsonAssert.Equal($$"""{ "value": {{json}} }""", System.Text.Json.JsonSerializer.Serialize(Activator.CreateInstance(output.Type("Thing"))));
        Assert.Empty(output.Diagnostics);
    }

    [Theory]
    [InlineData("""{ "type": "string", "default": 1.0 }""", "Default: \"1.0\".")]
    [InlineData("""{ "type": "integer", "default": "5" }""", "Default: 5.")]
    [InlineData("""{ "type": "boolean", "default": "false" }""", "Default: false.")]
    public void Default_IsOfTheDeclaredType(string schema, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(Document(schema, "3.0.3"));

        Assert.Contains(expected, output.File("Thing"), StringComparison.Ordinal);
        Assert.Empty(output.Diagnostics);
    }

    /// <summary>In 2.0 a parameter is a schema itself; the items of one are in all versions.</summary>
    [Theory]
    [InlineData("""{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "paths": { "/a": { "get": { "operationId": "do", "parameters": [{ "name": "level", "in": "query", "type": "string", "enum": [1, 2] }], "responses": { "204": { "description": "" } } } } } }""", "DoLevel")]
    [InlineData("""{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "paths": { "/a": { "get": { "operationId": "do", "parameters": [{ "name": "level", "in": "query", "type": "array", "items": { "type": "string", "enum": [1, 2] } }], "responses": { "204": { "description": "" } } } } } }""", "DoLevel")]
    [InlineData("""{ "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "paths": { "/a": { "get": { "operationId": "do", "parameters": [{ "name": "level", "in": "query", "schema": { "type": "string", "enum": [1, 2] } }], "responses": { "204": { "description": "" } } } } } }""", "DoLevel")]
    public void Parameter_IsOfTheDeclaredType(string document, string type)
        => Assert.Equal(["const string _1 = \"1\"", "const string _2 = \"2\""], GeneratorHost.Run(document).Constants(type));

    /// <summary>What is listed counts, whatever the type says, and that the type does not is said.</summary>
    [Theory]
    [InlineData("""{ "type": "integer", "enum": ["a", "b"] }""", "\"a\" does not match the type integer")]
    [InlineData("""{ "type": "integer", "enum": ["1.5", "2"] }""", "\"1.5\" does not match the type integer")]
    [InlineData("""{ "type": "boolean", "enum": ["yes", "no"] }""", "\"yes\" does not match the type boolean")]
    public void ValuesThatCannotHaveTheType_AreReported_AndCount(string schema, string reason)
    {
        GeneratorOutput output = GeneratorHost.Run(Document(schema, "3.0.3"));

        Assert.All(output.Constants("ThingValue"), c => Assert.StartsWith("const string ", c, StringComparison.Ordinal));
        Assert.Contains(reason, Assert.Single(output.Diagnostics, d => d.Id == "VAPI006").GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void DefaultThatCannotHaveTheType_IsReported_AndIgnored()
    {
        GeneratorOutput output = GeneratorHost.Run(Document("""{ "type": "integer", "default": "now" }""", "3.0.3"));

        Assert.DoesNotContain("Default:", output.File("Thing"), StringComparison.Ordinal);
        Assert.Equal("VAPI006", Assert.Single(output.Diagnostics).Id);
    }

    /// <summary>Text that a schema of objects lists is an enum, as it always was.</summary>
    [Fact]
    public void ListedTextOfAnObject_IsNotReported()
    {
        GeneratorOutput output = GeneratorHost.Run(Document("""{ "type": "object", "enum": ["a", "b"] }""", "3.0.3"));

        RequireEnum(output, Text, ["a", "b"]);
        Assert.Empty(output.Diagnostics);
    }

    private static string Document(string schema, string version) => OpenApi.Schemas(
        $$"""{ "Text": { "type": "string" }, "Whole": { "type": "integer" }, "Flag": { "type": "boolean" }, "Thing": { "type": "object", "properties": { "value": {{schema}} } } }""", version);

    private static void RequireEnum(GeneratorOutput output, string type, string[] values)
    {
        Type @enum = output.Type("ThingValue");
        System.Reflection.FieldInfo[] constants = [.. @enum.GetFields().Where(f => f.IsLiteral)];

        Assert.Equal(values, constants.Select(f => Convert.ToString(f.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(type, @enum.GetProperty("Value")!.PropertyType.Name switch { "Int64" => Whole, "Double" => Fraction, _ => Text });
    }
}
