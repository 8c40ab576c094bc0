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
    public void WhitespaceEdit_ReemitsNothingButTheHash(string old, string @new)
    {
        GeneratorRunResult edited = GeneratorHost.Replace(Output.Value, Document.Replace(old, @new, StringComparison.Ordinal));

        Assert.Equal(["Test.ApiInfo.g.cs"], GeneratorHost.Changed(Output.Value.Result, edited));
        Assert.Single(GeneratorHost.Reemitted(edited));
    }

    [Fact]
    public void SameTextHandedOverAgain_ReemitsNothing() => Assert.Empty(GeneratorHost.Reemitted(GeneratorHost.Replace(Output.Value, Document)));

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
    public void FindingThatMoves_ReemitsNothingButTheHash()
    {
        string document = Document.Replace("\"name50\":", "\"Name50\": {}, \"name50\":", StringComparison.Ordinal);
        GeneratorOutput output = GeneratorHost.Run(document);

        GeneratorRunResult edited = GeneratorHost.Replace(output, "\n\n" + document);

        Assert.Equal(["Test.ApiInfo.g.cs"], GeneratorHost.Changed(output.Result, edited));
        Assert.Single(GeneratorHost.Reemitted(edited));
    }

    [Fact]
    public void BrokenAndRepairedDocument_IsTheSameAgain()
    {
        GeneratorOutput output = GeneratorHost.Run(Document);
        GeneratorRunResult broken = GeneratorHost.Replace(output, Document[..100]);

        Assert.Empty(broken.GeneratedSources);
        Assert.Equal(GeneratorHost.Files(output.Result), GeneratorHost.Files(GeneratorHost.Replace(output, Document)));
    }

    /// <summary>Demands that these files and no others differ, and that hardly more was emitted again: a group of declarations is one output.</summary>
    private static void RequireChange(string document, params string[] declarations)
    {
        GeneratorRunResult edited = GeneratorHost.Replace(Output.Value, document);

        Assert.Equal(declarations.Append("ApiInfo").Select(d => $"Test.{d}.g.cs").Order(StringComparer.Ordinal), GeneratorHost.Changed(Output.Value.Result, edited));
        Assert.InRange(GeneratorHost.Reemitted(edited).Count, 1, declarations.Length + 1);
    }

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
