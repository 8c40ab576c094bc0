using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Documents;

public class OptionsTests
{
    private static readonly string Document = OpenApi.Paths(
        """{ "/things": { "get": { "operationId": "list", "tags": ["things"], "parameters": [{ "name": "q", "in": "query", "schema": { "enum": ["a", "b"] } }], "responses": { "204": { "description": "" } } } } }""",
        """{ "Thing": { "type": "object", "properties": { "either": { "oneOf": [{ "type": "string" }, { "type": "integer" }] } } } }""");

    [Theory]
    [InlineData("OpenApiNamespace", "My.Company", "My.Company.TestClient")]
    [InlineData("OpenApiClientName", "MyApi", "Test.MyApi")]
    public void Option_WorksAsMetadataAndAsProperty(string option, string value, string expected)
    {
        Assert.NotNull(WithMetadata(option, value).Symbol(expected));
        Assert.NotNull(WithProperty(option, value).Symbol(expected));
    }

    [Fact]
    public void Metadata_WinsOverProperty()
    {
        var input = new GeneratorInput(new InputDocument(Document) { Metadata = { ["OpenApiNamespace"] = "Metadata" } }) { Properties = { ["OpenApiNamespace"] = "Property" } };

        Assert.NotNull(GeneratorHost.Run(input).Symbol("Metadata.TestClient"));
    }

    [Fact]
    public void EmptyMetadata_LeavesTheProperty()
    {
        var input = new GeneratorInput(new InputDocument(Document) { Metadata = { ["OpenApiNamespace"] = " " } }) { Properties = { ["OpenApiNamespace"] = "Property" } };

        Assert.NotNull(GeneratorHost.Run(input).Symbol("Property.TestClient"));
    }

    [Theory]
    [InlineData("internal")]
    [InlineData("Internal")]
    public void InternalAccessibility_LeavesNoPublicType(string value)
    {
        Assert.DoesNotContain(WithMetadata("OpenApiAccessibility", value).Types, t => t.IsPublic);
        Assert.DoesNotContain(WithProperty("OpenApiAccessibility", value).Types, t => t.IsPublic);
    }

    [Theory]
    [InlineData("OpenApiAccessibility", "private")]
    [InlineData("OpenApiNamespace", "1x")]
    [InlineData("OpenApiNamespace", "a..b")]
    [InlineData("OpenApiNamespace", "a.class")]
    [InlineData("OpenApiClientName", "a-b")]
    [InlineData("OpenApiPagination", "list")]
    public void InvalidOption_IsAnErrorAndGeneratesNothing(string option, string value)
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(Document) { Metadata = { [option] = value } }) { Expected = ["VAPI004"] });

        Assert.Empty(output.Files);
        Diagnostic diagnostic = Assert.Single(output.Diagnostics);
        Assert.Contains($"'{option}' is '{value}', which is not ", diagnostic.GetMessage(), StringComparison.Ordinal);
        MarkedText.Parse("[||]").RequireAt(diagnostic);
    }

    [Fact]
    public void AllInvalidOptions_AreSaidAtOnce() => Assert.Empty(GeneratorHost.Run(
        new GeneratorInput(new InputDocument(Document) { Metadata = { ["OpenApiClientName"] = "a-b", ["OpenApiSha256"] = "x" } }) { Properties = { ["OpenApiAccessibility"] = "private" }, Expected = ["VAPI004", "VAPI004", "VAPI004"] }).Files);

    [Theory]
    [InlineData("openapi.json", true)]
    [InlineData("OpenApi.json", true)]
    [InlineData("petstore.openapi.json", true)]
    [InlineData("openapi.yaml", true)]
    [InlineData("petstore.openapi.yml", true)]
    [InlineData("openapi.txt", false)]
    [InlineData("myopenapi.json", false)]
    [InlineData("myopenapi.yaml", false)]
    [InlineData("appsettings.json", false)]
    public void Document_IsRecognisedByItsName(string name, bool expected)
        => Assert.Equal(expected, GeneratorHost.Run(new GeneratorInput(new InputDocument(Document, "/project/" + name)) { Expected = expected ? [] : ["VAPI017"] }).Files.Count > 0);

    [Fact]
    public void Document_IsRecognisedByItsMetadata()
        => Assert.NotEmpty(GeneratorHost.Run(new GeneratorInput(new InputDocument(Document, "/project/api.txt") { Metadata = { ["OpenApiNamespace"] = "Test" } })).Files);

    [Fact]
    public void WithoutADocument_NothingIsGeneratedAndItIsSaid()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput() { Expected = ["VAPI017"] });

        Assert.Empty(output.Files);
        Diagnostic diagnostic = Assert.Single(output.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Warning, Location.None), (diagnostic.Severity, diagnostic.Location));
        Assert.Contains("Put an openapi.json or openapi.yaml next to the project file", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralDocuments_HaveNamespacesOfTheirOwn()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(
            new InputDocument(Document, "/project/a.openapi.json"),
            new InputDocument(Document, "/project/b.openapi.json") { Metadata = { ["OpenApiNamespace"] = "Other" } },
            new InputDocument(Document, "/project/c.openapi.json") { Metadata = { ["OpenApiNamespace"] = "Hidden", ["OpenApiAccessibility"] = "internal" } }));

        Assert.Equal(
            (Accessibility.Public, Accessibility.Public, Accessibility.Internal),
            (output.Symbol("Test.Thing").DeclaredAccessibility, output.Symbol("Other.Thing").DeclaredAccessibility, output.Symbol("Hidden.Thing").DeclaredAccessibility));
    }

    [Theory]
    [InlineData("/project/a.openapi.json", "/project/b.openapi.json")]
    [InlineData("/project/a.openapi.json", "/project/a.openapi.json")]
    public void SecondDocumentInANamespace_IsAnError_AndTheFirstIsGenerated(string first, string second)
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(Document, first), new InputDocument(Document, second)) { Expected = ["VAPI013"] });

        Assert.True(output.Has("Thing"));
        FileLinePositionSpan place = Assert.Single(output.Diagnostics).Location.GetLineSpan();
        Assert.Equal((second, default), (place.Path, place.Span));
    }

    private static GeneratorOutput WithMetadata(string option, string value)
        => GeneratorHost.Run(new GeneratorInput(new InputDocument(Document) { Metadata = { [option] = value } }));

    private static GeneratorOutput WithProperty(string option, string value)
        => GeneratorHost.Run(new GeneratorInput(Document) { Properties = { [option] = value } });
}
