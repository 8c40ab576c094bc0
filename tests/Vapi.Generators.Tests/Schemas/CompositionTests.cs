namespace Vapi.Generators.Tests.Schemas;

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

    private const string Base = """
        "X": { "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "integer" } } },
        "RequiresA": { "required": ["a"] }, "Nothing": {}, "Maybe": { "nullable": true }, "Assertion": { "properties": { "a": { "readOnly": true } } }
        """;

    private const string Plain = "string? A { get; set; }, long? B { get; set; }";

    private const string RequiredA = "required string A { get; set; }, long? B { get; set; }";

    private const string RequiredBoth = "required string A { get; set; }, required long B { get; set; }";

    /// <summary>Parts that only add assertions: the class is what it would be if all of it stood in one schema, in every version.</summary>
    [Theory]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "required": ["a"] }] }""", RequiredA)]
    [InlineData("""{ "allOf": [{ "required": ["a"] }, { "$ref": "#/components/schemas/X" }] }""", RequiredA)]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "type": "object", "required": ["a"] }] }""", RequiredA)]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }], "required": ["a"] }""", RequiredA)]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }], "type": "object", "required": ["a", "b"] }""", RequiredBoth)]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "$ref": "#/components/schemas/RequiresA" }] }""", RequiredA)]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "allOf": [{ "required": ["a"] }, { "allOf": [{ "required": ["b"] }] }] }] }""", RequiredBoth)]
    [InlineData("""{ "allOf": [{ "allOf": [{ "$ref": "#/components/schemas/X" }] }, { "required": ["a"] }] }""", RequiredA)]
    [InlineData("""{ "allOf": [{ "type": "object", "required": ["a", "b"], "properties": { "a": { "type": "string" } } }, { "properties": { "b": { "type": "integer" } } }] }""", RequiredBoth)]
    [InlineData("""{ "required": ["a"], "allOf": [{ "required": ["b"] }], "properties": { "a": { "type": "string" }, "b": { "type": "integer" } } }""", RequiredBoth)]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "properties": { "a": { "nullable": true } }, "required": ["a"] }] }""", "required string? A { get; set; }, long? B { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "required": ["a"], "properties": { "a": { "readOnly": true } } }] }""", "string A { get; set; }, long? B { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "$ref": "#/components/schemas/Assertion" }], "required": ["a"] }""", "string A { get; set; }, long? B { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "required": ["a"], "properties": { "a": { "allOf": [{ "readOnly": true }] } } }] }""", "string A { get; set; }, long? B { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "properties": { "b": {}, "a": { "minLength": 3 } } }] }""", Plain)]
    [InlineData("""{ "allOf": [{ "properties": { "b": { "description": "d" }, "a": { "$ref": "#/components/schemas/Nothing" } } }, { "$ref": "#/components/schemas/X" }] }""", Plain)]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }], "properties": { "a": { "deprecated": true } } }""", "string? A { get; set; }, long? B { get; set; }")]
    public void PartsThatOnlyAssert_SayItOfWhatTheOthersDeclare(string schema, string expected)
    {
        foreach (string document in (string[])[Components(schema, "3.0.3"), Components(schema, "3.1.0"), Swagger(schema)])
        {
            GeneratorOutput output = GeneratorHost.Run(document);

            Assert.Equal(expected != Plain, output.Has("Thing"));
            Assert.Equal(expected, string.Join(", ", output.Properties(output.Has("Thing") ? "Thing" : "X")));
            Assert.Empty(output.Diagnostics);
        }
    }

    /// <summary>In 3.1, what stands beside a reference counts.</summary>
    [Theory]
    [InlineData("""{ "$ref": "#/components/schemas/X", "required": ["a"] }""", RequiredA)]
    [InlineData("""{ "$ref": "#/components/schemas/X", "type": "object", "required": ["a"] }""", RequiredA)]
    [InlineData("""{ "$ref": "#/components/schemas/X", "properties": { "a": { "type": ["string", "null"] } } }""", Plain)]
    [InlineData("""{ "$ref": "#/components/schemas/X", "properties": { "a": { "readOnly": true } }, "required": ["a"] }""", "string A { get; set; }, long? B { get; set; }")]
    [InlineData("""{ "$ref": "#/components/schemas/X", "allOf": [{ "required": ["a"] }] }""", RequiredA)]
    public void AssertionsBesideAReference_SayItOfTheTarget(string schema, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(Components(schema, "3.1.0"));

        Assert.Equal(expected, string.Join(", ", output.Properties("Thing")));
        Assert.Empty(output.Diagnostics);
    }

    [Theory]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "nullable": true }] }""", "required X? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "nullable": true }, { "$ref": "#/components/schemas/X" }] }""", "required X? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "x-nullable": true }] }""", "required X? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "$ref": "#/components/schemas/Maybe" }] }""", "required X? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "type": "object", "nullable": true }] }""", "required X? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "type": ["object", "null"] }] }""", "required X? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }], "nullable": true }""", "required X? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "description": "d" }] }""", "required X Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/X" }, { "readOnly": true }] }""", "X Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "minimum": 1 }, { "type": "integer" }] }""", "required long Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "type": "string" }, { "maxLength": 5 }, { "nullable": true }] }""", "required string? Value { get; set; }")]
    [InlineData("""{ "allOf": [{ "required": ["a"] }, { "type": "object" }] }""", "required IReadOnlyDictionary<string, JsonElement> Value { get; set; }")]
    public void PropertyWhosePartsOnlyAssert_IsAsIfTheyWereOne(string schema, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas($$"""{ {{Base}}, "Thing": { "type": "object", "required": ["value"], "properties": { "value": {{schema}} } } }"""));

        Assert.Equal(expected, output.Property("Thing"));
        Assert.Empty(output.Diagnostics);
    }

    [Fact]
    public void WhatPartsSayOfAProperty_IsItsDocumentation()
    {
        GeneratorOutput output = GeneratorHost.Run(Components("""
            { "allOf": [{ "properties": { "a": { "type": "string", "minLength": 1 } } }, { "required": ["a"], "properties": { "a": { "maxLength": 9, "description": "The name.", "deprecated": true } } }],
              "properties": { "c": { "allOf": [{ "type": "integer" }, { "minimum": 1, "description": "How many." }] } } }
            """, "3.0.3"));

        string file = output.File("Thing");
        Assert.All(["The name.", "Length: 1 to 9.", "How many.", "Value: at least 1."], text => Assert.Contains(text, file, StringComparison.Ordinal));
        Assert.Contains("Obsolete", file, StringComparison.Ordinal);
    }

    /// <summary>What a derived class requires has to be set there, and is the same property as that of the base.</summary>
    [Fact]
    public void AssertionsOnPropertiesOfABase_HoldInTheDerivedClass()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(OpenApi.Schemas("""
            {
              "Pet": { "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "properties": { "kind": { "type": "string" }, "name": { "type": "string" }, "age": { "type": "integer" } } },
              "Cat": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "required": ["name"], "properties": { "hunts": { "type": "boolean" } } }] },
              "Kitten": { "allOf": [{ "$ref": "#/components/schemas/Cat" }, { "required": ["age"] }] }
            }
            """))
        {
            Source = UserCode.Returning("""
                Pet cat = new Cat { Name = "Tom" };
                cat.Name += "!";
                Cat kitten = new Kitten { Name = "K", Age = 1 };
                return JsonSerializer.Serialize(cat) + " " + ((Cat)cat).Name + " " + JsonSerializer.Serialize((Pet)kitten) + ((Pet)JsonSerializer.Deserialize<Pet>("{\"kind\":\"Cat\",\"name\":\"R\"}")!).Name;
                """),
        });

        Assert.Contains("string? Name { get; set; }", output.Properties("Pet"));
        Assert.Contains("required string Name { get; set; }", output.Properties("Cat"));
        Assert.Contains("required long Age { get; set; }", output.Properties("Kitten"));
        Assert.Equal("""{"kind":"Cat","name":"Tom!"} Tom! {"kind":"Kitten","name":"K","age":1}R""", output.Run<string>());
        output.RequireLossless("Pet", """{ "kind": "Kitten", "name": "a", "age": 1, "hunts": true }""");
        output.RequireLossless("Pet", """{ "kind": "Cat" }""");
    }

    private static string Components(string schema, string version) => OpenApi.Schemas($$"""{ {{Base}}, "Thing": {{schema}} }""", version);

    private static string Swagger(string schema) => $$"""
        { "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "paths": {}, "definitions": { {{Base}}, "Thing": {{schema}} } }
        """.Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal).Replace("\"nullable\"", "\"x-nullable\"", StringComparison.Ordinal);

    private static GeneratorOutput Run(string schema) => GeneratorHost.Run(OpenApi.Schemas($$"""{ {{Others}}, "Thing": { "type": "object", "properties": { "value": {{schema}} } } }"""));
}
