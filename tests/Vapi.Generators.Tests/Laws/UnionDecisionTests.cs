using System.Text.Json;

namespace Vapi.Generators.Tests.Laws;

/// <summary>A value that is valid for one member only is read as that one, also where no tag decides.</summary>
public class UnionDecisionTests
{
    private static readonly Lazy<GeneratorOutput> Output = new(() => GeneratorHost.Run(OpenApi.Schemas("""
        {
          "Say": { "type": "object", "properties": { "kind": { "enum": ["say"] }, "text": { "type": "string" } } },
          "Add": { "type": "object", "required": ["kind"], "properties": { "kind": { "enum": ["add"] }, "text": { "type": "string" } } },
          "End": { "type": "object", "required": ["kind"], "properties": { "kind": { "enum": ["end"] } } },
          "Command": { "oneOf": [{ "$ref": "#/components/schemas/Say" }, { "$ref": "#/components/schemas/Add" }, { "$ref": "#/components/schemas/End" }] },

          "Number": { "type": "object", "required": ["number"], "properties": { "number": { "type": "string" } } },
          "Answer": { "type": "object", "properties": { "target": { "$ref": "#/components/schemas/Number" }, "error": { "type": "string" } } },
          "Handoff": { "type": "object", "required": ["target"], "properties": { "target": { "type": "object" }, "error": { "type": "string" } } },
          "Response": { "oneOf": [{ "$ref": "#/components/schemas/Answer" }, { "$ref": "#/components/schemas/Handoff" }] },

          "Custom": { "type": "object", "required": ["type"], "properties": { "type": { "enum": ["custom"] } } },
          "Start": { "type": "object", "required": ["type"], "properties": { "type": { "enum": ["start"] } } },
          "Failed": { "type": "object", "required": ["type"], "properties": { "type": { "enum": ["failed"] } } },
          "Knowledge": { "type": "object", "properties": { "message": { "allOf": [{ "$ref": "#/components/schemas/Custom" }] }, "documents": { "type": "array", "items": { "type": "string" } } } },
          "Transfer": { "type": "object", "properties": { "message": { "oneOf": [{ "$ref": "#/components/schemas/Start" }, { "$ref": "#/components/schemas/Failed" }] } } },
          "Reaction": { "oneOf": [{ "$ref": "#/components/schemas/Knowledge" }, { "$ref": "#/components/schemas/Transfer" }] }
        }
        """)));

    [Theory]
    [InlineData("""{ "kind": "say", "text": "a" }""", "Say")]
    [InlineData("""{ "text": "a" }""", "Say")]
    [InlineData("""{ "text": "a", "new": 1 }""", "Say")]
    [InlineData("{}", "Say")]
    [InlineData("""{ "kind": "add" }""", "Add")]
    [InlineData("""{ "kind": "new", "text": "a" }""", "JsonElement")]
    [InlineData("""{ "new": 1 }""", "JsonElement")]
    public void TagThatOneMemberDoesNotRequire_MayBeMissingThere(string json, string expected) => RequireCase("Command", json, expected);

    [Theory]
    [InlineData("""{ "target": {} }""", "Handoff")]
    [InlineData("""{ "target": { "x": 1 }, "error": "e" }""", "Handoff")]
    [InlineData("""{ "error": "e" }""", "Answer")]
    [InlineData("{}", "Answer")]
    public void MemberThatRequiresWhatIsThere_ComesBeforeOneThatDoesNot(string json, string expected) => RequireCase("Response", json, expected);

    [Theory]
    [InlineData("""{ "message": { "type": "custom" } }""", "Knowledge")]
    [InlineData("""{ "message": { "type": "failed" } }""", "Transfer")]
    [InlineData("""{ "message": { "more": 1, "type": "start" } }""", "Transfer")]
    public void ConstantOfASharedProperty_DecidesTheCase(string json, string expected) => RequireCase("Reaction", json, expected);

    /// <summary>What each of two or three members (A, B, C) says of their property <c>p</c>, objects, and which member they are; <c>?</c> for the unknown case.</summary>
    [Theory]
    // Constants of every kind.
    [InlineData("""{ "enum": [1] } / { "enum": [2] }""", """{ "p": 1 } / { "p": 2 } / { "p": 2.0 } / { "p": 3 } / { "p": "1" } / { "p": true, "text": "t" }""", "A / B / B / ? / ? / ?")]
    [InlineData("""{ "enum": [0.5] } / { "enum": [1.5] }""", """{ "p": 0.50 } / { "p": 15e-1 } / { "p": 2, "text": "t" }""", "A / B / ?")]
    [InlineData("""{ "type": "boolean", "enum": [true] } / { "type": "boolean", "enum": [false] }""", """{ "p": true } / { "p": false } / { "p": "true", "text": "t" } / { "p": 1 }""", "A / B / ? / ?")]
    [InlineData("""{ "enum": ["a"] } / { "enum": ["b"] }""", """{ "p": "a" } / { "p": "b" } / { "p": "c", "text": "t" } / { "p": 1, "text": "t" }""", "A / B / ? / ?")]
    [InlineData("""{ "enum": ["a"] } / { "enum": [1] } / { "type": "boolean", "enum": [true] }""", """{ "p": "a" } / { "p": 1 } / { "p": true } / { "p": false, "text": "t" } / { "p": {}, "text": "t" } / { "p": ["a"] }""", "A / B / C / ? / ? / ?")]
    // Several values: where no value is that of two members, they tell the members apart.
    [InlineData("""{ "enum": ["a", "b"] } / { "enum": ["c"] }""", """{ "p": "b" } / { "p": "c" } / { "p": "d", "text": "t" } / { "p": 1 }""", "A / B / ? / ?")]
    [InlineData("""{ "enum": ["a", "b"] } / { "enum": ["c", "d"] }""", """{ "p": "b" } / { "p": "d" } / { "p": "e", "text": "t" }""", "A / B / ?")]
    [InlineData("""{ "type": "integer", "enum": [1, 2] } / { "type": "integer", "enum": [3, 4] }""", """{ "p": 2 } / { "p": 3 } / { "p": 4.0 }""", "A / B / B")]
    // An open enum beside a constant takes what is new.
    [InlineData("""{ "enum": ["a", "b"] } / { "enum": ["a"] }""", """{ "p": "b" } / { "p": "c" }""", "A / A")]
    // A member that says nothing of the property takes what the others do not.
    [InlineData("""{ "enum": ["a"] } / { "enum": ["b"] } / { "type": "string" }""", """{ "p": "a" } / { "p": "b" } / { "p": "c" }""", "A / B / C")]
    [InlineData("""{ "enum": [1] } / { "enum": [2] } / { "type": "integer" }""", """{ "p": 1 } / { "p": 3 }""", "A / C")]
    public void ObjectThatContradictsEveryMember_IsUnknown(string properties, string objects, string cases)
    {
        string[] members = properties.Split(" / ");
        foreach (bool isRequired in (bool[])[true, false])
        {
            IEnumerable<string> schemas = members.Select((p, i) =>
                $$"""
                "{{(char)('A' + i)}}": { "type": "object", {{(isRequired ? "\"required\": [\"p\"], " : "")}}"properties": { "text": { "type": "string" }, "p": {{p}} } }
                """);
            RequireCases(string.Join(", ", schemas), string.Join(", ", members.Select((_, i) => Reference((char)('A' + i)))), "", objects, cases);
        }
    }

    private const string Open = """
        "A": { "type": "object", "properties": { "text": { "type": "string" }, "p": { "enum": ["a"] } } }, "B": { "type": "object", "properties": { "text": { "type": "string" }, "p": { "enum": ["b"] } } },
        "C": { "type": "object", "properties": { "other": { "type": "string" } } }, "D": { "type": "object", "properties": { "text": { "type": "string" }, "p": { "type": "string" } } },
        "E": { "allOf": [{ "$ref": "#/components/schemas/D" }, { "properties": { "p": { "enum": ["e"] } } }] }, "F": { "allOf": [{ "$ref": "#/components/schemas/D" }, { "properties": { "p": { "enum": ["f", "g"] } } }] },
        "AB": { "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }] }
        """;

    [Theory]
    // Members without a tag beside members with one.
    [InlineData("A B C", "", """{ "p": "a" } / { "p": "c", "text": "t" } / { "p": "c", "other": "o" } / { "other": "o" }""", "A / ? / C / C")]
    // Unions within unions, and members made by allOf.
    [InlineData("AB E", "", """{ "p": "b" } / { "p": "e" } / { "p": "c", "text": "t" }""", "B / E / ?")]
    [InlineData("E F A", "", """{ "p": "g" } / { "p": "e" } / { "p": "a" } / { "p": "c", "text": "t" }""", "F / E / A / ?")]
    // Discriminators: by the mapping or a constant; a value of neither, or none, is unknown, or the default.
    [InlineData("A D", """ "propertyName": "p", "mapping": { "d": "#/components/schemas/D", "e": "#/components/schemas/D" } """, """{ "p": "a" } / { "p": "e" } / { "p": "c", "text": "t" }""", "A / D / ?")]
    [InlineData("A B D", """ "propertyName": "p", "mapping": { "a": "#/components/schemas/D", "d": "#/components/schemas/D" }, "defaultMapping": "#/components/schemas/D" """, """{ "p": "a" } / { "p": "b" } / { "p": "c" } / { "text": "t" }""", "A / B / D / D")]
    public void MixedMembers_AreJudgedEachByItself(string members, string discriminator, string objects, string cases)
        => RequireCases(Open, string.Join(", ", members.Split(' ').Select(m => Reference(m))), discriminator, objects, cases);

    private static string Reference(object name) => $$"""{ "$ref": "#/components/schemas/{{name}}" }""";

    private static void RequireCases(string schemas, string members, string discriminator, string objects, string cases)
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(OpenApi.Schemas(
            $$"""{ {{schemas}}, "Any": { "oneOf": [{{members}}]{{(discriminator.Length == 0 ? "" : ", \"discriminator\": { " + discriminator + " }")}} } }""", "3.2.0")) { Expected = null });
        string[] expected = cases.Split(" / ");
        string[] found = [.. objects.Split(" / ").Select(json => output.Read("Any", json).Get("Value")!.GetType().Name.Replace("JsonElement", "?", StringComparison.Ordinal))];

        Assert.Equal(expected, found);
        Assert.All(objects.Split(" / "), json => JsonAssert.Equal(json, JsonSerializer.Serialize(output.Read("Any", json))));
    }

    private static void RequireCase(string union, string json, string expected)
    {
        Assert.Equal(expected, Output.Value.Read(union, json).Get("Value")!.GetType().Name);
        JsonAssert.Equal(json, JsonSerializer.Serialize(Output.Value.Read(union, json)));
    }
}
