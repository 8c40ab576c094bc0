using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Naming;

public class NamesTests
{
    [Theory]
    [InlineData("created_at", "CreatedAt")]
    [InlineData("MAX_SIZE", "MaxSize")]
    [InlineData("MAXSIZE", "MAXSIZE")]
    [InlineData("x-vapi-secret", "XVapiSecret")]
    [InlineData("orgId", "OrgId")]
    [InlineData("_id", "Id")]
    [InlineData("__v", "V")]
    [InlineData("$ref", "Ref")]
    [InlineData("@type", "Type")]
    [InlineData("a.b/c d", "ABCD")]
    [InlineData("class", "Class")]
    [InlineData("2fa", "_2fa")]
    [InlineData("11labs", "_11labs")]
    [InlineData("", "Empty")]
    [InlineData("!!", "ExclamationExclamation")]
    [InlineData("größe", "Größe")]
    [InlineData("имя", "Имя")]
    [InlineData("名前", "名前")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("😀", "UD83DUDE00")]
    public void Property_IsNamedAfterItsJsonName(string jsonName, string expected)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Properties($$"""{ {{OpenApi.Json(jsonName)}}: { "type": "integer" } }"""));

        Assert.Equal($"long? {expected} {{ get; set; }}", output.Property("Thing"));
        output.RequireLossless("Thing", $$"""{ {{OpenApi.Json(jsonName)}}: 1 }""");
    }

    [Theory]
    [InlineData("CreateAssistantDTO", "CreateAssistantDTO")]
    [InlineData("my.company.Thing", "MyCompanyThing")]
    [InlineData("List`1[System.String]", "List1SystemString")]
    [InlineData("page_of-things", "PageOfThings")]
    [InlineData("404Error", "_404Error")]
    public void Schema_KeepsItsName(string id, string expected)
        => Assert.True(GeneratorHost.Run(OpenApi.Schemas($$"""{ {{OpenApi.Json(id)}}: { "type": "object", "properties": {} } }""")).Has(expected));

    [Fact]
    public void NamesThatDifferByCaseOnly_AreMadeUniqueInDocumentOrder_AndReported()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Properties("""{ "id": { "type": "integer" }, "ID": { "type": "integer" }, "Id": { "type": "integer" }, "i_d": { "type": "integer" } }"""));

        Assert.Equal(["long? Id { get; set; }", "long? ID2 { get; set; }", "long? Id3 { get; set; }", "long? ID4 { get; set; }"], output.Properties("Thing"));
        Assert.Equal(3, output.Diagnostics.Count(d => d is { Id: "VAPI008", Severity: DiagnosticSeverity.Info }));
        output.RequireLossless("Thing", """{ "id": 1, "ID": 2, "Id": 3, "i_d": 4 }""");
    }

    [Fact]
    public void SchemasThatDifferByCaseOnly_AreTypesInFilesThatDifferByMore()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas("""{ "user": { "type": "object", "properties": {} }, "User": { "type": "object", "properties": {} }, "USER": { "type": "object", "properties": {} } }"""));

        Assert.True(output.Has("User") && output.Has("User2") && output.Has("USER3"));
        Assert.Equal(output.Files.Count, output.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("Thing")]
    [InlineData("thing")]
    [InlineData("marks")]
    [InlineData("_marks")]
    [InlineData("unknown")]
    [InlineData("additionalProperties")]
    [InlineData("readJson")]
    [InlineData("writeJson")]
    [InlineData("write")]
    [InlineData("read")]
    [InlineData("jsonNames")]
    [InlineData("equals")]
    [InlineData("getHashCode")]
    [InlineData("toString")]
    [InlineData("getType")]
    [InlineData("memberwiseClone")]
    [InlineData("finalize")]
    [InlineData("referenceEquals")]
    [InlineData("value")]
    [InlineData("result")]
    [InlineData("reader")]
    [InlineData("writer")]
    [InlineData("cursor")]
    [InlineData("api")]
    [InlineData("own")]
    [InlineData("json")]
    [InlineData("generic")]
    [InlineData("global")]
    [InlineData("System")]
    [InlineData("Test")]
    [InlineData("field")]
    [InlineData("string")]
    [InlineData("get_value")]
    [InlineData("set_value")]
    public void PropertyOfAHostileName_CompilesReadsAndWrites(string jsonName)
    {
        string name = OpenApi.Json(jsonName);
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Properties($$"""{ {{name}}: { "type": "string", "nullable": true }, "value": { "type": "integer" }, "other": { "enum": ["x"] } }"""
            .Replace("\"value\": { \"type\": \"string\", \"nullable\": true }, ", "", StringComparison.Ordinal)));

        output.RequireLossless("Thing", $$"""{ {{name}}: {{(jsonName == "value" ? "1" : "\"text\"")}}, "other": "x", "more": null }""");
    }

    public static TheoryData<string> HostileSchemas => new(
        "File", "Task", "System", "String", "Object", "Type", "HttpClient", "Uri", "DateTime", "DateTimeOffset", "DateOnly", "Guid", "Json", "ApiException", "RequestOptions",
        "IReadOnlyList", "IReadOnlyDictionary", "List", "Dictionary", "Exception", "Stream", "Api", "Own", "Generic", "Test", "TestClient", "ApiRuntime", "ApiClient", "ApiRequest", "ApiInfo",
        "FileContent", "ApiStream", "ApiOptions", "JsonElement", "JsonSerializer", "Utf8JsonReader", "IJsonModel", "ModelConverter", "CancellationToken", "Nullable", "Attribute",
        "Obsolete", "ObsoleteAttribute", "IEquatable", "ReadOnlySpan", "Int64", "Byte", "Boolean", "Enum", "Union", "IUnion", "Microsoft", "Vapi", "global", "api", "own", "json", "generic",
        "record", "var", "dynamic", "nint", "file", "required", "scoped", "field", "Equals", "ToString", "TestClientOptions", "ThingsClient");

    /// <summary>A document in which the name is that of a class, and of an enum, is used at properties, in a union, in a list and by an operation with every kind of parameter.</summary>
    [Theory]
    [MemberData(nameof(HostileSchemas))]
    public void SchemaOfAHostileName_CompilesReadsAndWrites(string id)
    {
        const string Inner = "{ \"type\": \"object\", \"required\": [\"at\"], \"properties\": { \"at\": { \"type\": \"string\", \"format\": \"date-time\" }, \"uri\": { \"type\": \"string\", \"format\": \"uri\" }, \"tag\": { \"enum\": [\"a\"] } } }";
        string reference = $$"""{ "$ref": "#/components/schemas/{{id}}" }""";
        string operation = $$"""
            {
              "tags": ["things"], "operationId": "things_get", "deprecated": true,
              "parameters": [{ "name": "since", "in": "query", "schema": { "type": "string", "format": "date-time" } }, { "name": "x", "in": "header", "schema": { "enum": ["a", "b"] } }],
              "requestBody": { "required": true, "content": { "application/json": { "schema": {{reference}} } } },
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": {{reference}} } } } }, "400": { "description": "", "content": { "application/json": { "schema": {{reference}} } } } }
            }
            """;
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Paths(
            $$"""{ "/things/{id}": { "post": {{operation}} } }""",
            $$"""
            {
              "{{id}}": {{Inner}},
              "Thing": { "type": "object", "properties": {
                {{OpenApi.Json(id)}}: {{reference}}, "list": { "type": "array", "items": {{reference}} }, "map": { "type": "object", "additionalProperties": {{reference}} },
                "either": { "oneOf": [{{reference}}, { "type": "array", "items": {{reference}} }, { "type": "string" }] }
              } }
            }
            """));

        const string Json = """{ "at": "2024-05-06T07:08:09Z", "uri": "a", "tag": "a" }""";
        output.RequireLossless("Thing", $$"""{ {{OpenApi.Json(id)}}: {{Json}}, "list": [{{Json}}], "map": { "k": {{Json}} }, "either": {{Json}} }""");
        output.RequireLossless("Thing", $$"""{ "either": [{{Json}}] }""");
    }

    [Fact]
    public void SchemasNamedLikeTheFilesOfTheRuntime_Compile()
    {
        IEnumerable<string> names = Directory.GetFiles(Repository.RuntimeSources, "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(Repository.RuntimeSources, f).Split('/', '\\')[0] is not ("obj" or "bin"))
            .Select(f => Path.GetFileNameWithoutExtension(f).Split('.')[0])
            .Distinct();

        GeneratorHost.Run(OpenApi.Schemas($$"""{ {{string.Join(", ", names.Select(n => $$"""{{OpenApi.Json(n)}}: { "type": "object", "properties": {} }"""))}} }"""));
    }

    [Theory]
    [InlineData("body")]
    [InlineData("query")]
    [InlineData("options")]
    [InlineData("cancellationToken")]
    [InlineData("request")]
    [InlineData("class")]
    [InlineData("event")]
    [InlineData("string")]
    [InlineData("async")]
    [InlineData("await")]
    [InlineData("field")]
    [InlineData("api")]
    [InlineData("json")]
    [InlineData("item")]
    [InlineData("reader")]
    [InlineData("failure")]
    [InlineData("_client")]
    [InlineData("123")]
    [InlineData("filter[name]")]
    [InlineData("größe")]
    public async Task ParameterOfAHostileName_IsSentUnderThatName(string name)
    {
        string wire = OpenApi.Json(name);
        string document = OpenApi.Operation("/things", "post", $$"""
            "parameters": [
              { "name": {{wire}}, "in": "query", "required": true, "schema": { "type": "array", "items": { "type": "string" } } },
              { "name": "limit", "in": "query", "schema": { "type": "integer" } }
            ],
            "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object" } } } },
            "responses": { "204": { "description": "" } }
            """);
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(document)
        {
            Source = UserCode.Calling("""await client.DoAsync(new[] { "v" }, new Dictionary<string, JsonElement>(), new() { Limit = 1 }); return "";"""),
        });
        var api = new FakeApi();

        await output.RunAsync<string>(api.CreateHttpClient());

        Assert.Equal($"/things?{Uri.EscapeDataString(name)}=v&limit=1", api.Requests.Single().PathAndQuery);
    }

    [Theory]
    [InlineData("Vapi API", "Vapi", "VapiClient")]
    [InlineData("Swagger Petstore - OpenAPI 3.0", "SwaggerPetstore30", "SwaggerPetstore30Client")]
    [InlineData("The REST API Specification", "The", "TheClient")]
    [InlineData("API", "Api", "ApiClient")]
    [InlineData("", "Api", "ApiClient")]
    [InlineData("3scale", "_3scale", "_3scaleClient")]
    [InlineData("System", "System", "SystemClient")]
    [InlineData("Microsoft", "Microsoft", "MicrosoftClient")]
    public void NamespaceAndClient_AreNamedAfterTheTitle(string title, string @namespace, string client)
    {
        string document = OpenApi.Schemas("""{ "Thing": { "type": "object", "properties": { "value": { "type": "string", "format": "date-time" } } } }""").Replace("\"Test\"", OpenApi.Json(title), StringComparison.Ordinal);

        Assert.NotNull(GeneratorHost.Run(document).Symbol($"{@namespace}.{client}"));
    }

    [Fact]
    public void HintNames_AreUniqueShortAndValidOnWindows()
    {
        string longName = new('n', 300);
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas(
            $$"""{ "{{longName}}1": { "type": "object", "properties": {} }, "{{longName}}2": { "type": "object", "properties": {} }, "CON": { "type": "object", "properties": {} }, "名前": { "type": "object", "properties": {} } }"""));

        Assert.All(output.Files.Keys, name => Assert.True(name.Length <= 130 && name.IndexOfAny(['<', '>', ':', '"', '/', '\\', '|', '?', '*']) < 0, name));
        Assert.Equal(output.Files.Count, output.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
