using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Vapi.Generators.Tests.Build;

namespace Vapi.Generators.Tests.Documents;

/// <summary>An overlay changes the document before anything else reads it.</summary>
public class OverlayTests
{
    private const string Thing = "$.components.schemas.Thing";

    private static readonly string Document = OpenApi.Properties("""{ "a": { "type": "string" }, "b": { "type": "integer", "format": "int32" } }""", ["a"]);

    [Theory]
    [InlineData($"{Thing}.properties.a", "update", """{ "type": "boolean" }""", "required bool A { get; set; }", "int? B { get; set; }")]
    [InlineData($"{Thing}.properties.a.type", "update", "\"boolean\"", "required bool A { get; set; }", "int? B { get; set; }")]
    [InlineData($"{Thing}.properties", "update", """{ "c": { "type": "boolean" } }""", "required string A { get; set; }", "int? B { get; set; }", "bool? C { get; set; }")]
    [InlineData($"{Thing}.required", "update", "\"b\"", "required string A { get; set; }", "required int B { get; set; }")]
    [InlineData($"{Thing}.required", "update", "[\"b\"]", "required string A { get; set; }", "required int B { get; set; }")]
    [InlineData("$", "update", """{ "components": { "schemas": { "Thing": { "required": ["b"], "properties": { "a": { "nullable": true } } } } } }""", "required string? A { get; set; }", "required int B { get; set; }")]
    [InlineData($"{Thing}.properties.b", "remove", "true", "required string A { get; set; }")]
    [InlineData($"{Thing}.required[?@ == 'a']", "remove", "true", "string? A { get; set; }", "int? B { get; set; }")]
    [InlineData($"{Thing}.properties.b.format", "remove", "true", "required string A { get; set; }", "long? B { get; set; }")]
    [InlineData($"{Thing}.properties.b", "remove", "false", "required string A { get; set; }", "int? B { get; set; }")]
    [InlineData($"{Thing}.properties.b.type", "copy", $"\"{Thing}.properties.a.type\"", "required string A { get; set; }", "string? B { get; set; }")]
    [InlineData($"{Thing}.properties.a", "copy", "\"$\"", "required string A { get; set; }", "int? B { get; set; }")]
    public void Action_ChangesWhatIsGenerated(string target, string kind, string value, params string[] expected)
        => Assert.Equal(expected, GeneratorHost.Run(Overlay.Input(Document, Overlay.Of(Overlay.Action(target, kind, value)))).Properties("Thing"));

    /// <summary>A later action sees what the earlier ones did: a value of another kind replaces a removed one, and a copied value is another one than its original.</summary>
    [Fact]
    public void Actions_ApplyInTheirOrder()
    {
        string overlay = Overlay.Of(string.Join(", ",
            Overlay.Action($"{Thing}.properties.a.type", "remove", "true"),
            Overlay.Action($"{Thing}.properties.a", "update", """{ "oneOf": [{ "type": "string" }, { "type": "boolean" }] }"""),
            Overlay.Action($"{Thing}.properties", "update", """{ "c": {} }"""),
            Overlay.Action($"{Thing}.properties.c", "copy", $"\"{Thing}.properties.b\""),
            Overlay.Action($"{Thing}.properties.b.format", "update", "\"int64\"")));

        Assert.Equal(["required ThingA A { get; set; }", "long? B { get; set; }", "int? C { get; set; }"], GeneratorHost.Run(Overlay.Input(Document, overlay)).Properties("Thing"));
    }

    [Fact]
    public void OverlaysThatAreListed_ApplyInTheirOrder_InsteadOfThoseNextToTheDocument()
    {
        InputDocument document = new(Document) { Metadata = { ["OpenApiOverlays"] = "fixes/second.yaml, first.overlay.json" } };
        InputDocument[] files =
        [
            new(Overlay.Of(Overlay.Action($"{Thing}.properties.a", "update", """{ "type": "number" }""")), Overlay.Path),
            new(Overlay.Of(Overlay.Action($"{Thing}.properties.*.type", "update", "\"boolean\"")), "/project/first.overlay.json"),
            new("overlay: 1.0.0\ninfo: { title: t, version: '1' }\nactions:\n  - target: $.components.schemas.Thing.properties\n    update: { c: { type: string } }\n", "/project/fixes/second.yaml"),
        ];

        Assert.Equal(["required bool A { get; set; }", "bool? B { get; set; }", "bool? C { get; set; }"], GeneratorHost.Run(new GeneratorInput([document, .. files])).Properties("Thing"));
    }

    /// <summary>A path in the project file is relative to the project.</summary>
    [Theory]
    [InlineData("fix.yaml", "/work", "/work/fix.yaml")]
    [InlineData("../fix.yaml", "/work/app", "/work/fix.yaml")]
    [InlineData("/etc/fix.yaml", "/work", "/etc/fix.yaml")]
    [InlineData("C:\\fixes\\fix.yaml", "C:\\work", "c:/fixes/fix.yaml")]
    [InlineData("fixes\\fix.yaml", "C:\\work", "C:\\work\\fixes\\fix.yaml")]
    public void ListedPath_IsRelativeToTheProject(string listed, string project, string path)
    {
        var input = new GeneratorInput(new InputDocument(Document, "/work/documents/openapi.json"), new InputDocument(Overlay.Of(Overlay.Action($"{Thing}.properties.b", "remove", "true")), path))
        {
            Properties = { ["OpenApiOverlays"] = listed, ["MSBuildProjectDirectory"] = project },
        };

        Assert.Equal("required string A { get; set; }", GeneratorHost.Run(input).Property("Thing"));
    }

    [Fact]
    public void ListedOverlayThatDoesNotExist_IsAnError()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(Document) { Metadata = { ["OpenApiOverlays"] = "missing.yaml" } }) { Expected = ["VAPI025"] });

        Assert.Empty(output.Files);
        Assert.Contains("the file '/project/missing.yaml' does not exist", Assert.Single(output.Diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    /// <summary>An overlay is not a document, even if a pattern gives it the metadata of one, and neither is it a pin.</summary>
    [Fact]
    public void OverlayOfAnotherDocument_ChangesNothing()
    {
        InputDocument other = new(Overlay.Of(Overlay.Action("$.components", "remove", "true")), "/project/other.overlay.json") { Metadata = { ["OpenApiNamespace"] = "Test" } };

        Assert.Equal(GeneratorHost.Run(Document).Files, GeneratorHost.Run(new GeneratorInput(new InputDocument(Document), other)).Files);
    }

    /// <summary>What an overlay does not name is read as if there were no overlay, with the same diagnostics at the same places.</summary>
    [Theory]
    [InlineData("$", """{ "x-note": 1 }""")]
    [InlineData("$.components.schemas.*", """{ "x-note": 1 }""")]
    public void OverlayThatAddsNoMeaning_ChangesNothing(string target, string update)
    {
        (string Path, string Text)[] documents =
        [
            ("/project/openapi.json", BaselineTests.Document),
            ("/project/openapi.yaml", YamlTests.Document),
            ("/project/openapi.yaml", "openapi: 3.0.3\ninfo: { title: Test, version: 0x10 }\npaths: {}\ncomponents: { schemas: { Thing: { type: object, properties: { a: { type: string, enum: [0x1F, yes, 1.50], default: 0x1F }, a: {}, A: {}, b: { $ref: '#/x' } } } } }\n"),
        ];
        foreach ((string path, string text) in documents)
        {
            GeneratorOutput plain = GeneratorHost.Run(new GeneratorInput(new InputDocument(text, path)) { Expected = null });
            GeneratorOutput overlaid = GeneratorHost.Run(new GeneratorInput(new InputDocument(text, path), new InputDocument(Overlay.Of(Overlay.Action(target, "update", update)), Overlay.Path)) { Expected = null });

            Assert.Equal(plain.Files, overlaid.Files);
            Assert.Equal(plain.Diagnostics.Select(d => d.ToString()), overlaid.Diagnostics.Select(d => d.ToString()));
        }
    }

    [Fact]
    public void ReferenceInAnOverlay_IsRelativeToTheDocument() => Assert.Equal("int? Value { get; set; }", GeneratorHost.Run(new GeneratorInput(
        new InputDocument(OpenApi.Property("{}")) { Metadata = { ["OpenApiOverlays"] = "fixes/fix.json" } },
        new InputDocument(Overlay.Of(Overlay.Action($"{Thing}.properties.value", "update", """{ "$ref": "parts.json#/A" }""")), "/project/fixes/fix.json"),
        new InputDocument("""{ "A": { "type": "integer", "format": "int32" } }""", "/project/parts.json"))).Property("Thing"));

    [Theory]
    [InlineData(Overlay.Path, """{ "overlay": "1.0.0", "actions": [{ "target": "$.components.schemas.Thing.properties", "update": { "c": { [|"$ref"|]: "#/$defs/Missing" } } }] }""", "VAPI007")]
    [InlineData(Overlay.Path, """{ "overlay": "1.0.0", "actions": [{ "target": "$.components.schemas.Thing.properties", "update": { [|"A"|]: {} } }] }""", "VAPI008")]
    [InlineData("/project/openapi.overlay.yaml", "overlay: 1.0.0\nactions:\n  - target: $.components.schemas.Thing.properties\n    update:\n      c: {}\n      [|A|]: {}\n", "VAPI008")]
    [InlineData("/project/openapi.overlay.yml", "overlay: 1.0.0\nactions:\n  - target: $.components.schemas.Thing.properties.a\n    update: { [|type|]: text }\n", "VAPI006")]
    public void Finding_StandsInTheFileThatBroughtTheLine(string path, string marked, string id)
    {
        var text = MarkedText.Parse(marked);

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(Document), new InputDocument(text.Text, path)));

        text.RequireAt(Assert.Single(output.Diagnostics, d => d.Id == id), path);
    }

    /// <summary>Items and members that moved up keep their places in the file.</summary>
    [Fact]
    public void FindingBehindARemovedPart_StaysAtItsPlace()
    {
        var document = MarkedText.Parse(OpenApi.Schemas("""{ "Thing": { "allOf": [{ "type": "object" }, { "properties": { "x": { [|"$ref"|]: "#/$defs/Missing" } } }] } }"""));

        GeneratorOutput output = GeneratorHost.Run(Overlay.Input(document.Text, Overlay.Of(Overlay.Action($"{Thing}.allOf[0]", "remove", "true"))));

        document.RequireAt(Assert.Single(output.Diagnostics, d => d.Id == "VAPI007"));
    }

    [Fact]
    public void TargetThatMatchesNothing_IsAWarning_AndTheRestIsApplied()
    {
        var overlay = MarkedText.Parse("""{ "overlay": "1.0.0", "actions": [{ [|"target"|]: "$.components.schemas.Thnig", "remove": true }, { "target": "$.components.schemas.Thing.properties.b", "remove": true }] }""");

        GeneratorOutput output = GeneratorHost.Run(Overlay.Input(Document, overlay.Text, "VAPI026"));

        overlay.RequireAt(Assert.Single(output.Diagnostics), Overlay.Path);
        Assert.Equal("required string A { get; set; }", output.Property("Thing"));
    }

    [Theory]
    [InlineData("openapi.json", true)]
    [InlineData("./openapi.json", true)]
    [InlineData("https://example.com/openapi.json", true)]
    [InlineData("https://example.com/other.json", false)]
    [InlineData("other.json", false)]
    public void OverlayThatExtendsAnotherDocument_IsAWarning(string extends, bool isThis)
    {
        string overlay = $$"""{ "overlay": "1.0.0", "extends": "{{extends}}", "actions": [{ "target": "$.components.schemas.Thing.properties.b", "remove": true }] }""";
        string pin = $$"""{ "url": "https://example.com/openapi.json", "sha256": "{{PinTests.HashOf(Document)}}", "overlays": ["{{PinTests.HashOf(overlay)}}"] }""";

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(Document), new InputDocument(overlay, Overlay.Path), new InputDocument(pin, "/project/openapi.lock.json")) { Expected = isThis ? [] : ["VAPI026"] });

        Assert.Equal("required string A { get; set; }", output.Property("Thing"));
    }

    [Theory]
    [InlineData("{[||]", "The file is not JSON")]
    [InlineData("[|[|]]", "it has no 'overlay' property")]
    [InlineData("[|{|] \"actions\": [] }", "it has no 'overlay' property")]
    [InlineData("""{ [|"overlay"|]: "2.0.0", "actions": [{ "target": "$", "update": {} }] }""", "version 2.0.0 is not supported")]
    [InlineData("""{ [|"overlay"|]: "1.2.0", "actions": [{ "target": "$", "update": {} }] }""", "The supported versions are 1.0 and 1.1")]
    [InlineData("""{ "overlay": "1.0.0", [|"actions"|]: [] }""", "'actions' must be a list of at least one action")]
    [InlineData("""{ "overlay": "1.0.0", [|"actoins"|]: [], "actions": [{ "target": "$", "update": {} }] }""", "'actoins' is not a property")]
    [InlineData("""{ "overlay": "1.0.0", "actions": [[|1|]] }""", "an action must be an object")]
    [InlineData("""{ "overlay": "1.0.0", "actions": [[|{|] "update": {} }] }""", "'target' must be a JSONPath")]
    [InlineData("""{ "overlay": "1.0.0", "actions": [{ [|"target"|]: 1, "update": {} }] }""", "'target' must be a JSONPath")]
    [InlineData("""{ "overlay": "1.0.0", "actions": [[|{|] "target": "$" }] }""", "no 'update', 'remove' or 'copy'")]
    [InlineData("""{ "overlay": "1.0.0", "actions": [{ "target": "$", [|"updates"|]: {}, "remove": false }] }""", "'updates' is not a property")]
    [InlineData("""{ "overlay": "1.0.0", "actions": [{ "target": "$.info", [|"remove"|]: "yes" }] }""", "'remove' must be true or false")]
    [InlineData("""{ "overlay": "1.1.0", "actions": [{ "target": "$.info", "update": {}, [|"copy"|]: "$.info" }] }""", "'update' or 'copy', but not both")]
    [InlineData("""{ "overlay": "1.1.0", "actions": [{ "target": "$.info", [|"copy"|]: "$.components.schemas.Thing.properties.*" }] }""", "'copy' must select one node, but selects 2")]
    [InlineData("""{ "overlay": "1.1.0", "actions": [{ "target": "$.info", [|"copy"|]: "$.info.title" }] }""", "an object in the document (#/info) cannot be merged with a single value")]
    [InlineData("""{ "overlay": "1.0.0", "actions": [{ [|"target"|]: "$", "remove": true }] }""", "the whole document cannot be removed")]
    [InlineData("""{ "overlay": "1.0.0", "actions": [{ [|"target"|]: "$.components.schemas.Thing[*]", "update": {} }] }""", "different kinds of nodes")]
    [InlineData("""{ "overlay": "1.0.0", "actions": [{ "target": "$.info", "update": { [|"title"|]: { "x": 1 } } }] }""", "a single value in the document (#/info/title) cannot be merged with an object")]
    [InlineData("""{ "overlay": "1.0.0", "actions": [{ "target": "$", "update": { "components": { "schemas": { "Thing": { [|"required"|]: "b" } } } } }] }""", "an array in the document (#/components/schemas/Thing/required) cannot be merged with a single value")]
    public void MalformedOverlay_IsAnErrorAtItsPlace(string marked, string message)
    {
        var overlay = MarkedText.Parse(marked);

        GeneratorOutput output = GeneratorHost.Run(Overlay.Input(Document, overlay.Text, "VAPI025"));

        Diagnostic diagnostic = Assert.Single(output.Diagnostics);
        Assert.Contains(message, diagnostic.GetMessage(), StringComparison.Ordinal);
        overlay.RequireAt(diagnostic, Overlay.Path);
        Assert.Empty(output.Files);
    }

    [Fact]
    public void EditedOverlay_RerunsOnlyItsDocument()
    {
        InputDocument[] files =
        [
            new(Document),
            new(OpenApi.Property("{}"), "/project/other.openapi.json") { Metadata = { ["OpenApiNamespace"] = "Other", ["OpenApiClientName"] = "OtherClient" } },
            new(Overlay.Of(Overlay.Action($"{Thing}.properties.value", "update", """{ "type": "string" }""")), "/project/other.openapi.overlay.json"),
        ];
        InputDocument own = new(Overlay.Of(Overlay.Action($"{Thing}.properties.b", "remove", "true")), Overlay.Path);
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput([.. files, own]));

        GeneratorRunResult edited = GeneratorHost.Replace(output, output.Input with { Documents = [.. files, own with { Text = Overlay.Of(Overlay.Action($"{Thing}.properties.b.format", "remove", "true")) }] });

        Assert.Equal(["Test.Thing"], GeneratorHost.Changed(output.Result, edited));
        Assert.Single(GeneratorHost.Reemitted(edited));
        Assert.Single(edited.TrackedSteps[TrackingNames.Generate].SelectMany(s => s.Outputs), o => !GeneratorHost.IsReused(o.Reason));
    }

    /// <summary>The overlay and the code of docs/updating.md, word by word.</summary>
    [Theory]
    [InlineData("false", "failed")]
    [InlineData("7.5", "7.5 points")]
    [InlineData("\"Good\"", "Good")]
    [InlineData("null", "not evaluated")]
    public void ExampleOfTheDocumentation_Works(string value, string text)
    {
        string document = OpenApi.Schemas("""{ "Call": { "type": "object", "properties": { "analysis": { "$ref": "#/components/schemas/Analysis" } } }, "Analysis": { "type": "object", "properties": { "successEvaluation": { "type": "string" } } } }""");
        string source = UserCode.Returning($$"""
            var call = JsonSerializer.Deserialize<Call>({{OpenApi.Json($$"""{ "analysis": { "successEvaluation": {{value}} } }""")}})!;
            {{Example("csharp", "string text")}}
            return text;
            """);

        Assert.Equal(text, GeneratorHost.Run(Overlay.Yaml(document, Example("yaml", "overlay")) with { Source = source }).Run<string>());
    }

    [Fact]
    public void OverlayOfTheRealDocument_CorrectsAType()
    {
        GeneratorRunResult plain = RealDocument.Output.Result;
        GeneratorRunResult corrected = GeneratorHost.Generate(Overlay.Yaml(RealDocument.Output.Input.Documents.Single().Text!, Example("yaml", "overlay")));

        string before = Text(plain);
        string[] changed = [.. GeneratorHost.Changed(plain, corrected)];
        Assert.Contains("Vapi.Analysis", changed);
        Assert.Equal(["Vapi.AnalysisSuccessEvaluation"], changed.Where(name => !Regex.IsMatch(before, $@" partial (class|struct) {name["Vapi.".Length..]}\b")));
        Assert.Contains("public string? SuccessEvaluation", before, StringComparison.Ordinal);
        Assert.Contains("public AnalysisSuccessEvaluation? SuccessEvaluation", Text(corrected), StringComparison.Ordinal);

        static string Text(GeneratorRunResult result) => string.Concat(GeneratorHost.Files(result).Select(f => f.Text));
    }

    /// <summary>The overlays of docs/streaming.md and docs/faq.md, and the one of samples/Streaming, which is the same as the former.</summary>
    [Fact]
    public void OtherOverlaysOfTheDocumentation_CorrectTheRealDocument()
    {
        string document = File.ReadAllText(Repository.Shared("vapi/openapi.json"));
        string stream = Example("json", "{\n  \"overlay\"", "streaming.md");

        Assert.Contains("> CreateChatStreamingAsync(", Text(Overlay.Input(document, stream), "ChatsClient"), StringComparison.Ordinal);
        Assert.Contains("public required global::System.Guid Id", Text(Overlay.Yaml(document, Example("yaml", "overlay", "faq.md")), "Assistant"), StringComparison.Ordinal);
        string sample = File.ReadAllText(Path.Combine(Repository.Root, "samples/Streaming/openapi.overlay.json"));
        Assert.Equal(JsonNode.Parse(stream)!["actions"]!.ToJsonString(), JsonNode.Parse(sample)!["actions"]!.ToJsonString());

        static string Text(GeneratorInput input, string type)
            => GeneratorHost.Generate(input).GeneratedSources.Select(s => s.SourceText.ToString()).Single(t => Regex.IsMatch(t, $@" partial class {type}\b"));
    }

    /// <summary>The code block of a page that starts with these words.</summary>
    private static string Example(string language, string start, string page = "updating.md")
    {
        string text = File.ReadAllText(Path.Combine(Repository.Docs, page));
        int from = text.IndexOf($"```{language}\n{start}", StringComparison.Ordinal) + language.Length + 4;
        return text[from..text.IndexOf("```", from, StringComparison.Ordinal)];
    }
}
