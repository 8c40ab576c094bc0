namespace Vapi.Generators.Tests.Schemas;

public class ConstantTests
{
    [Theory]
    [InlineData("""{ "type": "string", "enum": ["tool"] }""", "string Value { get; }")]
    [InlineData("""{ "enum": ["tool"] }""", "string Value { get; }")]
    [InlineData("""{ "type": "integer", "enum": [3] }""", "long Value { get; }")]
    [InlineData("""{ "type": "number", "enum": [0.5] }""", "double Value { get; }")]
    public void OneValue_IsAGetOnlyProperty(string schema, string expected)
    {
        Assert.Equal(expected, GeneratorHost.Run(OpenApi.Property(schema)).Property("Thing"));
        Assert.Equal(expected, GeneratorHost.Run(OpenApi.Property(schema, required: true)).Property("Thing"));
    }

    [Theory]
    [InlineData("""{ "const": "tool" }""", "string Value { get; }", "\"tool\"")]
    [InlineData("""{ "type": "string", "const": "1" }""", "string Value { get; }", "\"1\"")]
    [InlineData("""{ "type": "integer", "const": 1 }""", "long Value { get; }", "1")]
    [InlineData("""{ "const": 1.5 }""", "double Value { get; }", "1.5")]
    [InlineData("""{ "type": "boolean", "const": true }""", "bool Value { get; }", "true")]
    [InlineData("""{ "const": false }""", "bool Value { get; }", "false")]
    public void Const_IsAGetOnlyPropertyOfItsKind(string schema, string expected, string json)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Property(schema, version: "3.1.0"));

        Assert.Equal(expected, output.Property("Thing"));
        JsonAssert.Equal($$"""{ "value": {{json}} }""", System.Text.Json.JsonSerializer.Serialize(Activator.CreateInstance(output.Type("Thing"))));
    }

    [Theory]
    [InlineData("""{ "value": "tool" }""")]
    [InlineData("{}")]
    [InlineData("""{ "value": "other" }""")]
    [InlineData("""{ "value": null }""")]
    [InlineData("""{ "value": { "a": 1 } }""")]
    public void ReadAndWritten_KeepsWhatWasOnTheWire(string json)
        => GeneratorHost.Run(OpenApi.Property("""{ "type": "string", "enum": ["tool"] }""")).RequireLossless("Thing", json);

    [Fact]
    public void NewObject_WritesItsConstants()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Properties("""{ "a": { "type": "string", "enum": ["x\"y"] }, "b": { "type": "integer", "enum": [-1] }, "c": { "type": "string" } }"""));

        JsonAssert.Equal("""{ "a": "x\"y", "b": -1 }""", System.Text.Json.JsonSerializer.Serialize(Activator.CreateInstance(output.Type("Thing"))));
    }

    [Theory]
    [InlineData("""{ "value": "other", "value": "tool" }""", """{ "value": "tool" }""")]
    [InlineData("""{ "value": "tool", "value": "other" }""", """{ "value": "other" }""")]
    public void DoubledConstant_LastOneWins(string json, string expected)
        => JsonAssert.Equal(expected, GeneratorHost.Run(OpenApi.Property("""{ "type": "string", "enum": ["tool"] }""")).RoundTrip("Thing", json));
}
