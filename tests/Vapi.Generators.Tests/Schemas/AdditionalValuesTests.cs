using System.Text.Json;

namespace Vapi.Generators.Tests.Schemas;

/// <summary>Additional properties with a type, beside listed properties.</summary>
public class AdditionalValuesTests
{
    private const string Point = """ "Point": { "type": "object", "properties": { "x": { "type": "integer" } } } """;

    [Theory]
    [InlineData("""{ "type": "number" }""", "IDictionary<string, double>", "1.5", "\"no\"")]
    [InlineData("""{ "type": "integer" }""", "IDictionary<string, long>", "7", "1.5")]
    [InlineData("""{ "type": "integer", "nullable": true }""", "IDictionary<string, long?>", "null", "{}")]
    [InlineData("""{ "type": "string" }""", "IDictionary<string, string>", "\"a\"", "null")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "IDictionary<string, DateTimeOffset>", "\"2024-05-06T07:08:09\"", "\"soon\"")]
    [InlineData("""{ "type": "string", "enum": ["a", "b"] }""", "IDictionary<string, ThingAdditionalValue>", "\"c\"", "1")]
    [InlineData("""{ "$ref": "#/components/schemas/Point" }""", "IDictionary<string, Point>", """{ "x": 1, "y": 2 }""", "[]")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } } }""", "IDictionary<string, ThingAdditionalValue>", """{ "a": 1 }""", "3")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", "IDictionary<string, IReadOnlyList<long>>", """[1, "x"]""", "{}")]
    [InlineData("""{ "oneOf": [{ "type": "integer" }, { "$ref": "#/components/schemas/Point" }] }""", "IDictionary<string, ThingAdditionalValue>", """{ "x": 3 }""", null)]
    public void ValueThatMatches_HasTheDeclaredType_AndTheOtherIsKept(string schema, string type, string matching, string? other)
    {
        GeneratorOutput output = Run(schema);
        string json = $$"""{ "name": "n", "good": {{matching}}{{(other is null ? "" : $", \"bad\": {other}")}} }""";
        object? thing = output.Read("Thing", json);

        System.Collections.IEnumerable values = (System.Collections.IEnumerable)thing.Get("AdditionalValues")!;

        Assert.Equal(type, output.Symbol("Thing").GetMembers("AdditionalValues").OfType<Microsoft.CodeAnalysis.IPropertySymbol>().Single().Type.ToDisplayString(Microsoft.CodeAnalysis.SymbolDisplayFormat.MinimallyQualifiedFormat));
        Assert.Equal("good", Assert.Single(values.Cast<object>()).Get("Key"));
        Assert.Equal(other is null ? 1 : 2, ((IDictionary<string, JsonElement>)thing.Get("AdditionalProperties")!).Count);
        JsonAssert.Equal(json, JsonSerializer.Serialize(thing));
    }

    [Theory]
    [InlineData("values[\"a\"].X = 2;", """{"a":{"x":2}}""")]
    [InlineData("values[\"b\"] = new Point { X = 3 }; values[\"b\"].X++;", """{"a":{"x":1},"b":{"x":4}}""")]
    [InlineData("values.Add(\"b\", new() { X = 3 });", """{"a":{"x":1},"b":{"x":3}}""")]
    [InlineData("_ = values[\"a\"]; thing.AdditionalProperties[\"a\"] = JsonSerializer.SerializeToElement(5);", """{"a":5}""")]
    [InlineData("values.Remove(\"a\");", "{}")]
    [InlineData("thing.AdditionalProperties[\"kept\"] = JsonSerializer.SerializeToElement(5); values.Clear();", """{"kept":5}""")]
    public void Changes_AreWritten(string statements, string expected)
    {
        GeneratorOutput output = Run("""{ "$ref": "#/components/schemas/Point" }""", UserCode.Returning($$$"""
            var thing = JsonSerializer.Deserialize<Thing>("{\"a\":{\"x\":1}}")!;
            IDictionary<string, Point> values = thing.AdditionalValues;
            {{{statements}}}
            return JsonSerializer.Serialize(thing);
            """));

        Assert.Equal(expected, output.Run<string>());
    }

    [Fact]
    public void Adding_DoesNotReplaceAValueThatDoesNotMatch()
    {
        GeneratorOutput output = Run("""{ "type": "integer" }""", UserCode.Returning("""
            var thing = JsonSerializer.Deserialize<Thing>("{\"a\":\"text\"}")!;
            try { thing.AdditionalValues.Add("a", 1); return "added"; } catch (ArgumentException) { return thing.AdditionalValues.ContainsKey("a") + JsonSerializer.Serialize(thing); }
            """));

        Assert.Equal("""False{"a":"text"}""", output.Run<string>());
    }

    [Fact]
    public void ListedPropertyThatDoesNotMatch_IsNoAdditionalValue()
    {
        GeneratorOutput output = Run("""{ "type": "integer" }""");
        object? thing = output.Read("Thing", """{ "name": 7, "a": 1 }""");

        Assert.Equal(["a"], ((IDictionary<string, long>)thing.Get("AdditionalValues")!).Keys);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("{}")]
    public void WithoutAType_ThereAreNoAdditionalValues(string schema) => Assert.Empty(Run(schema).Symbol("Thing").GetMembers("AdditionalValues"));

    [Theory]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Point" }, { "type": "object", "additionalProperties": { "type": "integer" } }] }""")]
    [InlineData("""{ "allOf": [{ "type": "object", "properties": { "a": {} }, "additionalProperties": { "type": "integer" } }, { "$ref": "#/components/schemas/Point" }] }""")]
    [InlineData("""{ "type": "object", "properties": {}, "additionalProperties": { "type": "integer" } }""")]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "patternProperties": { "^x-": { "type": "integer" } } }""")]
    public void EveryWayToDeclareThem_IsOneProperty(string schema)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas($$"""{ {{Point}}, "Thing": {{schema}} }""", "3.1.0"));

        Assert.Equal(new Dictionary<string, long> { ["x-a"] = 5 }, (IDictionary<string, long>)output.Read("Thing", """{ "x-a": 5 }""").Get("AdditionalValues")!);
    }

    [Fact]
    public void FilteredDocument_KeepsTheirType()
    {
        string document = OpenApi.Schemas($$"""{ {{Point}}, "Thing": { "type": "object", "properties": { "a": {} }, "additionalProperties": { "$ref": "#/components/schemas/Point" } }, "Other": { "type": "object" } }""");
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(document) { Metadata = { ["OpenApiIncludeSchemas"] = "Thing" } }));

        Assert.Equal([true, false], new[] { "Point", "Other" }.Select(output.Has));
    }

    [Fact]
    public void PropertyOfTheDocument_KeepsTheName()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""{ "Thing": { "type": "object", "properties": { "additionalValues": { "type": "string" } }, "additionalProperties": { "type": "integer" } } }"""));

        Assert.Equal("string?", output.Symbol("Thing").GetMembers("AdditionalValues").OfType<Microsoft.CodeAnalysis.IPropertySymbol>().Single().Type.ToDisplayString());
        Assert.NotEmpty(output.Symbol("Thing").GetMembers("AdditionalValues2"));
    }

    [Fact]
    public void DerivedClass_HasThoseOfItsBase()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""
            { "Pet": { "type": "object", "properties": { "kind": { "type": "string" } }, "discriminator": { "propertyName": "kind" }, "additionalProperties": { "type": "integer" } },
              "Cat": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "type": "object", "properties": { "claws": { "type": "integer" } } }] } }
            """));
        object? cat = output.Read("Pet", """{ "kind": "Cat", "claws": 3, "age": 4 }""");

        Assert.Equal("Cat", cat!.GetType().Name);
        Assert.Equal(["age"], ((IDictionary<string, long>)cat.Get("AdditionalValues")!).Keys);
    }

    private static GeneratorOutput Run(string schema, string? source = null)
        => GeneratorHost.Run(new GeneratorInput(OpenApi.Schemas($$"""{ {{Point}}, "Thing": { "type": "object", "properties": { "name": { "type": "string" } }, "additionalProperties": {{schema}} } }""")) { Source = source ?? "" });
}
