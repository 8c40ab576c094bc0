namespace Vapi.Generators.Tests.Naming;

/// <summary>What types are called that have no name in the document.</summary>
public class InlineNameTests
{
    private const string Kind = """{ "enum": ["a", "b"] }""";

    private const string OtherKind = """{ "enum": ["a", "c"] }""";

    [Fact]
    public void InlineTypes_AreNamedOwnerAndProperty() => Assert.Equal(
        ["OwnerKind? Kind { get; set; }", "OwnerHome? Home { get; set; }", "IReadOnlyList<OwnerPet>? Pets { get; set; }", "IReadOnlyDictionary<string, OwnerAddress>? Addresses { get; set; }"],
        GeneratorHost.Run(OpenApi.Schemas("""
            {
              "Owner": { "type": "object", "properties": {
                "kind": { "enum": ["a", "b"] }, "home": { "type": "object", "properties": { "city": { "type": "string" } } },
                "pets": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string" } } } },
                "addresses": { "type": "object", "additionalProperties": { "type": "object", "properties": { "street": { "type": "string" } } } }
              } }
            }
            """)).Properties("Owner"));

    [Theory]
    [InlineData("Owner", "CreateOwnerDTO", "OwnerKind")]
    [InlineData("UpdateOwnerRequest", "CreateOwnerDto", "OwnerKind")]
    [InlineData("CreateOwnerRequest", "CreateOwnerResponse", "OwnerKind")]
    [InlineData("OwnerInput", "OwnerOutput", "OwnerKind")]
    public void SameStructureAtTheSamePlaceOfAFamily_IsOneType(string first, string second, string expected)
    {
        GeneratorOutput output = Run((first, Kind), (second, Kind));

        Assert.Equal($"{expected}? Kind {{ get; set; }}", output.Property(first));
        Assert.Equal($"{expected}? Kind {{ get; set; }}", output.Property(second));
    }

    [Fact]
    public void SameStructureInAnotherFamily_IsATypeOfIts()
    {
        GeneratorOutput output = Run(("Owner", Kind), ("Pet", Kind));

        Assert.Equal("OwnerKind? Kind { get; set; }", output.Property("Owner"));
        Assert.Equal("PetKind? Kind { get; set; }", output.Property("Pet"));
    }

    [Fact]
    public void OtherStructureInTheSameFamily_IsNamedAfterItsOwner()
    {
        GeneratorOutput output = Run(("CreateOwnerDTO", OtherKind), ("Owner", Kind), ("UpdateOwnerDTO", Kind));

        Assert.Equal("CreateOwnerDTOKind? Kind { get; set; }", output.Property("CreateOwnerDTO"));
        Assert.Equal("OwnerKind? Kind { get; set; }", output.Property("Owner"));
        Assert.Equal("OwnerKind? Kind { get; set; }", output.Property("UpdateOwnerDTO"));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("Own")]
    [InlineData("Zebra")]
    [InlineData("ReadOwner")]
    public void Name_IsTheSameWhateverOtherSchemasAreAdded(string other)
    {
        GeneratorOutput output = Run((other, Kind), ("Owner", Kind), ("CreateOwnerDTO", OtherKind));

        Assert.Equal("OwnerKind? Kind { get; set; }", output.Property("Owner"));
        Assert.Equal("CreateOwnerDTOKind? Kind { get; set; }", output.Property("CreateOwnerDTO"));
    }

    [Fact]
    public void PropertyThatAnAllOfTakesFromAnotherSchema_HasTheTypeOfThat() => Assert.Equal(
        "BaseKind? Kind { get; set; }",
        GeneratorHost.Run(OpenApi.Schemas($$"""
            {
              "Derived": { "allOf": [{ "$ref": "#/components/schemas/Base" }, { "type": "object", "properties": { "more": { "type": "string" } } }] },
              "Base": { "type": "object", "properties": { "kind": {{Kind}} } }
            }
            """)).Properties("Derived")[0]);

    [Theory]
    [InlineData("OpenAIModel", "model_family", "OpenAIModelFamily")]
    [InlineData("OpenAIModel", "model", "OpenAIModelName")]
    [InlineData("ToolCall", "toolCallKind", "ToolCallKind")]
    [InlineData("Remodel", "model", "RemodelModel")]
    public void WordThatTheOwnerEndsWith_IsNotSaidTwice(string owner, string property, string expected)
        => Assert.True(GeneratorHost.Run(OpenApi.Schemas($$"""{ "{{owner}}": { "type": "object", "properties": { "{{property}}": {{Kind}} } } }""")).Has(expected));

    [Fact]
    public void WordThatTellsTwoPropertiesApart_IsSaidTwice() => Assert.Equal(
        ["TranscriptType? Type { get; set; }", "TranscriptTranscriptType? TranscriptType { get; set; }"],
        GeneratorHost.Run(OpenApi.Schemas($$"""{ "Transcript": { "type": "object", "properties": { "type": {{Kind}}, "transcriptType": {{OtherKind}} } } }""")).Properties("Transcript"));

    [Fact]
    public void LongName_LeavesOutTheOwnersInTheMiddle()
    {
        const string Leaf = """{ "type": "object", "properties": { "transcriptionLanguage": { "enum": ["a", "b"] } } }""";
        string nested = new[] { "acousticConfiguration", "backgroundSpeechDenoisingPlan" }.Aggregate(Leaf, (inner, name) => $$"""{ "type": "object", "properties": { "{{name}}": {{inner}} } }""");

        Assert.True(GeneratorHost.Run(OpenApi.Schemas($$"""{ "ConversationOwner": {{nested}} }""")).Has("ConversationOwnerAcousticConfigurationTranscriptionLanguage"));
    }

    [Theory]
    [InlineData("""{ "type": "object", "title": "Home address", "properties": { "x": { "type": "string" } } }""", "OwnerPlaceHomeAddress")]
    [InlineData("""{ "type": "object", "properties": { "type": { "const": "home-address" } } }""", "OwnerPlaceHomeAddress")]
    [InlineData("""{ "type": "object", "required": ["street"], "properties": { "note": { "type": "string" }, "street": { "type": "string" } } }""", "OwnerPlaceStreet")]
    [InlineData("""{ "type": "object", "properties": { "zip": { "type": "string" } } }""", "OwnerPlaceZip")]
    public void MemberOfAUnion_IsCalledWhatOnlyItIs(string member, string expected)
    {
        string schemas = $$"""{ "HomeAddress": { "type": "object", "properties": {} }, "Owner": { "type": "object", "properties": { "place": { "oneOf": [{ "type": "object", "required": ["point"], "properties": { "point": { "type": "integer" } } }, {{member}}] } } } }""";

        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas(schemas, "3.1.0"));

        Assert.Equal(["OwnerPlacePoint", expected, "JsonElement"], output.Cases("OwnerPlace"));
    }

    [Fact]
    public void ItemOfAListInAUnion_IsCalledByTheSingular() => Assert.Equal(
        ["string", "IReadOnlyList<OwnerHobby>", "JsonElement"],
        GeneratorHost.Run(OpenApi.Properties("""{ "hobbies": { "oneOf": [{ "type": "string" }, { "type": "array", "items": { "type": "object", "properties": { "since": { "type": "string" } } } }] } }""")
            .Replace("\"Thing\"", "\"Owner\"", StringComparison.Ordinal)).Cases("OwnerHobbies"));

    [Fact]
    public void TypesOfAnOperation_AreNamedAfterIt()
    {
        const string Schema = """{ "type": "object", "properties": { "kind": { "enum": ["a", "b"] } } }""";
        const string Operation = $$$"""
            "tags": ["things"], "requestBody": { "required": true, "content": { "application/json": { "schema": {{{Schema}}} } } },
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": {{{Schema}}} } } } }
            """;
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Paths($$"""{ "/a": { "post": { "operationId": "make", {{Operation}} }, "put": { "operationId": "replaceAll", {{Operation}} } } }"""));

        Assert.True(output.Has("ThingsMakeRequest") && output.Has("ThingsMakeResponse") && output.Has("ThingsReplaceAllRequest") && output.Has("ThingsReplaceAllResponse"));
    }

    [Fact]
    public void ParameterAndResponseOfTheComponents_AreOneTypeForAllOperations()
    {
        const string Operation = """
            "parameters": [{ "$ref": "#/components/parameters/sort" }],
            "responses": { "200": { "description": "" }, "400": { "$ref": "#/components/responses/Problem" } }
            """;
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Paths(
            $$"""{ "/a": { "get": { "operationId": "one", {{Operation}} }, "put": { "operationId": "two", {{Operation}} } } }""",
            """
                {}, "parameters": { "sort": { "name": "sort", "in": "query", "schema": { "enum": ["asc", "desc"] } } },
                "responses": { "Problem": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": { "reason": { "type": "string" } } } } } } }
                """));

        Assert.Equal("SortParameter? Sort { get; set; }", output.Property("OneQuery"));
        Assert.Equal("SortParameter? Sort { get; set; }", output.Property("TwoQuery"));
        Assert.True(output.Has("ProblemResponse"));
    }

    [Fact]
    public void ErrorsOfDifferentStructure_AreNamedAfterTheirStatus()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Operation("/a", "get", """
            "responses": {
              "200": { "description": "" },
              "404": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": { "missing": { "type": "string" } } } } } },
              "default": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": { "reason": { "type": "string" } } } } } }
            }
            """));

        Assert.True(output.Has("DoNotFoundError") && output.Has("DoOtherError"));
    }

    [Theory]
    [InlineData("Street address", "StreetAddress")]
    [InlineData("A sentence. Not a name.", "OwnerHome")]
    [InlineData("Taken", "OwnerHome")]
    [InlineData("0", "OwnerHome")]
    [InlineData("2 letters", "OwnerHome")]
    [InlineData("Home", "OwnerHome")]
    public void TitleOfAnInlineType_WinsWhenItIsUsableAndFree(string title, string expected) => Assert.Equal(
        $"{expected}? Home {{ get; set; }}",
        GeneratorHost.Run(OpenApi.Schemas($$"""
            {
              "Taken": { "type": "object", "properties": {} },
              "Owner": { "type": "object", "properties": { "home": { "title": "{{title}}", "type": "object", "properties": { "city": { "type": "string" } } } } }
            }
            """)).Property("Owner"));

    [Fact]
    public void InlineTypeWhoseNameASchemaHas_IsCalledOtherwise() => Assert.Equal(
        "OwnerHome2? Home { get; set; }",
        GeneratorHost.Run(OpenApi.Schemas("""
            {
              "Owner": { "type": "object", "properties": { "home": { "type": "object", "properties": { "city": { "type": "string" } } } } },
              "OwnerHome": { "type": "object", "properties": {} }
            }
            """)).Property("Owner"));

    private static GeneratorOutput Run(params (string Name, string Kind)[] schemas)
        => GeneratorHost.Run(OpenApi.Schemas($$"""{ {{string.Join(", ", schemas.Select(s => $$"""{{OpenApi.Json(s.Name)}}: { "type": "object", "properties": { "kind": {{s.Kind}} } }"""))}} }"""));
}
