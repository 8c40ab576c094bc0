namespace Vapi.Generators.Tests.Schemas;

/// <summary>ToString: what a log, a test or a debugger shows of a value.</summary>
public class ObjectTextTests
{
    private static readonly Lazy<GeneratorOutput> Output = new(() => GeneratorHost.Run(OpenApi.Schemas("""
        {
          "Thing": { "type": "object", "properties": { "name": { "type": "string" }, "apiKey": { "type": "string" }, "headers": { "type": "object", "additionalProperties": { "type": "string" } }, "either": { "$ref": "#/components/schemas/Either" },
            "secrets": { "type": "array", "items": { "type": "string" } }, "kind": { "$ref": "#/components/schemas/Kind" } } },
          "Either": { "oneOf": [{ "type": "string" }, { "type": "number" }, { "type": "array", "items": { "type": "integer" } }, { "$ref": "#/components/schemas/Thing" }] },
          "Kind": { "enum": ["a", "b"] },
          "Pet": { "type": "object", "properties": { "type": { "type": "string" } }, "discriminator": { "propertyName": "type" } }, "Cat": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "properties": { "age": { "type": "integer" } } }] }
        }
        """)));

    [Theory]
    [InlineData("Thing", """{"name":"ä \"b\"","more":[1.50,null,true]}""", """{"name":"ä \"b\"","more":[1.50,null,true]}""")]
    [InlineData("Thing", """{"name":"line\nbreak"}""", """{"name":"line\nbreak"}""")]
    [InlineData("Thing", """{"either":{"name":"x"},"kind":"c"}""", """{"either":{"name":"x"},"kind":"c"}""")]
    [InlineData("Either", "\"text\"", "text")]
    [InlineData("Either", "1.5", "1.5")]
    [InlineData("Either", "[1,2]", "[1,2]")]
    [InlineData("Either", "true", "true")]
    [InlineData("Kind", "\"c\"", "c")]
    [InlineData("Pet", """{"type":"Cat","age":3}""", """{"type":"Cat","age":3}""")]
    public void ToString_IsTheJson_OrTheTextItself(string type, string json, string expected) => Assert.Equal(expected, Output.Value.Read(type, json)!.ToString());

    [Theory]
    [InlineData("Thing", """{"apiKey":"X"}""", """{"apiKey":"(secret)"}""")]
    [InlineData("Thing", """{"headers":{"Authorization":"X","x-vapi-secret":"X","X-Team":"a"}}""", """{"headers":{"Authorization":"(secret)","x-vapi-secret":"(secret)","X-Team":"a"}}""")]
    [InlineData("Thing", """{"name":"a","secrets":["X"]}""", """{"name":"a","secrets":["(secret)"]}""")]
    [InlineData("Thing", """{"credentials":{"a":{"b":["X",1]}},"more":"a"}""", """{"credentials":{"a":{"b":["(secret)",1]}},"more":"a"}""")]
    [InlineData("Thing", """{"access_token":"X","maxTokens":5,"tokens":"a b"}""", """{"access_token":"(secret)","maxTokens":5,"tokens":"a b"}""")]
    [InlineData("Either", """{"apiKey":"X"}""", """{"apiKey":"(secret)"}""")]
    [InlineData("Thing", """{"apiKey":{"of":"X"}}""", """{"apiKey":{"of":"(secret)"}}""")]
    public void ToString_HasNoSecret(string type, string json, string expected) => Assert.Equal(expected, Output.Value.Read(type, json)!.ToString());

    [Fact]
    public void ToString_OfADefaultUnion_IsEmpty() => Assert.Equal("", Activator.CreateInstance(Output.Value.Type("Either"))!.ToString());
}
