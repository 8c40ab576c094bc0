using System.Net;
using Microsoft.CodeAnalysis;
using Vapi.Generators.Model;
using Vapi.Generators.Tests.Architecture;

namespace Vapi.Generators.Tests.Operations;

/// <summary>Calls whose JSON is checked against the document.</summary>
public class ContractTests
{
    private const string Document = """
        {
          "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "servers": [{ "url": "https://api.test" }], "security": [{ "token": [] }],
          "paths": { "/things": { "post": { "operationId": "createThing",
            "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
            "responses": {
              "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
              "4XX": { "description": "", "content": { "application/json": { "schema": { "type": "object", "required": ["message"], "properties": { "message": { "type": "string" } } } } } } } } } },
          "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": { "Thing": { "type": "object", "required": ["id"], "properties": {
              "id": { "type": "string", "readOnly": true }, "name": { "type": "string", "maxLength": 3 },
              "part": { "type": "object", "properties": { "size": { "type": "integer" } } } } } } }
        }
        """;

    private const string Call = """
        var reports = new List<string>();
        var client = new TestClient(http, new TestClientOptions { ApiKey = "secret key", CheckRequests = true, OnDeviation = report => reports.Add($"{report.OperationId} {report.Method} {report.Direction} {(int?)report.StatusCode}: {string.Join(" ", report.Deviations)}") });
        string result;
        try { result = (await client.CreateThingAsync(new Thing { Id = "1", Name = "abcd" })).Name!; }
        catch (ApiException exception) { result = exception.GetType().Name; }
        return result + "\n" + string.Join("\n", reports);
        """;

    [Theory]
    [InlineData(HttpStatusCode.OK, """{ "id": "1", "name": "abc" }""", "abc\n")]
    [InlineData(HttpStatusCode.OK, """{ "id": 1, "name": "abcd", "later": "secret key" }""", "abcd\ncreateThing POST Response 200: /id: Type. Expected a string, found 1. /name: Length. Expected at most 3 characters, found 4. /later: UnknownProperty. Expected a property that the document describes, found \"***\".\n")]
    [InlineData(HttpStatusCode.Created, """{ "id": 1, "name": "abc" }""", "abc\ncreateThing POST Response 201: /id: Type. Expected a string, found 1.\n")]
    [InlineData(HttpStatusCode.NotFound, """{ "message": null }""", "ApiException`1\ncreateThing POST Response 404: /message: Type. Expected a string, found null.\n")]
    [InlineData(HttpStatusCode.BadGateway, "<html>", "ApiException\n")]
    public async Task Deviation_IsReportedAndDoesNotFailTheCall(HttpStatusCode status, string body, string expected)
    {
        var api = new FakeApi(status, body);
        string result = await Run("true", UserCode.Connecting(Call)).RunAsync<string>(api.CreateHttpClient());

        string[] lines = result.Split('\n');
        Assert.Equal("createThing POST Request : /name: Length. Expected at most 3 characters, found 4.", Assert.Single(lines, l => l.Contains(" Request ", StringComparison.Ordinal)));
        Assert.Equal(expected, string.Concat(lines.Where(l => !l.Contains(" Request ", StringComparison.Ordinal)).Select(l => l + "\n")));
    }

    [Fact]
    public async Task ExceptionOfTheCallback_FailsTheCall()
    {
        var api = new FakeApi(body: """{ "id": 1 }""");
        string result = await Run("true", UserCode.Connecting("""
            var client = new TestClient(http, new TestClientOptions { ApiKey = "key", OnDeviation = report => throw new NotSupportedException(report.ToString()) });
            try { await client.CreateThingAsync(new Thing { Id = "1" }); return "no exception"; }
            catch (NotSupportedException exception) { return exception.Message; }
            """)).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal("createThing returned 200 JSON that deviates from the document:\n/id: Type. Expected a string, found 1.", result);
    }

    [Fact]
    public void GeneratedObject_IsCheckedAndValidated()
    {
        GeneratorOutput output = Run("true", UserCode.Returning("""
            string found = string.Join(" ", ApiContract.Check(new Thing { Id = "1", Name = "abcd" })) + string.Join(" ", ApiContract.Check<ThingPart>("{\"size\":\"x\"}"u8));
            ApiContract.Validate(new Thing { Id = "1" });
            try { ApiContract.Validate<Thing>("[]"u8); return "valid"; }
            catch (ApiContractException exception) { return found + " " + exception.Message + exception.Deviations.Count; }
            """));

        Assert.Equal(
            "/name: Length. Expected at most 3 characters, found 4./size: Type. Expected an integer, found \"x\". The JSON deviates from the document:\nThe value: Type. Expected an object, found an array.1",
            output.Run<string>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    public void WithoutTheOption_NothingIsEmitted(string? value)
    {
        GeneratorOutput output = Run(value, null);

        Assert.DoesNotContain(output.Files, f => f.Key.Contains("Contract", StringComparison.Ordinal) || f.Key.Contains("Deviation", StringComparison.Ordinal) || f.Value.Contains("ContractEntry", StringComparison.Ordinal));
        Assert.Null(output.Type("TestClientOptions").GetProperty("OnDeviation"));
    }

    [Theory]
    [InlineData("internal", nameof(Framework.Net10))]
    [InlineData("public", nameof(Framework.NetStandard20))]
    [InlineData("public", nameof(Framework.Net472))]
    public void Checks_CompileEverywhere(string accessibility, string framework)
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(Document)
        {
            Properties = { ["OpenApiContract"] = "true", ["OpenApiAccessibility"] = accessibility },
            Framework = (Framework)typeof(Framework).GetField(framework)!.GetValue(null)!,
            LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11,
        });

        Assert.Equal(accessibility == "public", output.Type("ApiContract").IsPublic);
    }

    [Fact]
    public void DocumentThatUsesTheTypesOfAnother_HasNoChecks_AndSaysSo()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(
            new InputDocument(TwoDocuments.Api, "/project/api/openapi.json") { Metadata = { ["OpenApiNamespace"] = "Phone" } },
            new InputDocument(OpenApi.Property("""{ "type": "string" }"""), "/project/hooks.openapi.json") { Metadata = { ["OpenApiNamespace"] = "Hooks", ["OpenApiTypesFrom"] = "Phone" } })
        {
            Properties = { ["OpenApiContract"] = "true" },
        });

        Assert.Equal("VAPI006", Assert.Single(output.Diagnostics, d => d.GetMessage().Contains("OpenApiContract", StringComparison.Ordinal)).Id);
        Assert.Contains("Phone.ApiContract.g.cs", output.Files.Keys);
        Assert.DoesNotContain("Hooks.ApiContract.g.cs", output.Files.Keys);
    }

    [Fact]
    public void PatternThatIsNoExpression_IsNotChecked_AndSaysSo()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(OpenApi.Property("""{ "type": "string", "pattern": "(" }""")) { Properties = { ["OpenApiContract"] = "true" } });

        Diagnostic ignored = Assert.Single(output.Diagnostics, d => d.Id == "VAPI006");
        Assert.Contains("is not a regular expression in .NET", ignored.GetMessage(), StringComparison.Ordinal);
    }

    /// <summary>The generator writes numbers that the runtime reads.</summary>
    [Theory]
    [InlineData(typeof(ContractKeyword))]
    [InlineData(typeof(ContractKinds))]
    [InlineData(typeof(ContractPropertyFlags))]
    public void EnumOfTheGenerator_IsThatOfTheRuntime(object type)
    {
        var own = (Type)type;
        INamedTypeSymbol runtime = ArchitectureTests.Runtime.Value.GetTypeByMetadataName("Vapi.Generators.Runtime.ApiRuntime." + own.Name)!;

        Assert.Equal(
            Enum.GetNames(own).Select(n => (n, (int)Enum.Parse(own, n))).Order(),
            runtime.GetMembers().OfType<IFieldSymbol>().Select(f => (f.Name, (int)f.ConstantValue!)).Order());
    }

    private static GeneratorOutput Run(string? contract, string? source)
    {
        var input = new GeneratorInput(Document) { Source = source };
        if (contract is not null)
            input.Properties["OpenApiContract"] = contract;

        return GeneratorHost.Run(input);
    }
}
