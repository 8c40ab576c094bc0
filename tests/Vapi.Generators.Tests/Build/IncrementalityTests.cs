using Microsoft.CodeAnalysis;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Tests.Build;

/// <summary>What runs again after an edit. That an edit of C# reruns nothing, every test proves: <see cref="GeneratorHost"/> demands it.</summary>
public class IncrementalityTests
{
    private static readonly string Document = LargeDocument(count: 100);

    private static readonly InputDocument First = new(Document);

    private static readonly InputDocument Second = new(EveryFeature.Document, "/project/second.openapi.json") { Metadata = { ["OpenApiNamespace"] = "Second" } };

    private static readonly InputDocument Words = new("a", "/project/words.txt");

    private static readonly Lazy<GeneratorOutput> Output = new(() => GeneratorHost.Run(Document));

    private static readonly Lazy<GeneratorOutput> OutputOfBoth = new(() => GeneratorHost.Run(new GeneratorInput(First, Second)));

    private static readonly Lazy<GeneratorOutput> OutputWithWords = new(() => GeneratorHost.Run(new GeneratorInput(First, Words)));

    [Theory]
    [InlineData("\": ", "\" :\n  ")]
    [InlineData("\"type\": \"object\"", "\"type\": \"obj\\u0065ct\"")]
    public void WhitespaceEdit_ReemitsNothingButTheHash(string old, string @new)
    {
        GeneratorRunResult edited = GeneratorHost.Replace(Output.Value, Document.Replace(old, @new, StringComparison.Ordinal));

        Assert.Equal(["Test.ApiInfo"], GeneratorHost.Changed(Output.Value.Result, edited));
        Assert.Single(GeneratorHost.Reemitted(edited));
    }

    [Fact]
    public void SameTextHandedOverAgain_ReemitsNothing() => Assert.Empty(GeneratorHost.Reemitted(GeneratorHost.Replace(Output.Value, Document)));

    [Fact]
    public void DescriptionEdit_ReemitsOnlyItsFile()
        => RequireChange(Document.Replace("Description 50.", "Another description.", StringComparison.Ordinal), "Thing50");

    /// <summary>Guards against the memory of a second copy, which the result of a step has beside the files from the run before.</summary>
    [Fact]
    public void TextThatAnEditDoesNotChange_IsKeptOnce()
    {
        // A namespace that no other test has at the same time.
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(Document) { Properties = { ["OpenApiNamespace"] = "KeptOnce" } });
        GeneratorRunResult edited = GeneratorHost.Replace(output, Document.Replace("Description 50.", "Another description.", StringComparison.Ordinal));
        SourceFile[] files =
        [
            .. edited.TrackedSteps[TrackingNames.Results].SelectMany(s => s.Outputs).SelectMany(o => ((DocumentCode)o.Value).Groups).SelectMany(g => g),
            .. edited.TrackedSteps[TrackingNames.Groups].SelectMany(s => s.Outputs).SelectMany(o => (EquatableArray<SourceFile>)o.Value),
        ];

        Assert.Equal(files.Select(f => f.HintName).Distinct().Count(), files.Select(f => f.Text).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

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
    public void ReferencedFileChanged_ReemitsOnlyWhatIsInIt()
    {
        var document = new InputDocument(OpenApi.Schemas("""{ "Thing": { "type": "object", "properties": { "colour": { "$ref": "colours.json#/Colour" } } }, "Other": { "type": "object", "properties": {} } }"""));
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(document, Colours("red")));

        GeneratorRunResult edited = GeneratorHost.Replace(output, output.Input with { Documents = [document, Colours("blue")] });

        Assert.Equal(["Test.Colour"], GeneratorHost.Changed(output.Result, edited));
        Assert.Single(GeneratorHost.Reemitted(edited));

        static InputDocument Colours(string colour) => new($$"""{ "Colour": { "type": "string", "enum": ["{{colour}}", "green"] } }""", "/project/colours.json");
    }

    [Fact]
    public void FindingThatMoves_ReemitsNothingButTheHash()
    {
        string document = Document.Replace("\"name50\":", "\"Name50\": {}, \"name50\":", StringComparison.Ordinal);
        GeneratorOutput output = GeneratorHost.Run(document);

        GeneratorRunResult edited = GeneratorHost.Replace(output, "\n\n" + document);

        Assert.Equal(["Test.ApiInfo"], GeneratorHost.Changed(output.Result, edited));
        Assert.Single(GeneratorHost.Reemitted(edited));
    }

    [Fact]
    public void OtherPropertyOfTheProject_RerunsNothing()
        => Assert.Empty(Rerun(GeneratorHost.Replace(Output.Value, Output.Value.Input with { Properties = new() { ["RootNamespace"] = "Other" } })));

    [Theory]
    [InlineData("text")]
    [InlineData("metadata")]
    public void OtherAdditionalFileChanged_RerunsNothing(string change)
    {
        GeneratorOutput output = OutputWithWords.Value;
        InputDocument edited = change == "text" ? Words with { Text = "b" } : Words with { Metadata = new() { ["Build"] = "x" } };

        Assert.Empty(Rerun(GeneratorHost.Replace(output, output.Input with { Documents = [First, edited] })));
    }

    [Theory]
    [InlineData("edited")]
    [InlineData("broken")]
    [InlineData("removed")]
    [InlineData("moved to another namespace")]
    public void OneOfTwoDocumentsChanged_ReemitsNothingOfTheOther(string change)
    {
        GeneratorOutput output = OutputOfBoth.Value;
        InputDocument[] documents = change switch
        {
            "edited" => [First with { Text = Document.Replace("\"name50\":", "\"more\": {}, \"name50\":", StringComparison.Ordinal) }, Second],
            "broken" => [First with { Text = Document[..100] }, Second],
            "removed" => [First],
            _ => [First, Second with { Metadata = new() { ["OpenApiNamespace"] = "Other" } }],
        };
        string untouched = change is "edited" or "broken" ? "Second" : "Test";

        GeneratorRunResult result = GeneratorHost.Replace(output, output.Input with { Documents = documents });

        Assert.DoesNotContain(GeneratorHost.Changed(output.Result, result), name => name.StartsWith(untouched, StringComparison.Ordinal));
        Assert.DoesNotContain(GeneratorHost.ReemittedFiles(result), name => name.StartsWith(untouched, StringComparison.Ordinal));
    }

    [Fact]
    public void OptionChanged_ReemitsTheDocument()
    {
        GeneratorRunResult result = GeneratorHost.Replace(Output.Value, Output.Value.Input with { Properties = new() { ["OpenApiNamespace"] = "Other" } });

        Assert.Equal(
            Output.Value.Files.Keys.Select(name => name.StartsWith("Test", StringComparison.Ordinal) ? "Other" + name[4..] : name).Order(StringComparer.Ordinal),
            result.GeneratedSources.Select(s => s.HintName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void BrokenAndRepairedDocument_IsTheSameAgain()
    {
        GeneratorOutput output = Output.Value;
        GeneratorRunResult broken = GeneratorHost.Replace(output, Document[..100]);

        Assert.Empty(broken.GeneratedSources);
        Assert.Equal(GeneratorHost.Files(output.Result), GeneratorHost.Files(GeneratorHost.Replace(output, Document)));
    }

    /// <summary>The steps of ours that did not take all from the run before.</summary>
    private static IEnumerable<string> Rerun(GeneratorRunResult result) => TrackingNames.All.Where(result.TrackedSteps.ContainsKey)
        .Where(name => result.TrackedSteps[name].SelectMany(step => step.Outputs).Any(output => !GeneratorHost.IsReused(output.Reason)))
        .Concat(GeneratorHost.ReemittedFiles(result));

    /// <summary>Demands that these files and no others differ, and that hardly more was emitted again: a group of declarations is one output.</summary>
    private static void RequireChange(string document, params string[] declarations)
    {
        GeneratorRunResult edited = GeneratorHost.Replace(Output.Value, document);

        Assert.Equal(declarations.Append("ApiInfo").Select(d => $"Test.{d}").Order(StringComparer.Ordinal), GeneratorHost.Changed(Output.Value.Result, edited));
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
