using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Schemas;

/// <summary>Classes that derive from each other, by allOf and a discriminator.</summary>
public class InheritanceTests
{
    private const string Schemas = """
        {
          "Pet": { "type": "object", "required": ["petType", "name", "data"], "discriminator": { "propertyName": "petType", "mapping": { "cat": "#/components/schemas/Cat", "hund": "Dog" } },
            "properties": { "name": { "type": "string" }, "petType": { "type": "string" }, "data": {}, "size": { "type": "integer" } } },
          "Cat": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "type": "object", "required": ["hunts"], "properties": { "hunts": { "type": "boolean" }, "friend": { "$ref": "#/components/schemas/Pet" } } }] },
          "Dog": { "allOf": [{ "$ref": "#/components/schemas/Pet" }], "type": "object", "properties": { "bark": { "type": "string" }, "data": { "type": "string" } } },
          "Puppy": { "allOf": [{ "$ref": "#/components/schemas/Dog" }], "properties": { "age": { "type": "integer" }, "petType": { "type": "string", "enum": ["young"] } } },
          "Lion": { "allOf": [{ "$ref": "#/components/schemas/Cat" }] },
          "Home": { "type": "object", "properties": { "pets": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } },
            "one": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }], "discriminator": { "propertyName": "petType" } } } }
        }
        """;

    private static readonly Lazy<GeneratorOutput> Output = new(() => GeneratorHost.Run(new GeneratorInput(OpenApi.Schemas(Schemas)) { Source = UserCode.Returning("""
        Pet cat = new Cat { Name = "Tom", Hunts = true, Data = JsonDocument.Parse("1").RootElement, Friend = new Puppy { Name = "Rex", Data = "d", Age = 1 } };
        return JsonSerializer.Serialize(cat) + JsonSerializer.Serialize(new Home { Pets = new[] { cat, new Lion { Name = "L", Hunts = true }, new Dog { Name = "D", Data = "x" } }, One = new Dog { Name = "E", Data = "y" } });
        """) }));

    [Theory]
    [InlineData("""{ "petType": "cat", "name": "a", "hunts": true }""", "Cat")]
    [InlineData("""{ "name": "a", "data": "b", "petType": "hund", "bark": "c" }""", "Dog")]
    [InlineData("""{ "petType": "young", "age": 1 }""", "Puppy")]
    [InlineData("""{ "petType": "Lion" }""", "Lion")]
    [InlineData("""{ "petType": "lizard", "name": "a", "cold": true }""", "Pet")]
    [InlineData("""{ "petType": 5, "name": "a" }""", "Pet")]
    [InlineData("""{ "petType": "cat", "name": 1, "hunts": "yes", "friend": [] }""", "Cat")]
    [InlineData("""{ "name": "a" }""", "Pet")]
    public void Value_IsReadAsTheClassThatItsTagMeans_AndKeepsEverything(string json, string expected)
    {
        Assert.Equal(expected, Output.Value.Read("Pet", json)!.GetType().Name);
        Output.Value.RequireLossless("Pet", json);
        Output.Value.RequireLossless("Home", $$"""{ "pets": [{{json}}], "one": {{json}} }""");
    }

    [Theory]
    [InlineData("Pet", """{ "kind": "lizard", "b": "x" }""", "Dog")]
    [InlineData("Pet", """{ "b": "x" }""", "Dog")]
    [InlineData("Pet", """{ "kind": 5 }""", "Dog")]
    [InlineData("Pet", """{ "kind": "Cat", "a": "x" }""", "Cat")]
    [InlineData("Pet", """{ "kind": "pet" }""", "Pet")]
    [InlineData("Pet", """{ "kind": "Puppy" }""", "Puppy")]
    [InlineData("Cat", """{ "kind": "lizard" }""", "Cat")]
    [InlineData("Dog", """{ "kind": "lizard" }""", "Dog")]
    [InlineData("Dog", """{ "kind": "Puppy" }""", "Puppy")]
    public void DefaultMapping_IsTheClassOfOtherTagsAndOfNone(string declared, string json, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""
            { "Pet": { "type": "object", "properties": { "kind": { "type": "string" } }, "discriminator": { "propertyName": "kind", "mapping": { "pet": "#/components/schemas/Pet" }, "defaultMapping": "#/components/schemas/Dog" } },
              "Cat": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "properties": { "a": { "type": "string" } } }] },
              "Dog": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "properties": { "b": { "type": "string" } } }] },
              "Puppy": { "allOf": [{ "$ref": "#/components/schemas/Dog" }] } }
            """, "3.2.0"));

        Assert.Equal(expected, output.Read(declared, json)!.GetType().Name);
        output.RequireLossless(declared, json);
    }

    [Theory]
    [InlineData("#/components/schemas/Cat", "Cat")]
    [InlineData("Cat", "Cat")]
    [InlineData("#/components/schemas/Pet", "Pet")]
    [InlineData("#/components/schemas/Stranger", "Pet")]
    public void DefaultMapping_IsADerivedClass_ByReferenceOrByName(string mapping, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas($$"""
            { "Pet": { "type": "object", "properties": { "kind": { "type": "string" } }, "discriminator": { "propertyName": "kind", "defaultMapping": "{{mapping}}" } },
              "Cat": { "allOf": [{ "$ref": "#/components/schemas/Pet" }] }, "Stranger": { "type": "object", "properties": { "b": { "type": "string" } } } }
            """, "3.2.0"));

        Assert.Equal(expected, output.Read("Pet", """{ "b": "x" }""")!.GetType().Name);
        Assert.Equal("Pet", output.Read("Pet", """{ "kind": "Pet" }""")!.GetType().Name);
    }

    [Fact]
    public void DerivedClass_HasThePropertiesOfItsBase_AndItsOwn()
    {
        Assert.Equal(["Pet", "Cat", "Pet", "Dog"], new[] { "Cat", "Lion", "Dog", "Puppy" }.Select(name => Output.Value.Type(name).BaseType!.Name));
        Assert.Equal(["required bool Hunts { get; set; }", "Pet? Friend { get; set; }"], Output.Value.Properties("Cat"));
        Assert.Equal(["required string Name { get; set; }", "string PetType { get; set; }", "JsonElement? Data { get; set; }", "long? Size { get; set; }"], Output.Value.Properties("Pet").Select(p => p.Replace("JsonElement Data", "JsonElement? Data", StringComparison.Ordinal)));
    }

    [Fact]
    public void NewObject_HasTheTagOfItsClass()
        => Assert.Equal(
            """{"name":"Tom","petType":"cat","data":1,"hunts":true,"friend":{"name":"Rex","petType":"young","data":"d","age":1}}""" +
            """{"pets":[{"name":"Tom","petType":"cat","data":1,"hunts":true,"friend":{"name":"Rex","petType":"young","data":"d","age":1}},{"name":"L","petType":"Lion","hunts":true},{"name":"D","petType":"hund","data":"x"}],"one":{"name":"E","petType":"hund","data":"y"}}""",
            Output.Value.Run<string>());

    /// <summary>A base that also lists its derived schemas is the union of them, and they have its properties.</summary>
    [Fact]
    public void BaseWithAlternatives_IsAUnionOfTheDerived()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""
            {
              "Pet": { "type": "object", "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }], "discriminator": { "propertyName": "type" }, "properties": { "type": { "type": "string" }, "name": { "type": "string" } } },
              "Cat": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "properties": { "hunts": { "type": "boolean" } } }] },
              "Dog": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "properties": { "barks": { "type": "boolean" } } }] }
            }
            """));

        Assert.Equal(["string? Type { get; set; }", "string? Name { get; set; }", "bool? Hunts { get; set; }"], output.Properties("Cat"));
        Assert.Equal("Dog", output.Read("Pet", """{ "type": "Dog", "barks": true }""").Get("Value")!.GetType().Name);
    }

    /// <summary>More properties than the narrow state has bits, in one of the classes.</summary>
    [Fact]
    public void ClassesOfAnySize_DeriveFromEachOther()
    {
        string many = string.Join(", ", Enumerable.Range(0, 70).Select(i => $$""" "p{{i}}": { "type": "integer", "nullable": true } """));
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas($$"""
            { "Base": { "type": "object", "discriminator": { "propertyName": "kind" }, "properties": { "a": { "type": "string", "nullable": true } } },
              "Big": { "allOf": [{ "$ref": "#/components/schemas/Base" }, { "type": "object", "properties": { {{many}} } }] } }
            """));

        output.RequireLossless("Base", """{ "kind": "Big", "a": null, "p69": null, "p1": 5 }""");
        output.RequireLossless("Base", """{ "kind": "other", "a": null, "p69": null }""");
    }

    [Fact]
    public void CircleOfBases_IsNone()
        => Assert.True(GeneratorHost.Run(new GeneratorInput(OpenApi.Schemas("""
            { "A": { "allOf": [{ "$ref": "#/components/schemas/B" }], "discriminator": { "propertyName": "k" }, "properties": { "k": { "type": "string" } } }, "B": { "allOf": [{ "$ref": "#/components/schemas/A" }], "properties": { "b": {} } } }
            """)) { Expected = null }).Has("A"));
}
