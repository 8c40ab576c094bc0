using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Vapi.Generators.Tests.Schemas;

public class UnionTests
{
    private const string Pets = """
        "Cat": { "type": "object", "properties": { "kind": { "type": "string", "enum": ["cat"] }, "lives": { "type": "integer" } } },
        "Dog": { "type": "object", "properties": { "kind": { "type": "string", "enum": ["dog", "puppy"] }, "tricks": { "type": "array", "items": { "type": "string" } } } }
        """;

    private const string CatOrDog = """[{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }]""";

    [Theory]
    [InlineData("oneOf")]
    [InlineData("anyOf")]
    public void Alternatives_AreTheCases_AndTheUnknownIsTheLast(string keyword)
    {
        GeneratorOutput output = Run($$"""{ "{{keyword}}": {{CatOrDog}} }""");

        Assert.Equal("ThingValue? Value { get; set; }", output.Property("Thing"));
        Assert.Equal(["Cat", "Dog", "JsonElement"], output.Cases("ThingValue"));
    }

    [Theory]
    [InlineData("""{ "oneOf": [{ "$ref": "#/components/schemas/Cat" }] }""", "Cat?")]
    [InlineData("""{ "anyOf": [{ "type": "string", "format": "uuid" }] }""", "Guid?")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "string" }] }""", "string?")]
    [InlineData("""{ "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Cat" }] }""", "Cat?")]
    public void OneMember_IsThatMember(string schema, string type) => Assert.Equal($"{type} Value {{ get; set; }}", Run(schema).Property("Thing"));

    [Fact]
    public void NestedUnions_AreOne()
    {
        GeneratorOutput output = Run("""{ "oneOf": [{ "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "type": "string" }] }, { "$ref": "#/components/schemas/Dog" }] }""");

        Assert.Equal(["Cat", "string", "Dog", "JsonElement"], output.Cases("ThingValue"));
    }

    [Fact]
    public void MemberOfAUnionWithinAnother_IsTheSameTypeInBoth()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""
            {
              "Inner": { "oneOf": [{ "type": "object", "properties": { "x": { "type": "string" } } }, { "type": "string" }] },
              "Thing": { "type": "object", "properties": { "value": { "oneOf": [{ "type": "number" }, { "$ref": "#/components/schemas/Inner" }] } } }
            }
            """));

        Assert.Equal(["InnerX", "string", "JsonElement"], output.Cases("Inner"));
        Assert.Equal(["double", "InnerX", "string", "JsonElement"], output.Cases("ThingValue"));
    }

    [Fact]
    public void SameMembersInTheSameOrder_AreReadByTheSameCode()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas($$"""
            {
              {{Pets}},
              "LongerOwner": { "type": "object", "properties": { "pet": { "oneOf": {{CatOrDog}} } } },
              "Owner": { "type": "object", "properties": { "animal": { "oneOf": {{CatOrDog}} } } }
            }
            """));

        Assert.Equal("LongerOwnerPet? Pet { get; set; }", output.Property("LongerOwner"));
        Assert.Equal("OwnerAnimal? Animal { get; set; }", output.Property("Owner"));
        Assert.Contains("ReadJson(ref json::Utf8JsonReader reader) => new(own::LongerOwnerPet.ReadValue(ref reader), default);", output.File("OwnerAnimal"), StringComparison.Ordinal);
        output.RequireLossless("Owner", """{ "animal": { "kind": "dog" } }""");
    }

    [Theory]
    [InlineData("""{ "kind": "cat", "lives": 9 }""", "Cat")]
    [InlineData("""{ "kind": "dog" }""", "Dog")]
    [InlineData("""{ "tricks": ["sit"], "kind": "puppy" }""", "Dog")]
    [InlineData("""{ "k\u0069nd": "c\u0061t" }""", "Cat")]
    [InlineData("""{ "nested": { "kind": "dog" }, "kind": "cat" }""", "Cat")]
    [InlineData("""{ "kind": "fish", "lives": 1 }""", "JsonElement")]
    [InlineData("""{ "kind": 1 }""", "JsonElement")]
    [InlineData("\"text\"", "JsonElement")]
    [InlineData("[1]", "JsonElement")]
    public void ImplicitTag_DecidesTheCase_AndNothingIsLost(string json, string expected)
        => RequireCase(Run($$"""{ "oneOf": {{CatOrDog}} }"""), json, expected);

    [Theory]
    [InlineData("""{ "type": "by-mapping" }""", "A")]
    [InlineData("""{ "type": "B" }""", "B")]
    [InlineData("""{ "type": "from-member" }""", "C")]
    [InlineData("""{ "type": "other" }""", "JsonElement")]
    public void Discriminator_IsCompletedFromConstantsAndSchemaNames(string json, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""
            {
              "A": { "type": "object", "required": ["type"], "properties": { "type": { "type": "string" } } },
              "B": { "type": "object", "required": ["type"], "properties": { "type": { "type": "string" } } },
              "C": { "type": "object", "required": ["type"], "properties": { "type": { "type": "string", "enum": ["from-member"] } } },
              "Thing": { "type": "object", "properties": { "value": {
                "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }, { "$ref": "#/components/schemas/C" }],
                "discriminator": { "propertyName": "type", "mapping": { "by-mapping": "#/components/schemas/A", "wrong": "#/components/schemas/C" } }
              } } }
            }
            """));

        RequireCase(output, json, expected);
    }

    [Theory]
    [InlineData("\"text\"", "String")]
    [InlineData("1.5", "Double")]
    [InlineData("true", "Boolean")]
    [InlineData("false", "Boolean")]
    [InlineData("[1, 2]", "Int64[]")]
    [InlineData("""{ "lives": 1 }""", "Cat")]
    public void JsonKind_DecidesTheCase(string json, string expected) => RequireCase(
        Run("""{ "oneOf": [{ "type": "string" }, { "type": "number" }, { "type": "boolean" }, { "type": "array", "items": { "type": "integer" } }, { "$ref": "#/components/schemas/Cat" }] }"""),
        json,
        expected);

    [Theory]
    [InlineData("""{ "id": "1", "name": "n" }""", "Person")]
    [InlineData("""{ "id": "1", "employees": 3 }""", "Company")]
    [InlineData("""{ "id": "1", "name": "n", "employees": 3, "unknown": 1 }""", "Company")]
    public void WithoutATag_KnownPropertyNamesDecide(string json, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""
            {
              "Person": { "type": "object", "required": ["name"], "properties": { "id": { "type": "string" }, "name": { "type": "string" } } },
              "Company": { "type": "object", "required": ["employees"], "properties": { "id": { "type": "string" }, "name": { "type": "string" }, "employees": { "type": "integer" } } },
              "Thing": { "type": "object", "properties": { "value": { "oneOf": [{ "$ref": "#/components/schemas/Person" }, { "$ref": "#/components/schemas/Company" }] } } }
            }
            """));

        RequireCase(output, json, expected);
    }

    [Theory]
    [InlineData("[1, 2]", "Int64[]")]
    [InlineData("""["a"]""", "String[]")]
    [InlineData("[]", "Int64[]")]
    public void ArraysOfDifferentItems_AreToldApartByTheirFirstItem(string json, string expected) => RequireCase(
        Run("""{ "oneOf": [{ "type": "array", "items": { "type": "integer" } }, { "type": "array", "items": { "type": "string" } }] }"""), json, expected);

    [Theory]
    [InlineData("""{ "op": "eq", "value": 1 }""", "NumberFilter")]
    [InlineData("""{ "op": "eq", "value": true }""", "FlagFilter")]
    public void SamePropertyOfAnotherKind_DecidesTheCase(string json, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""
            {
              "NumberFilter": { "type": "object", "required": ["op", "value"], "properties": { "op": { "type": "string" }, "value": { "type": "number" } } },
              "FlagFilter": { "type": "object", "required": ["op", "value"], "properties": { "op": { "type": "string" }, "value": { "type": "boolean" } } },
              "Thing": { "type": "object", "properties": { "value": { "oneOf": [{ "$ref": "#/components/schemas/NumberFilter" }, { "$ref": "#/components/schemas/FlagFilter" }] } } }
            }
            """));

        RequireCase(output, json, expected);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.CSharp15)]
    public void UserCode_AssignsMembersAndSwitchesOnTheValue(LanguageVersion version)
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(Document("""{ "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "type": "string" }, { "type": "array", "items": { "type": "string" } }] }"""))
        {
            LanguageVersion = version,
            Source = UserCode.Returning("""
                Thing[] things =
                {
                    new() { Value = new Cat { Lives = 9 } }, new() { Value = "text" }, new() { Value = new List<string> { "a", "b" } }, new() { Value = new[] { "c" } },
                    new() { Value = JsonDocument.Parse("1").RootElement }, new(),
                };
                return string.Join(", ", things.Select(t => t.Value?.Value switch
                {
                    Cat cat => "cat " + cat.Lives,
                    string text => text,
                    IReadOnlyList<string> list => "list of " + list.Count,
                    JsonElement unknown => "unknown " + unknown,
                    _ => "none",
                })) + " " + (things[1].Value == "text");
                """),
        });

        Assert.Equal("cat 9, text, list of 2, list of 1, unknown 1, none True", output.Run<string>());
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp14, true)]
    [InlineData(LanguageVersion.CSharp15, false)]
    public void Conversion_IsEmittedWhereTheLanguageDoesNotConvert(LanguageVersion version, bool isEmitted)
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(Document($$"""{ "oneOf": {{CatOrDog}} }""")) { LanguageVersion = version });

        Assert.Equal(isEmitted, output.Type("ThingValue").GetMethod("op_Implicit", [output.Type("Dog")]) is not null);
    }

    [Fact]
    public void CSharp15_SwitchOnTheUnionItselfIsExhaustive()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(Document($$"""{ "oneOf": {{CatOrDog}} }"""))
        {
            LanguageVersion = LanguageVersion.CSharp15,
            Source = UserCode.Returning("""
                ThingValue pet = new Dog();
                ThingValue? none = new Thing().Value;
                string first = pet switch { Cat => "cat", Dog => "dog", JsonElement => "unknown" };
                string second = none switch { Cat => "cat", Dog => "dog", JsonElement => "unknown", null => "none" };
                return first + " " + second;
                """),
        });

        Assert.Equal("dog none", output.Run<string>());
    }

    [Theory]
    [InlineData("ThingValue", "Cat => 1, Dog => 2, JsonElement => 3", null)]
    [InlineData("ThingValue", "Cat => 1, JsonElement => 3", "Test.Dog")]
    [InlineData("ThingValue", "Cat => 1, Dog => 2", "System.Text.Json.JsonElement")]
    [InlineData("ThingValue?", "Cat => 1, Dog => 2, JsonElement => 3, null => 0", null)]
    [InlineData("ThingValue?", "Dog => 2, JsonElement => 3, null => 0", "Test.Cat")]
    [InlineData("ThingValue?", "Cat => 1, Dog => 2, JsonElement => 3", "null")]
    public void CSharp15_SwitchThatLeavesACaseOut_Warns(string type, string arms, string? missing) => Assert.All(
        [Framework.Net10, Framework.Net472],
        framework =>
        {
            var input = new GeneratorInput(Document($$"""{ "oneOf": {{CatOrDog}} }"""))
            {
                Framework = framework,
                LanguageVersion = LanguageVersion.CSharp15,
                Source = $$"""
                    #nullable enable
                    using System.Text.Json;
                    using Test;

                    public static class Probe
                    {
                        public static int Run({{type}} pet) => pet switch { {{arms}} };
                    }
                    """,
            };

            string[] warnings = [.. GeneratorHost.Build(input).Select(d => d.GetMessage(CultureInfo.InvariantCulture))];
            string found = string.Join("\n", warnings);
            Assert.True(missing is null ? found == "" : warnings.Length == 1 && found.Contains($"'{missing}' is not covered", StringComparison.Ordinal), found);
        });

    [Theory]
    [InlineData("""{ "value": null }""")]
    [InlineData("{}")]
    public void NoMember_IsNoValue(string json)
    {
        GeneratorOutput output = Run($$"""{ "oneOf": {{CatOrDog}} }""");

        Assert.Null(output.Read("Thing", json).Get("Value"));
        output.RequireLossless("Thing", json);
    }

    private static string Document(string schema) => OpenApi.Schemas($$"""{ {{Pets}}, "Thing": { "type": "object", "properties": { "value": {{schema}} } } }""");

    private static GeneratorOutput Run(string schema) => GeneratorHost.Run(Document(schema));

    private static void RequireCase(GeneratorOutput output, string json, string expected)
    {
        string document = $$"""{ "value": {{json}} }""";

        Assert.Equal(expected, output.Read("Thing", document).Get("Value").Get("Value")!.GetType().Name);
        output.RequireLossless("Thing", document);
    }
}
