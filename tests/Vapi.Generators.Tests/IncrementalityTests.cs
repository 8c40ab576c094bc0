using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests;

/// <summary>What runs again after an edit. That an edit of C# reruns nothing, every test proves: <see cref="GeneratorHost"/> demands it.</summary>
public class IncrementalityTests
{
    private static readonly string Document = LargeDocument(count: 100);

    private static readonly Lazy<GeneratorOutput> Output = new(() => GeneratorHost.Run(Document));

    [Theory]
    [InlineData("\": ", "\" :\n  ")]
    [InlineData("\"type\": \"object\"", "\"type\": \"obj\\u0065ct\"")]
    public void WhitespaceEdit_ReemitsNothing(string old, string @new)
    {
        GeneratorRunResult edited = GeneratorHost.Replace(Output.Value, Document.Replace(old, @new, StringComparison.Ordinal));

        Assert.Empty(Reemitted(edited));
    }

    [Fact]
    public void SameTextHandedOverAgain_ReemitsNothing() => Assert.Empty(Reemitted(GeneratorHost.Replace(Output.Value, Document)));

    [Fact]
    public void DescriptionEdit_ReemitsOnlyItsFile()
        => RequireChange(Document.Replace("Description 50.", "Another description.", StringComparison.Ordinal), "Thing50");

    [Fact]
    public void OnePropertyAdded_ReemitsOnlyItsFile()
        => RequireChange(Document.Replace("\"name50\":", "\"more\": { \"type\": \"string\" }, \"name50\":", StringComparison.Ordinal), "Thing50");

    [Fact]
    public void OneSchemaAddedInTheMiddle_EmitsOnlyIt() => RequireChange(
        Document.Replace("\"Thing50\":", "\"Added\": { \"type\": \"object\", \"properties\": {} }, \"Thing50\":", StringComparison.Ordinal),
        "Added",
        "TestJsonTypeInfoResolver");

    [Fact]
    public void OneSchemaRenamed_EmitsNothingElse() => RequireChange(
        Document.Replace("\"Thing99\"", "\"Renamed\"", StringComparison.Ordinal), "Thing99", "Thing99Kind", "Renamed", "RenamedKind", "TestJsonTypeInfoResolver");

    [Fact]
    public void OneOperationAdded_ReemitsOnlyItsGroup() => RequireChange(
        Document.Replace("\"/things5\":", "\"/added\": { \"get\": { \"tags\": [\"group5\"], \"operationId\": \"added\", \"responses\": { \"204\": { \"description\": \"\" } } } }, \"/things5\":", StringComparison.Ordinal),
        "Group5Client");

    [Fact]
    public void FindingThatMoves_ReemitsNoSource()
    {
        string document = Document.Replace("\"name50\":", "\"Name50\": {}, \"name50\":", StringComparison.Ordinal);
        GeneratorOutput output = GeneratorHost.Run(document);

        GeneratorRunResult edited = GeneratorHost.Replace(output, "\n\n" + document);

        Assert.Equal(Files(output.Result), Files(edited));
        Assert.Empty(Reemitted(edited));
    }

    [Fact]
    public void BrokenAndRepairedDocument_IsTheSameAgain()
    {
        GeneratorOutput output = GeneratorHost.Run(Document);
        GeneratorRunResult broken = GeneratorHost.Replace(output, Document[..100]);

        Assert.Empty(broken.GeneratedSources);
        Assert.Equal(Files(output.Result), Files(GeneratorHost.Replace(output, Document)));
    }

    [Fact]
    public void RealDocument_OnePropertyAdded_ReemitsAHandful()
    {
        string document = File.ReadAllText(Repository.Shared("vapi/openapi.json"));
        int schema = document.IndexOf("\"CreateCallDTO\":", StringComparison.Ordinal);
        int properties = document.IndexOf("\"properties\":", schema, StringComparison.Ordinal);
        int open = document.IndexOf('{', properties) + 1;

        GeneratorRunResult edited = GeneratorHost.Replace(RealDocument.Output, document.Insert(open, "\"brandNew\": { \"type\": \"string\" },"));

        Assert.Equal(["Vapi.CreateCallDTO.g.cs"], Changed(RealDocument.Output.Result, edited));
        Assert.InRange(Reemitted(edited).Count, 1, 3);
    }

    [Fact]
    public void RealDocument_OneSchemaAddedInTheMiddle_ReemitsAHandful()
    {
        string document = File.ReadAllText(Repository.Shared("vapi/openapi.json"));
        int middle = document.IndexOf("\"CreateCallDTO\":", StringComparison.Ordinal);

        GeneratorRunResult edited = GeneratorHost.Replace(RealDocument.Output, document.Insert(middle, "\"BrandNew\": { \"type\": \"object\", \"properties\": { \"x\": { \"type\": \"string\" } } },"));

        Assert.Equal(["Vapi.BrandNew.g.cs", "Vapi.VapiJsonTypeInfoResolver.g.cs"], Changed(RealDocument.Output.Result, edited));
        Assert.InRange(Reemitted(edited).Count, 1, 3);
    }

    /// <summary>Demands that these files and no others differ, and that hardly more was emitted again: a group of declarations is one output.</summary>
    private static void RequireChange(string document, params string[] declarations)
    {
        GeneratorRunResult edited = GeneratorHost.Replace(Output.Value, document);

        Assert.Equal(declarations.Select(d => $"Test.{d}.g.cs").Order(StringComparer.Ordinal), Changed(Output.Value.Result, edited));
        Assert.InRange(Reemitted(edited).Count, 1, declarations.Length);
    }

    /// <summary>The files that were added, removed or have another text.</summary>
    private static IEnumerable<string> Changed(GeneratorRunResult before, GeneratorRunResult after)
        => Files(before).Except(Files(after)).Concat(Files(after).Except(Files(before))).Select(f => f.Name).Distinct().Order(StringComparer.Ordinal);

    private static HashSet<(string Name, string Text)> Files(GeneratorRunResult result) => [.. result.GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString()))];

    /// <summary>The outputs with sources that the driver did not take from the run before. An output is a pair of sources and diagnostics; diagnostics move with every line.</summary>
    private static List<IncrementalStepRunReason> Reemitted(GeneratorRunResult result) =>
    [
        .. result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs)
            .Where(o => !GeneratorHost.IsReused(o.Reason) && ((IEnumerable)((ITuple)o.Value)[0]!).Cast<object>().Any())
            .Select(o => o.Reason),
    ];

    private static string LargeDocument(int count)
    {
        IEnumerable<string> schemas = Enumerable.Range(0, count).Select(i => $$"""
            "Thing{{i}}": { "type": "object", "description": "Description {{i}}.", "properties": {
              "name{{i}}": { "type": "string" }, "next": { "$ref": "#/components/schemas/Thing{{(i + 1) % (count - 1)}}" }, "kind": { "enum": ["a{{i}}", "b"] }
            } }
            """);
        IEnumerable<string> paths = Enumerable.Range(0, count / 10).Select(i => $$"""
            "/things{{i}}": { "get": { "tags": ["group{{i}}"], "operationId": "get{{i}}", "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing{{i}}" } } } } } } }
            """);
        return OpenApi.Paths($$"""{ {{string.Join(",\n", paths)}} }""", $$"""{ {{string.Join(",\n", schemas)}} }""");
    }
}
