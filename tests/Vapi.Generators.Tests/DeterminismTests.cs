using System.Globalization;

namespace Vapi.Generators.Tests;

/// <summary>The same document gives the same bytes.</summary>
public class DeterminismTests
{
    private static readonly string Document = OpenApi.Paths(
        """{ "/issues/{issueId}": { "get": { "operationId": "IssueController_listIssues", "tags": ["issue list"], "parameters": [{ "name": "limit", "in": "query", "schema": { "type": "integer" } }], "responses": { "204": { "description": "" } } } } }""",
        """
        {
          "issue": {
            "type": "object", "description": "An issue.\nIt has an ID.",
            "properties": {
              "id": { "type": "integer" }, "ID": { "type": "string" }, "title": { "type": "string" }, "weight": { "type": "number", "minimum": -1.5, "default": 0.25 },
              "kind": { "enum": ["info", "INFO", "İ", "ı"] }, "factor": { "type": "number", "enum": [-1.5, 1e21] }, "ratio": { "type": "number", "enum": [0.1] },
              "either": { "oneOf": [{ "type": "string" }, { "type": "integer" }] }
            }
          }
        }
        """);

    private static readonly Lazy<GeneratorOutput> Output = new(() => GeneratorHost.Run(Document));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void OtherCulture_GivesTheSameBytes(string culture)
    {
        (CultureInfo formats, CultureInfo texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            RequireSame(Document);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (formats, texts);
        }
    }

    [Fact]
    public void OtherLineEndings_GiveTheSameBytes() => RequireSame(Document.ReplaceLineEndings("\r\n"));

    [Fact]
    public void OtherPath_GivesTheSameBytes() => RequireSame(new GeneratorInput(new InputDocument(Document, @"C:\elsewhere\my.openapi.json")));

    [Fact]
    public void OtherProcess_GivesTheSameBytes() => Baseline.Verify("Issue", Output.Value.File("Issue"));

    [Fact]
    public void Files_HaveLineFeedsOnly() => Assert.All(Output.Value.Files.Values, text => Assert.DoesNotContain('\r', text));

    private static void RequireSame(GeneratorInput input)
    {
        IReadOnlyDictionary<string, string> files = GeneratorHost.Run(input).Files;

        Assert.Equal(Output.Value.Files.Keys, files.Keys);
        Assert.All(files, file => Assert.Equal(Output.Value.Files[file.Key], file.Value));
    }
}
