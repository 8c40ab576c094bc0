using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Tests.Documents;

/// <summary>Each ID: what provokes it, its severity and where it stands in the document.</summary>
public class DiagnosticTests
{
    private const string Start = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Test", "version": "1" },

        """;

    private static string[] Ids => [.. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ((DiagnosticDescriptor)f.GetValue(null)!).Id)];

    [Theory]
    [InlineData("VAPI005", DiagnosticSeverity.Warning, Start + """
          "paths": {},
          [|"tags"|]: "none"
        }
        """)]
    [InlineData("VAPI006", DiagnosticSeverity.Info, Start + """
          "paths": {},
          "components": { "schemas": { "Thing": { "type": "object", "properties": { "value": { [|"type"|]: "nonsense" } } } } }
        }
        """)]
    [InlineData("VAPI006", DiagnosticSeverity.Info, Start + """
          "paths": {},
          "components": { "schemas": { "Thing": { "type": "object", "properties": {}, [|"surprise"|]: 1 } } }
        }
        """)]
    [InlineData("VAPI006", DiagnosticSeverity.Info, Start + """
          "paths": { "/things": { "get": { "parameters": [
            { "name": "a", "in": "query", "schema": { "type": "string" } },
            { "name": "b", "in": "query", [|"allOf"|]: [] }
          ], "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI006", DiagnosticSeverity.Info, Start + """
          "paths": {},
          "components": { "schemas": { "Size": { [|"type"|]: "integer", "enum": ["small", "large"] } } }
        }
        """)]
    [InlineData("VAPI006", DiagnosticSeverity.Info, Start + """
          "paths": {},
          "components": { "schemas": { "Thing": { "type": "object", "properties": { "value": { "type": "integer", [|"default"|]: "now" } } } } }
        }
        """)]
    [InlineData("VAPI007", DiagnosticSeverity.Info, Start + """
          "paths": {},
          "components": { "schemas": { "Thing": { "type": "object", "properties": { "ä": {}, "value": { [|"$ref"|]: "#/components/schemas/Missing" } } } } }
        }
        """)]
    [InlineData("VAPI007", DiagnosticSeverity.Info, Start + """
          "paths": { "/things": { "get": { "parameters": [{ [|"$ref"|]: "#/components/parameters/Missing" }], "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI007", DiagnosticSeverity.Info, Start + """
          "paths": { "/things": { "post": { "requestBody": { [|"$ref"|]: "#/components/requestBodies/Missing" }, "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI007", DiagnosticSeverity.Info, Start + """
          "paths": { "/things": { "get": { "responses": { "200": { [|"$ref"|]: "#/components/responses/Missing" } } } } }
        }
        """)]
    [InlineData("VAPI007", DiagnosticSeverity.Info, Start + """
          "paths": { "/things": { [|"$ref"|]: "#/components/pathItems/Missing" } }
        }
        """)]
    [InlineData("VAPI007", DiagnosticSeverity.Info, Start + """
          "paths": { "/things": { "get": { "security": [{ [|"missing"|]: [] }], "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI007", DiagnosticSeverity.Info, Start + """
          "paths": {},
          "components": { "schemas": {
            "A": { "type": "object", "properties": { "kind": { "type": "string" }, "a": {} } },
            "B": { "type": "object", "properties": { "kind": { "type": "string" }, "b": {} } },
            "Thing": { "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }],
              "discriminator": { "propertyName": "kind", "mapping": { "a": "#/components/schemas/A", [|"c"|]: "#/components/schemas/Missing" } } } } }
        }
        """)]
    [InlineData("VAPI007", DiagnosticSeverity.Info, """
        {
          "openapi": "3.2.0",
          "info": { "title": "Test", "version": "1" },
          "paths": {},
          "components": { "schemas": {
            "Pet": { "type": "object", "properties": { "kind": { "type": "string" } }, "discriminator": { "propertyName": "kind", [|"defaultMapping"|]: "#/components/schemas/Missing" } },
            "Cat": { "allOf": [{ "$ref": "#/components/schemas/Pet" }] } } }
        }
        """)]
    [InlineData("VAPI007", DiagnosticSeverity.Info, Start + """
          "paths": {
            "/a": { "get": { "parameters": [{ "$ref": "#/components/parameters/Shared" }], "responses": { "200": { "$ref": "#/components/responses/Shared" } } } },
            "/b": { "get": { "parameters": [{ "$ref": "#/components/parameters/Shared" }], "responses": { "200": { "$ref": "#/components/responses/Shared" } } } } },
          "components": {
            "parameters": { "Shared": { "name": "q", "in": "query", "schema": { "type": "string" } } },
            "responses": { "Shared": { "description": "", "content": { "application/json": { "schema": { [|"$ref"|]: "#/components/schemas/Missing" } } } } } }
        }
        """)]
    [InlineData("VAPI008", DiagnosticSeverity.Info, Start + """
          "paths": {},
          "components": { "schemas": { "Thing": { "type": "object", "properties": { "id": {}, [|"ID"|]: {} } } } }
        }
        """)]
    [InlineData("VAPI008", DiagnosticSeverity.Info, Start + """
          "paths": {},
          "components": { "schemas": {
            "thing": { "type": "object", "properties": {} },
            [|"Thing"|]: { "type": "object", "properties": {} } } }
        }
        """)]
    [InlineData("VAPI008", DiagnosticSeverity.Info, Start + """
          "paths": { "/a": { "get": { "operationId": "same", "responses": { "204": { "description": "" } } } },
            "/b": { [|"get"|]: { "operationId": "Same", "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI008", DiagnosticSeverity.Info, Start + """
          "paths": { "/a": { "get": { "operationId": "a", "tags": ["pets"], "responses": { "204": { "description": "" } } } },
            "/b": { "get": { "operationId": "b", "tags": [[|"Pets"|]], "responses": { "204": { "description": "" } } } } },
          "components": { "schemas": { "PetsClient2": { "type": "object", "properties": {} } } }
        }
        """)]
    [InlineData("VAPI008", DiagnosticSeverity.Info, Start + """
          "paths": { "/things": { "get": { "parameters": [
            { "name": "a-b", "in": "query", "schema": { "type": "string" } },
            [|{|] "name": "a_b", "in": "query", "schema": { "type": "string" } }
          ], "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI008", DiagnosticSeverity.Info, Start + """
          "paths": { "/things": { "get": { "parameters": [
            [|{|] "name": "options", "in": "query", "required": true, "schema": { "type": "string" } }
          ], "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI008", DiagnosticSeverity.Info, Start + """
          "paths": {},
          "components": { "schemas": { "Kind": { "type": "string", [|"enum"|]: ["info", "INFO"] } } }
        }
        """)]
    [InlineData("VAPI008", DiagnosticSeverity.Info, Start + """
          "paths": {},
          "components": { "schemas": {
            "PetKind": { "type": "object", "properties": {} },
            "Pet": { "type": "object", "properties": { [|"kind"|]: { "type": "string", "enum": ["cat", "dog"] } } } } }
        }
        """)]
    [InlineData("VAPI009", DiagnosticSeverity.Warning, Start + """
          "paths": {},
          "components": { "schemas": { "Thing": { [|"allOf"|]: [
            { "type": "object", "properties": { "a": { "type": "string" } } }, { "type": "object", "properties": { "a": { "type": "boolean" } } }] } } }
        }
        """)]
    [InlineData("VAPI010", DiagnosticSeverity.Info, Start + """
          "paths": {
            "/things/{id}": { [|"get"|]: { "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI011", DiagnosticSeverity.Info, Start + """
          "paths": { "/things": { "get": { "parameters": [
            [|{|] "name": "Accept", "in": "header", "schema": { "type": "string" } }
          ], "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI011", DiagnosticSeverity.Info, Start + """
          "paths": { "/things": { "get": { "parameters": [
            { "name": "a", "in": "query", "schema": { "type": "string" } },
            [|{|] "name": "a", "in": "query", "schema": { "type": "string" } }
          ], "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI011", DiagnosticSeverity.Info, Start + """
          "paths": { "/things": { "get": { "parameters": [
            [|{|] "name": "nowhere", "in": "path", "required": true, "schema": { "type": "string" } }
          ], "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI011", DiagnosticSeverity.Info, Start + """
          "paths": { "/things": {
            "parameters": [{ "name": "a", "in": "query", "schema": {} }, [|{|] "name": "Accept", "in": "header", "schema": { "type": "string" } }],
            "get": { "responses": { "204": { "description": "" } } }, "post": { "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI012", DiagnosticSeverity.Warning, Start + """
          "paths": {},
          "components": { "securitySchemes": { [|"odd"|]: { "type": "http" } } }
        }
        """)]
    [InlineData("VAPI012", DiagnosticSeverity.Warning, Start + """
          "paths": { "/things": { "post": { "requestBody": { "content": {
            [|"application/xml"|]: { "schema": { "type": "object", "properties": { "a": { "type": "string" } } } }
          } }, "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI012", DiagnosticSeverity.Warning, Start + """
          "paths": {},
          "components": { "schemas": { [|"Endless"|]: { "type": "array", "items": { "$ref": "#/components/schemas/Endless" } },
            "Thing": { "type": "object", "properties": { "value": { "$ref": "#/components/schemas/Endless" } } } } }
        }
        """)]
    [InlineData("VAPI020", DiagnosticSeverity.Warning, Start + """
          "paths": {},
          "components": { "schemas": { "Thing": { "type": "object", "properties": { "value": { [|"$ref"|]: "other.json#/Missing" }, "again": { "$ref": "other.json#/Other" } } } } }
        }
        """)]
    [InlineData("VAPI014", DiagnosticSeverity.Info, Start + """
          "paths": {},
          "components": { "schemas": {
            "A": { "type": "object", "properties": { "x": { "type": "string" } } },
            "B": { "type": "object", "properties": { "x": { "type": "string" } } },
            "Thing": { "type": "object", "properties": { [|"value"|]: { "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }] } } } } }
        }
        """)]
    [InlineData("VAPI018", DiagnosticSeverity.Info, Start + """
          "paths": { "/a": { "get": { "operationId": "same", "tags": ["a"], "responses": { "204": { "description": "" } } } },
            "/b": { "get": { [|"operationId"|]: "same", "tags": ["b"], "responses": { "204": { "description": "" } } } } }
        }
        """)]
    [InlineData("VAPI021", DiagnosticSeverity.Info, Start + """
          "paths": { "/a": { [|"get"|]: { "parameters": [{ "name": "page", "in": "query", "schema": { "type": "integer" } }],
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "type": "string" } } } } } } } } }
        }
        """)]
    public void Finding_StandsWhereItIsInTheDocument(string id, DiagnosticSeverity severity, string marked)
    {
        var text = MarkedText.Parse(marked);

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(text.Text) { Expected = severity > DiagnosticSeverity.Info ? [id] : [] });

        Diagnostic diagnostic = Assert.Single(output.Diagnostics, d => d.Id == id);
        Assert.Equal(severity, diagnostic.Severity);
        text.RequireAt(diagnostic);
        Assert.NotEmpty(output.Files);
    }

    [Theory]
    [InlineData("[||]")]
    [InlineData("[||]\r\n \t\r\n")]
    [InlineData("[|{|] }")]
    [InlineData("\n  [|{|] \"title\": \"no document\" }")]
    [InlineData("[|[|]]")]
    [InlineData("[|null|]")]
    [InlineData("[|\"openapi\"|]")]
    [InlineData("[|o|]penapi: 3.0.3\ninfo:\n  title: Test\n")]
    [InlineData("[|<|]!DOCTYPE html><html></html>")]
    [InlineData("{ \"openapi\": \"3.0.3\",\n  \"info\": { \"title\": \"Test\"[||]")]
    [InlineData("{ \"openapi\": \"3.0.3\",\n  \"ä€😀\": [|x|] }")]
    [InlineData("{ \"openapi\": \"3.0.3\",\n  \"paths\": {}\n}\n[|{|]}")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"a\": 1, [|}|]")]
    [InlineData("{ \"openapi\": \"3.0.3\", [|/|]/ comment\n }")]
    public void DocumentThatCannotBeRead_IsOneErrorThere_AndNothingIsGenerated(string marked)
    {
        var text = MarkedText.Parse(marked);

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(text.Text) { Expected = ["VAPI001"] });

        Assert.Empty(output.Files);
        Diagnostic diagnostic = Assert.Single(output.Diagnostics);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        text.RequireAt(diagnostic);
    }

    [Fact]
    public void DocumentWithoutText_IsAnErrorAtItsStart()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(Text: null)) { Expected = ["VAPI001"] });

        Assert.Empty(output.Files);
        MarkedText.Parse("[||]").RequireAt(Assert.Single(output.Diagnostics));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "uses C# 7.3.")]
    [InlineData(LanguageVersion.CSharp9, "uses C# 9.")]
    [InlineData(LanguageVersion.CSharp10, "uses C# 10.")]
    public void LanguageVersionBelow11_IsAnErrorThatSaysWhatToDo(LanguageVersion version, string expected)
    {
        GeneratorRunResult result = GeneratorHost.Generate(new GeneratorInput(OpenApi.Schemas("{}")) { LanguageVersion = version });

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("VAPI002", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains("<LangVersion>latest</LangVersion>", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(expected, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(result.GeneratedSources);
        MarkedText.Parse("[||]").RequireAt(diagnostic);
    }

    [Fact]
    public void MissingSystemTextJson_IsAnErrorThatSaysWhatToDo()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(OpenApi.Schemas("{}")) { Framework = Framework.Net10WithoutJson, Expected = ["VAPI003"] });

        Assert.Empty(output.Files);
        Diagnostic diagnostic = Assert.Single(output.Diagnostics);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains("dotnet add package System.Text.Json", diagnostic.GetMessage(), StringComparison.Ordinal);
        MarkedText.Parse("[||]").RequireAt(diagnostic);
    }

    [Fact]
    public void PartOfOpenApi20_HasItsPlaceToo()
    {
        var text = MarkedText.Parse("""
            {
              "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "paths": {},
              "definitions": { "Thing": { "type": "object", "properties": { "value": { [|"$ref"|]: "#/definitions/Missing" } } } }
            }
            """);

        text.RequireAt(Assert.Single(GeneratorHost.Run(text.Text).Diagnostics));
    }

    [Fact]
    public void SameOperationId_IsSaidOnce_WithTheNameOfTheMethod() => Assert.Equal(
        "The operationId 'list' is also used by 'GET /a', so this operation is named 'ThingsClient.List2Async'. Give each operation a unique operationId.",
        Assert.Single(GeneratorHost.Run(OpenApi.Paths(
            """
            {
              "/a": { "get": { "operationId": "list", "tags": ["things"], "responses": { "204": { "description": "" } } } },
              "/b": { "get": { "operationId": "list", "tags": ["things"], "responses": { "204": { "description": "" } } } }
            }
            """)).Diagnostics).GetMessage());

    [Fact]
    public void EveryDescriptor_HasOneIdAndIsTestedHere()
    {
        string[] ids = Ids;
        string[] tested =
        [
            .. typeof(DiagnosticTests).GetMethod(nameof(Finding_StandsWhereItIsInTheDocument))!.GetCustomAttributes<InlineDataAttribute>().Select(a => (string)a.Data[0]!).Distinct(),
            "VAPI001", "VAPI002", "VAPI003", "VAPI004", "VAPI013", "VAPI015", "VAPI016", "VAPI017", "VAPI022", "VAPI023", "VAPI024", "VAPI025", "VAPI026", "VAPI027",
        ];

        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(ids.Order(), tested.Order());
        Assert.All(ids, id => Assert.Equal(id, Descriptors.Find(id).Id));
    }

    [Fact]
    public void EveryDescriptor_LinksToItsSectionOfTheDocs_WhichTellsItsSeverity()
    {
        string repository = XDocument.Load(Path.Combine(Repository.GeneratorSources, "../Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;
        string[] sections = File.ReadAllText(Path.Combine(Repository.Docs, "diagnostics.md")).Split("\n## ")[1..];

        // One of them comes from the package's targets.
        Assert.Equal(Ids.Concat(["VAPI019", "VAPI051", "VAPI052", "VAPI053"]).Order(), sections.Select(s => s.Split('\n')[0]));
        Assert.Contains($"{repository}/blob/main/docs/diagnostics.md#vapi019", File.ReadAllText(Path.Combine(Repository.GeneratorSources, "build/Vapi.Generators.targets")), StringComparison.Ordinal);
        Assert.All(Ids, id =>
        {
            DiagnosticDescriptor descriptor = Descriptors.Find(id);
            Assert.Equal($"{repository}/blob/main/docs/diagnostics.md#{id.ToLowerInvariant()}", descriptor.HelpLinkUri);
            Assert.Contains($"**{descriptor.Title}** ({descriptor.DefaultSeverity.ToString().ToLowerInvariant()}", sections.Single(s => s.StartsWith(id, StringComparison.Ordinal)), StringComparison.Ordinal);
        });
    }
}
