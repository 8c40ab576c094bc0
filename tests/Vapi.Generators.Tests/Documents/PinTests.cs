using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Documents;

/// <summary>A document that must be a certain one.</summary>
public class PinTests
{
    private const string Document = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Test", "version": "1.2" }, "paths": {},
          "components": { "schemas": { "Thing": { "type": "object", "properties": {} } } }
        }
        """;

    private static readonly string Hash = HashOf(Document);

    [Theory]
    [InlineData("OpenApiVersion", "1.2")]
    [InlineData("OpenApiSha256", "lower")]
    [InlineData("OpenApiSha256", "upper")]
    public void DocumentThatMatches_IsGenerated(string option, string value)
    {
        value = value == "lower" ? Hash : value == "upper" ? Hash.ToUpperInvariant() : value;

        Assert.NotNull(GeneratorHost.Run(new GeneratorInput(new InputDocument(Document) { Metadata = { [option] = value } })).Symbol("Test.Thing"));
        Assert.NotNull(GeneratorHost.Run(new GeneratorInput(Document) { Properties = { [option] = value } }).Symbol("Test.Thing"));
    }

    [Fact]
    public void OtherVersion_IsAnErrorThatSaysHowToAcceptIt()
    {
        Diagnostic diagnostic = Refused("OpenApiVersion", "1.1");

        Assert.Equal(
            "The version of the document is '1.2', but the project requires '1.1'. No code is generated from this document. Restore the pinned document, or accept this one with OpenApiVersion=\"1.2\".",
            diagnostic.GetMessage());
        Assert.Equal((2, 29), Position(diagnostic));
    }

    [Fact]
    public void OtherBytes_AreAnErrorThatSaysHowToAcceptThem()
    {
        string other = new('0', 64);

        Diagnostic diagnostic = Refused("OpenApiSha256", other);

        Assert.Contains($"is '{Hash}', but the project requires '{other}'", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains($"OpenApiSha256=\"{Hash}\"", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal((0, 0), Position(diagnostic));
    }

    [Fact]
    public void DocumentThatMatchesItsLockFile_IsGenerated() => Assert.NotNull(GeneratorHost.Run(Locked(Lock(Hash.ToUpperInvariant()))).Symbol("Test.Thing"));

    [Fact]
    public void DocumentThatDoesNotMatchItsLockFile_IsAnErrorThatSaysHowToAcceptIt()
    {
        string other = new('0', 64);

        GeneratorOutput output = GeneratorHost.Run(Locked(Lock(other), "VAPI015"));

        Assert.Empty(output.Files);
        Assert.Equal(
            $"The SHA-256 of the document is '{Hash}', but its lock file requires '{other}'. No code is generated from this document. Restore the pinned document, or accept this one with dotnet build -t:LockOpenApi.",
            Assert.Single(output.Diagnostics).GetMessage());
    }

    /// <summary>A pin that cannot be read must not be none.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{ "sha256": "1234" }""")]
    [InlineData("""{ "sha256": 1 }""")]
    [InlineData("<<<<<<< HEAD")]
    public void LockFileThatIsNone_IsAnError(string text)
    {
        GeneratorOutput output = GeneratorHost.Run(Locked(text, "VAPI015"));

        Assert.Empty(output.Files);
        Assert.Contains("its lock file has no 'sha256'", Assert.Single(output.Diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void LockFileOfAnotherDocument_PinsNothing()
        => Assert.NotNull(GeneratorHost.Run(new GeneratorInput(new InputDocument(Document), new InputDocument(Lock(new('0', 64)), "/project/other.lock.json"))).Symbol("Test.Thing"));

    [Fact]
    public void LockFileThatChanges_IsLookedAtAgain()
    {
        GeneratorOutput output = GeneratorHost.Run(Locked(Lock(Hash)));

        GeneratorRunResult result = GeneratorHost.Replace(output, Locked(Lock(new('0', 64)), "VAPI015"));

        Assert.Equal("VAPI015", Assert.Single(result.Diagnostics).Id);
    }

    [Theory]
    [InlineData("1234")]
    [InlineData("not hexadecimal")]
    public void PinThatIsNone_IsAnInvalidOption(string value) => Assert.Empty(
        GeneratorHost.Run(new GeneratorInput(new InputDocument(Document) { Metadata = { ["OpenApiSha256"] = value } }) { Expected = ["VAPI004"] }).Files);

    [Fact]
    public void ApiInfo_TellsWhichDocumentItIs() => Assert.Equal($"Test 1.2 {Hash} 0 1", GeneratorHost.Run(new GeneratorInput(Document)
    {
        Source = UserCode.Returning("""return $"{ApiInfo.Title} {ApiInfo.Version} {ApiInfo.Sha256} {ApiInfo.OperationCount} {ApiInfo.SchemaCount}";"""),
    }).Run<string>());

    /// <summary>Overlays are part of the pin: their number, their order and their bytes.</summary>
    [Theory]
    [InlineData(true, "the first", "the second")]
    [InlineData(false, "the second", "the first")]
    [InlineData(false, "the first")]
    [InlineData(false)]
    [InlineData(false, "the first", "another")]
    [InlineData(false, "the first", "the second", "a third")]
    public void OverlaysThatDoNotMatchTheLockFile_AreAnError(bool isPinned, params string[] pinned)
    {
        InputDocument[] overlays = [new(Titled("the first"), "/project/openapi.overlay.json"), new(Titled("the second"), "/project/openapi.overlay.yaml")];
        string text = $$"""{ "sha256": "{{Hash}}", "overlays": {{OpenApi.Json(pinned.Select(p => HashOf(Titled(p))))}} }""";

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput([new InputDocument(Document), .. overlays, new InputDocument(text, "/project/openapi.lock.json")]) { Expected = isPinned ? [] : ["VAPI015"] });

        Assert.Equal(isPinned, output.Files.Count > 0);
        if (!isPinned)
            Assert.Matches(pinned.Length == 2 ? "SHA-256 of the overlay '.*openapi.overlay.(json|yaml)' of the document is" : $"number of overlays of the document is '2', but its lock file requires '{pinned.Length}'", Assert.Single(output.Diagnostics).GetMessage());

        static string Titled(string title) => $$"""{ "overlay": "1.0.0", "info": { "title": "{{title}}", "version": "1" }, "actions": [{ "target": "$.info", "update": { "x-{{title}}": 1 } }] }""";
    }

    /// <summary>The hash of a file, as the tests give it to the generator.</summary>
    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text)).ToArray()));

    private static GeneratorInput Locked(string text, params string[] expected)
        => new(new InputDocument(Document), new InputDocument(text, "/project/openapi.lock.json") { Metadata = { ["OpenApiNamespace"] = "Test" } }) { Expected = expected };

    private static string Lock(string sha256) => $$"""{ "url": "https://example.com/openapi.json", "version": "1.2", "sha256": "{{sha256}}", "etag": "\"1\"" }""";

    private static Diagnostic Refused(string option, string value)
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(Document) { Metadata = { [option] = value } }) { Expected = ["VAPI015"] });
        Assert.Empty(output.Files);
        Diagnostic diagnostic = Assert.Single(output.Diagnostics);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        return diagnostic;
    }

    private static (int Line, int Column) Position(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal(InputDocument.DefaultPath, place.Path);
        return (place.StartLinePosition.Line, place.StartLinePosition.Character);
    }
}
