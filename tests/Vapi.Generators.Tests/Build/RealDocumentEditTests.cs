using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Build;

/// <summary>What is emitted again after an edit of the real document: the table stands in the output of the tests. ApiInfo has the hash of the file, and so changes with every byte.</summary>
public partial class RealDocumentEditTests
{
    private static readonly Lazy<string> Document = new(() => File.ReadAllText(Repository.Shared("vapi/openapi.json")));

    public static TheoryData<string, int, string[]> Edits => new()
    {
        { "C# elsewhere", 0, [] },
        { "another property of the project", 0, [] },
        { "another additional file", 0, [] },
        { "the same text again", 0, [] },
        { "whitespace everywhere", 1, ["ApiInfo"] },
        { "a description", 2, ["ApiInfo", "CreateCallDTO"] },
        { "a property more", 2, ["ApiInfo", "CreateCallDTO"] },
        { "a value of an enum more", 3, ["ApiInfo", "CallStatus", "CallsCreateResponse"] },
        { "a schema in the middle", 3, ["ApiInfo", "BrandNew", "VapiJsonTypeInfoResolver"] },
        { "an operation", 2, ["ApiInfo", "CallsClient"] },
        { "a tag, with its first operation", 3, ["ApiInfo", "BrandNewClient", "VapiClient"] },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Edit_ReemitsOnlyWhatChanged(string edit, int outputs, string[] declarations)
    {
        GeneratorRunResult before = RealDocument.Output.Result;

        GeneratorRunResult after = GeneratorHost.Replace(RealDocument.Output, Apply(edit, RealDocument.Output.Input));

        int reemitted = Report(edit, after, declarations.Length);
        Assert.Equal(declarations.Select(d => "Vapi." + d), GeneratorHost.Changed(before, after));
        Assert.InRange(reemitted, 0, outputs);
    }

    [Fact]
    public void OptionChanged_ReemitsEverything()
    {
        GeneratorRunResult after = GeneratorHost.Replace(RealDocument.Output, RealDocument.Output.Input with { Properties = new() { ["OpenApiAccessibility"] = "internal" } });

        Assert.Equal(RealDocument.Output.Files.Keys, after.GeneratedSources.Select(s => s.HintName));
        Report("an option (OpenApiAccessibility)", after, GeneratorHost.Files(after).Except(GeneratorHost.Files(RealDocument.Output.Result)).Count());
    }

    private static int Report(string edit, GeneratorRunResult after, int files)
    {
        int reemitted = GeneratorHost.Reemitted(after).Count;
        TestContext.Current.TestOutputHelper?.WriteLine($"{edit}: {reemitted} of {after.TrackedOutputSteps.SelectMany(s => s.Value).Count()} outputs, {files} of {after.GeneratedSources.Length} files");
        return reemitted;
    }

    private static GeneratorInput Apply(string edit, GeneratorInput input) => edit switch
    {
        "C# elsewhere" => input with { Source = "internal static class Elsewhere;" },
        "another property of the project" => input with { Properties = new() { ["RootNamespace"] = "Other" } },
        "another additional file" => input with { Documents = [.. input.Documents, new InputDocument("a", "/project/words.txt")] },
        _ => input with { Documents = [input.Documents.Single() with { Text = Apply(edit, Document.Value) }] },
    };

    private static string Apply(string edit, string document) => edit switch
    {
        "the same text again" => document,
        "whitespace everywhere" => JsonNode.Parse(document)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 3 }),
        "a description" => DescriptionOfCreateCall().Replace(document, "$1An edited description.\"", 1),
        "a property more" => InsertAfter(document, "\"CreateCallDTO\":", "\"properties\":", "\"brandNew\": { \"type\": \"string\" },"),
        "a value of an enum more" => document.Insert(document.IndexOf('[', document.IndexOf("\"status\":", document.IndexOf("\"Call\":", StringComparison.Ordinal), StringComparison.Ordinal)) + 1, "\"brand-new\","),
        "a schema in the middle" => document.Insert(document.IndexOf("\"CreateCallDTO\":", StringComparison.Ordinal), "\"BrandNew\": { \"type\": \"object\", \"properties\": { \"x\": { \"type\": \"string\" } } },"),
        "an operation" => Operation(document, "Calls"),
        _ => Operation(document, "Brand New"),
    };

    private static string Operation(string document, string tag) => document.Insert(
        document.IndexOf("\"/call/{id}\":", StringComparison.Ordinal),
        $$"""  "/brand-new": { "get": { "tags": ["{{tag}}"], "operationId": "BrandController_brandNew", "responses": { "204": { "description": "" } } } }, """);

    private static string InsertAfter(string document, string place, string then, string text)
        => document.Insert(document.IndexOf('{', document.IndexOf(then, document.IndexOf(place, StringComparison.Ordinal), StringComparison.Ordinal)) + 1, text);

    [GeneratedRegex("(\"CreateCallDTO\": \\{.*?\"description\": \")(?:[^\"\\\\]|\\\\.)*\"", RegexOptions.Singleline)]
    private static partial Regex DescriptionOfCreateCall();
}
