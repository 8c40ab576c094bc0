using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Hostile;

/// <summary>No input makes the generator throw (CS8785) or emit code that does not compile.</summary>
public class RobustnessTests
{
    internal const string Document = """
        {
          "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "servers": [{ "url": "https://{host}", "variables": { "host": { "default": "api.test" } } }],
          "security": [{ "key": [] }], "tags": [{ "name": "things", "description": "d" }],
          "paths": { "/things/{id}": {
            "parameters": [{ "$ref": "#/components/parameters/Id" }],
            "post": {
              "operationId": "do", "tags": ["things"], "summary": "s", "deprecated": true, "security": [{ "key": [] }],
              "parameters": [{ "name": "limit", "in": "query", "required": false, "explode": true, "schema": { "type": "integer", "format": "int32", "minimum": 1, "default": 2 } }],
              "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } } } } }, "default": { "$ref": "#/components/responses/Problem" } }
            }
          } },
          "components": {
            "parameters": { "Id": { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } },
            "responses": { "Problem": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } },
            "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
            "schemas": {
              "Kind": { "type": "string", "enum": ["a", "b"], "x-enum-varnames": ["A", "B"] },
              "Either": { "oneOf": [{ "$ref": "#/components/schemas/Thing" }, { "type": "string" }], "discriminator": { "propertyName": "kind", "mapping": { "a": "#/components/schemas/Thing" } } },
              "Thing": {
                "type": "object", "required": ["kind"], "nullable": true, "additionalProperties": { "type": "string" },
                "properties": {
                  "kind": { "$ref": "#/components/schemas/Kind" }, "tag": { "enum": ["x"] }, "map": { "type": "object", "additionalProperties": { "type": "number" } },
                  "both": { "allOf": [{ "$ref": "#/components/schemas/Thing" }, { "properties": { "more": { "type": "boolean" } } }] }, "either": { "anyOf": [{ "type": "integer" }, { "type": "array", "items": {} }] }
                }
              }
            }
          }
        }
        """;

    /// <summary>How many places are tried with each value where long tests are off.</summary>
    private const int SampledPlaces = 12;

    private static readonly Lazy<GeneratorOutput> Unchanged = new(() => GeneratorHost.Run(Document));

    /// <summary>The files whose syntax was looked at: most are the same for most of the documents.</summary>
    private static readonly HashSet<string> Seen = [];

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("-1e400")]
    [InlineData("\"\"")]
    [InlineData("\"text\"")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("[[\"text\"]]")]
    [InlineData("{}")]
    [InlineData("{ \"\": null }")]
    [InlineData("{ \"$ref\": \"#/components/schemas/Thing\" }")]
    [InlineData("{ \"$ref\": \"#/components/schemas/Nowhere\" }")]
    [InlineData("{ \"$ref\": \"other.json#/x\" }")]
    [InlineData("{ \"$ref\": 1 }")]
    public void AnyValueReplacedByAnother_NeverThrows(string replacement)
    {
        var failures = new List<string>();
        foreach (string path in LongTests.Sample([.. Paths(JsonNode.Parse(Document)!)], SampledPlaces))
        {
            JsonNode changed = JsonNode.Parse(Document)!;
            Replace(changed, path, replacement);
            RequireHarmless(changed.ToJsonString(), path, failures);
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures.Take(20)));
    }

    [Fact]
    public void DocumentCutAnywhere_IsAnErrorAndNeverThrows()
    {
        for (int length = 0; length < Document.Length; length += 7)
        {
            GeneratorRunResult result = GeneratorHost.Generate(Document[..length]);

            Assert.Equal("VAPI001", Assert.Single(result.Diagnostics).Id);
            Assert.Empty(result.GeneratedSources);
        }
    }

    [Theory]
    [InlineData("""{ "A": { "$ref": "#/components/schemas/A" } }""")]
    [InlineData("""{ "A": { "$ref": "#/components/schemas/B" }, "B": { "$ref": "#/components/schemas/A" } }""")]
    [InlineData("""{ "A": { "allOf": [{ "$ref": "#/components/schemas/A" }] } }""")]
    [InlineData("""{ "A": { "allOf": [{ "$ref": "#/components/schemas/A" }, { "properties": { "x": {} } }] } }""")]
    [InlineData("""{ "A": { "oneOf": [{ "$ref": "#/components/schemas/A" }, { "type": "string" }] } }""")]
    [InlineData("""{ "A": { "oneOf": [{ "$ref": "#/components/schemas/B" }, { "type": "string" }] }, "B": { "anyOf": [{ "$ref": "#/components/schemas/A" }, { "type": "integer" }] } }""")]
    [InlineData("""{ "A": { "type": "array", "items": { "$ref": "#/components/schemas/A" } } }""")]
    [InlineData("""{ "A": { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/A" } } }""")]
    [InlineData("""{ "A": { "properties": { "x": { "allOf": [{ "$ref": "#/components/schemas/A" }, { "properties": { "y": { "$ref": "#/components/schemas/A" } } }] } } } }""")]
    [InlineData("""{ "A": { "oneOf": [{ "type": "string" }, { "type": "array", "items": { "$ref": "#/components/schemas/A" } }] } }""")]
    [InlineData("""{ "A": { "oneOf": [{ "type": "string" }, { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/A" } }] } }""")]
    [InlineData("""{ "A": { "not": { "type": "string" } } }""")]
    [InlineData("""{ "A": { "type": "array", "items": [{ "type": "string" }] } }""")]
    [InlineData("""{ "A": { "type": "nonsense", "format": "nonsense" } }""")]
    [InlineData("""{ "A": { "enum": [] } }""")]
    [InlineData("""{ "A": { "enum": [null] } }""")]
    [InlineData("""{ "A": { "enum": [{}, []] } }""")]
    [InlineData("""{ "A": { "enum": [true, false] } }""")]
    [InlineData("""{ "A": { "type": "integer", "enum": [1e400, 1.5, 99999999999999999999] } }""")]
    [InlineData("""{ "A": { "oneOf": [] } }""")]
    [InlineData("""{ "A": { "oneOf": [{}, {}] } }""")]
    [InlineData("""{ "A": true, "B": false }""")]
    public void ContradictorySchemas_CompileToSomething(string schemas)
    {
        string uses = string.Join(", ", JsonNode.Parse(schemas)!.AsObject().Select(s => $$"""{{OpenApi.Json("use" + s.Key)}}: { "$ref": "#/components/schemas/{{s.Key}}" }"""));
        string document = OpenApi.Schemas($$"""{ {{schemas.Trim()[1..^1]}}, "Uses": { "type": "object", "properties": { {{uses}} } } }""");

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(document) { Expected = null });

        Assert.True(output.Has("Uses"));
    }

    [Theory]
    [InlineData("""{ "openapi": "3.0.3" }""")]
    [InlineData("""{ "openapi": "3.0.3", "info": {}, "paths": {} }""")]
    [InlineData("""{ "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "components": { "schemas": { "A": { "properties": {} } } } }""")]
    [InlineData("""{ "openapi": "3.2.0", "info": { "title": "Test", "version": "1" }, "paths": {} }""")]
    [InlineData("""{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "host": "api.test", "basePath": "/v1", "schemes": ["https"], "paths": { "/a": { "get": { "operationId": "a", "produces": ["application/json"], "responses": { "200": { "description": "", "schema": { "$ref": "#/definitions/A" } } } } } }, "definitions": { "A": { "type": "object", "properties": { "x": { "type": "string" } } } } }""")]
    public void AnyVersionOfOpenApi_GivesAClient(string document)
        => Assert.Contains(GeneratorHost.Run(new GeneratorInput(document) { Expected = null }).Files.Keys, name => name.EndsWith("Client.g.cs", StringComparison.Ordinal));

    [Theory]
    [InlineData(20)]
    [InlineData(100)]
    public void DeeplyNestedSchemas_AreClasses(int depth)
    {
        string schema = """{ "type": "string" }""";
        for (int i = 0; i < depth; i++)
            schema = $$"""{ "type": "object", "properties": { "p": {{schema}} } }""";

        Assert.True(GeneratorHost.Run(OpenApi.Schemas($$"""{ "Thing": {{schema}} }""")).Has("ThingP"));
    }

    /// <summary>Names at which Microsoft.OpenApi throws when it is asked what they lead to.</summary>
    [Theory]
    [InlineData("nowhere")]
    [InlineData("CON/nowhere\\..")]
    public void SecurityRequirementThatLeadsNowhere_IsReported(string name)
    {
        string document = Document.Replace("\"security\": [{ \"key\": [] }]", $"\"security\": [{{ {OpenApi.Json(name)}: [] }}]", StringComparison.Ordinal);

        Assert.Contains(GeneratorHost.Generate(document).Diagnostics, d => d.Id == "VAPI007" && d.GetMessage().Contains(name, StringComparison.Ordinal));
    }

    /// <summary>Ten thousand schemas, each made of the next, on the stack of a thread of the compiler's server on Windows: nobody can catch its end.</summary>
    [Theory]
    [InlineData("""{ "$ref": "@" }""")]
    [InlineData("""{ "type": "array", "items": { "$ref": "@" } }""")]
    [InlineData("""{ "type": "object", "additionalProperties": { "$ref": "@" } }""")]
    [InlineData("""{ "allOf": [{ "$ref": "@" }], "nullable": true }""")]
    [InlineData("""{ "allOf": [{ "$ref": "@" }, { "type": "object", "properties": { "own": { "type": "string" } } }] }""")]
    [InlineData("""{ "oneOf": [{ "$ref": "@" }, { "type": "string" }] }""")]
    public void ChainOfSchemas_IsReportedWhereItIsTooLong(string schema)
    {
        const int Length = 10_000;
        string schemas = string.Join(", ", Enumerable.Range(0, Length).Select(i => $"\"S{i}\": {schema.Replace("@", $"#/components/schemas/S{i + 1}", StringComparison.Ordinal)}"));
        string last = """{ "type": "object", "properties": { "kind": { "type": "string" } }, "discriminator": { "propertyName": "kind" } }""";
        string document = OpenApi.Schemas($$"""{ {{schemas}}, "S{{Length}}": {{last}}, "Thing": { "type": "object", "properties": { "value": { "$ref": "#/components/schemas/S0" } } } }""");
        GeneratorRunResult? result = null;
        var thread = new Thread(() => result = GeneratorHost.Generate(document), 1024 * 1024);
        thread.Start();
        thread.Join();

        Assert.Contains(result!.Value.Diagnostics, d => d.Id == "VAPI012");
        Assert.Contains(result.Value.GeneratedSources, s => s.SourceText.ToString().Contains(" partial class Thing :", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "type": "array", "items": @ }""")]
    [InlineData("""{ "type": "object", "additionalProperties": @ }""")]
    public void ListsAndMapsNestedTooDeep_AreAnyJsonInside_AndCompile(string schema)
    {
        string nested = Enumerable.Range(0, 100).Aggregate("""{ "type": "string" }""", (inner, _) => schema.Replace("@", inner, StringComparison.Ordinal));

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(OpenApi.Property(nested)) { Expected = ["VAPI012"] });

        Assert.EndsWith("JsonElement" + new string('>', 32) + "? Value { get; set; }", output.Property("Thing"), StringComparison.Ordinal);
    }

    [Fact]
    public void FewLinesThatStandForMoreThanMemoryHolds_AreAnyJsonBeyondWhatIsAllowed()
    {
        const int Count = 1100;
        string properties = string.Join(", ", Enumerable.Range(0, Count).Select(i => $"\"p{i}\": {{}}"));
        string schemas = string.Join(", ", Enumerable.Range(0, Count).Select(i => $$"""{{OpenApi.Json("S" + i)}}: { "allOf": [{ "$ref": "#/components/schemas/Base" }, { "properties": { "own": {} } }] }"""));

        GeneratorRunResult result = GeneratorHost.Generate(OpenApi.Schemas($$"""{ "Base": { "type": "object", "properties": { {{properties}} } }, {{schemas}} }"""));

        Assert.All(result.Diagnostics, d => Assert.Equal("VAPI012", d.Id));
        Assert.InRange(result.GeneratedSources.Sum(s => (long)s.SourceText.Length), 1, 50_000_000);
    }

    [Fact]
    public void DocumentWithMorePropertiesThanAreSupported_IsRefused()
    {
        string properties = string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"\"p{i}\":{{}}"));
        string schemas = string.Join(", ", Enumerable.Range(0, 320).Select(i => $$"""{{OpenApi.Json("S" + i)}}: { "properties": { {{properties}} } }"""));

        GeneratorRunResult result = GeneratorHost.Generate(OpenApi.Schemas($"{{ {schemas} }}"));

        Assert.Equal("VAPI001", Assert.Single(result.Diagnostics).Id);
        Assert.Empty(result.GeneratedSources);
    }

    private static void RequireHarmless(string document, string path, List<string> failures)
    {
        try
        {
            // As while somebody edits it: what does not depend on the document is not generated again.
            GeneratorRunResult result = GeneratorHost.Replace(Unchanged.Value, document);
            string[] errors = [.. result.GeneratedSources.Where(s => Seen.Add(s.SourceText.ToString())).SelectMany(s => s.SyntaxTree.GetDiagnostics()).Where(d => d.Severity > DiagnosticSeverity.Info).Select(d => d.ToString())];
            if (errors.Length > 0)
                failures.Add($"{path}: {errors[0]}");
        }
        catch (Xunit.Sdk.XunitException exception)
        {
            failures.Add($"{path}: {exception.Message.Split(" at Microsoft.OpenApi")[0].Split("\n   at ")[0]}");
        }
    }

    /// <summary>The JSON pointers of all values but the root.</summary>
    internal static IEnumerable<string> Paths(JsonNode? node) => node switch
    {
        JsonObject @object => @object.SelectMany(p => Paths(p.Value).Select(rest => Segment(p.Key) + rest).Prepend(Segment(p.Key))),
        JsonArray array => array.SelectMany((item, i) => Paths(item).Select(rest => Segment(i.ToString()) + rest).Prepend(Segment(i.ToString()))),
        _ => [],
    };

    private static string Segment(string name) => "/" + name.Replace("~", "~0").Replace("/", "~1");

    internal static void Replace(JsonNode root, string path, string replacement)
    {
        string[] tokens = [.. path.Split('/').Skip(1).Select(t => t.Replace("~1", "/").Replace("~0", "~"))];
        JsonNode parent = root;
        foreach (string token in tokens[..^1])
            parent = parent is JsonArray array ? array[int.Parse(token)]! : parent[token]!;
        if (parent is JsonArray items)
            items[int.Parse(tokens[^1])] = JsonNode.Parse(replacement);
        else
            parent[tokens[^1]] = JsonNode.Parse(replacement);
    }
}
