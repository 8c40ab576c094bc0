using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators.Tests.Build;

/// <summary>The same document gives the same bytes.</summary>
public partial class DeterminismTests
{
    internal static readonly string Document = OpenApi.Paths(
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
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
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

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void OtherLineEndings_GiveTheSameBytes(string lineEnding)
    {
        Assert.Contains('\n', Document);
        RequireSame(Document.ReplaceLineEndings(lineEnding));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void FileWithAByteOrderMark_GivesTheSameBytes(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        using var file = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(Document)]);

        RequireSame(SourceText.From(file).ToString());
    }

    [Theory]
    [InlineData(@"C:\elsewhere\my.openapi.json")]
    [InlineData("/home/jürgen/a b/openapi.json")]
    public void OtherPath_GivesTheSameBytes(string path) => RequireSame(new GeneratorInput(new InputDocument(Document, path)));

    [Fact]
    public void OtherOrderOfTheDocuments_GivesTheSameBytes()
    {
        var other = new InputDocument(EveryFeature.Document, "/project/other.openapi.json") { Metadata = { ["OpenApiNamespace"] = "Other" } };
        IReadOnlyDictionary<string, string> files = GeneratorHost.Run(new GeneratorInput(new InputDocument(Document), other)).Files;
        IReadOnlyDictionary<string, string> swapped = GeneratorHost.Run(new GeneratorInput(other, new InputDocument(Document))).Files;

        Assert.Equal(files.OrderBy(f => f.Key, StringComparer.Ordinal), swapped.OrderBy(f => f.Key, StringComparer.Ordinal));
        Assert.All(Output.Value.Files, file => Assert.Equal(file.Value, files[file.Key]));
    }

    [Fact]
    public void OtherProcess_GivesTheSameBytes() => Baseline.Verify("Issue", Output.Value.File("Issue"));

    [Fact]
    public void Files_HaveLineFeedsOnly() => Assert.All(Output.Value.Files.Values, text => Assert.DoesNotContain('\r', text));

    /// <summary>Demands the files of a plain run.</summary>
    internal static void RequireSame(GeneratorInput input)
    {
        IReadOnlyDictionary<string, string> files = GeneratorHost.Run(input).Files;

        Assert.Equal(Output.Value.Files.Keys, files.Keys);

        // Another file has another hash.
        Assert.All(files, file => Assert.Equal(WithoutHash(Output.Value.Files[file.Key]), WithoutHash(file.Value)));
    }

    private static string WithoutHash(string text) => Hash().Replace(text, "");

    [GeneratedRegex("Sha256 = \"[0-9a-f]{64}\"")]
    private static partial Regex Hash();
}
