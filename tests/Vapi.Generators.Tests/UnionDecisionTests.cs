using System.Text.Json;

namespace Vapi.Generators.Tests;

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

    private static void RequireCase(string union, string json, string expected)
    {
        Assert.Equal(expected, Output.Value.Read(union, json).Get("Value")!.GetType().Name);
        JsonAssert.Equal(json, JsonSerializer.Serialize(Output.Value.Read(union, json)));
    }
}
