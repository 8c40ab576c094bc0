namespace Vapi.Generators.Tests;

/// <summary>What several schemas say of one value is what they have in common.</summary>
public class CompositionTests
{
    private const string Others = """
        "Named": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" }, "kind": { "type": "string" } } },
        "Cat": { "type": "object", "required": ["kind"], "properties": { "kind": { "enum": ["cat"] }, "hunts": { "type": "boolean" } } },
        "Dog": { "type": "object", "required": ["kind"], "properties": { "kind": { "enum": ["dog"] }, "barks": { "type": "boolean" } } },
        "Pet": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }] },
        "Color": { "type": "string", "enum": ["red", "green", "blue"] }, "Id": { "type": "string", "format": "uuid" }
        """;

    [Theory]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Color" }, { "type": "string" }] }""", "Color? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Color" }, { "enum": ["red", "blue"] }] }""", "ThingValue? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Color" }], "enum": ["red"] }""", "string Value { get; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Id" }, { "minLength": 3 }] }""", "Guid? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Id" }] }""", "Guid? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "type": "number" }, { "type": "integer" }] }""", "long? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "type": "array", "items": {} }, { "type": "array", "items": { "type": "string" } }] }""", "IReadOnlyList<string>? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Named" }, { "description": "only words" }] }""", "Named? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Named" }, { "type": "object", "additionalProperties": true }] }""", "Named? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "properties": { "kind": { "enum": ["dog"] } } }] }""", "Dog? Value { get; set; }")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "integer" }], "enum": ["a", "b"] }""", "ThingValue? Value { get; set; }")]
    [InlineData("""{ "anyOf": [{ "required": ["name"] }, { "required": ["kind"] }], "allOf": [{ "$ref": "#/components/schemas/Named" }] }""", "Named? Value { get; set; }")]
    public void Parts_AreNarrowedToWhatTheyShare(string schema, string expected) => Assert.Equal(expected, Run(schema).Property("Thing"));

    /// <summary>Alternatives beside properties: each alternative has them as well.</summary>
    [Theory]
    [InlineData("""{ "properties": { "id": { "type": "integer" } }, "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }] }""")]
    [InlineData("""{ "allOf": [{ "properties": { "id": { "type": "integer" } } }, { "$ref": "#/components/schemas/Pet" }] }""")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Pet" }], "anyOf": [{ "properties": { "id": { "type": "integer" } } }] }""")]
    public void AlternativesBesideProperties_HaveThemToo(string schema)
    {
        GeneratorOutput output = Run(schema);

        Assert.Equal("ThingValue? Value { get; set; }", output.Property("Thing"));
        object value = output.Read("Thing", """{ "value": { "kind": "dog", "barks": true, "id": 5 } }""").Get("Value").Get("Value")!;
        Assert.Equal(("ThingValueDog", 5L, true), (value.GetType().Name, value.Get("Id"), value.Get("Barks")));
        output.RequireLossless("Thing", """{ "value": { "kind": "dog", "barks": true, "id": 5, "more": null } }""");
    }

    /// <summary>Keywords for objects say nothing of a string, unless the type is declared.</summary>
    [Fact]
    public void PropertiesWithoutAType_LeaveOtherKindsAlone()
    {
        GeneratorOutput output = Run("""{ "properties": { "id": { "type": "integer" } }, "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "type": "string" }] }""");

        output.RequireLossless("Thing", """{ "value": "text" }""");
        output.RequireLossless("Thing", """{ "value": { "kind": "cat", "id": 1 } }""");
    }

    [Theory]
    [InlineData("""[[1, 2], [3]]""", "IReadOnlyList<IReadOnlyList<double>>")]
    [InlineData("""[[[1], [2]], []]""", "IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>>")]
    [InlineData("""[1]""", "IReadOnlyList<double>")]
    public void ArraysOfArrays_AreToldApartByWhatIsInThem(string json, string expected)
    {
        const string Numbers = """{ "type": "array", "items": { "type": "number" } }""";
        const string Rows = $$"""{ "type": "array", "items": {{Numbers}} }""";
        GeneratorOutput output = Run($$"""{ "anyOf": [{{Numbers}}, {{Rows}}, { "type": "array", "items": {{Rows}} }] }""");

        Type type = output.Read("Thing", $$"""{ "value": {{json}} }""").Get("Value").Get("Value")!.GetType().GetInterfaces().First(i => i.Name == "IReadOnlyList`1");
        Assert.Equal(expected, Name(type));
        output.RequireLossless("Thing", $$"""{ "value": {{json}} }""");

        static string Name(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]}<{Name(type.GetGenericArguments()[0])}>" : type == typeof(double) ? "double" : type.Name;
    }

    [Theory]
    [InlineData("""{ "size": 5 }""", "Vector")]
    [InlineData("""{ "size": { "size": 5 } }""", "Dictionary`2")]
    [InlineData("""{ "a": { "size": 5 }, "b": { "size": 6 } }""", "Dictionary`2")]
    public void ObjectAndMapOfObjects_AreToldApartByTheKindsOfValues(string json, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""
            { "Vector": { "type": "object", "required": ["size"], "properties": { "size": { "type": "integer" } } },
              "Thing": { "type": "object", "properties": { "value": { "anyOf": [{ "$ref": "#/components/schemas/Vector" }, { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/Vector" } }] } } } }
            """));

        Assert.Equal(expected, output.Read("Thing", $$"""{ "value": {{json}} }""").Get("Value").Get("Value")!.GetType().Name);
        output.RequireLossless("Thing", $$"""{ "value": {{json}} }""");
    }

    private static GeneratorOutput Run(string schema) => GeneratorHost.Run(OpenApi.Schemas($$"""{ {{Others}}, "Thing": { "type": "object", "properties": { "value": {{schema}} } } }"""));
}
