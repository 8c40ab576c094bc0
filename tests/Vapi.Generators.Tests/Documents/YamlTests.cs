using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using Vapi.Generators.Reading.Yaml;

namespace Vapi.Generators.Tests.Documents;

/// <summary>A document in YAML is the document that it would be in JSON.</summary>
public class YamlTests
{
    private const string Start = "openapi: 3.1.0\ninfo: { title: Test, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n";

    public const string Document = Start + """
            Owner: &owner
              type: object
              description: "The one
                who pays."
              required: [name]
              properties: { name: { type: string }, kind: { enum: [private, company, 1, null] } }
            Guest: *owner
            Pet:
              <<: *owner
              allOf:
                - $ref: '#/components/schemas/Owner'
                - properties:
                    note:
                      type: [string, 'null']
                      description: |
                        Several lines,
                          indented.
        """;

    /// <summary>Scalars as YAML 1.2 reads them, seen in the values of an enum.</summary>
    [Theory]
    [InlineData("a", "\"a\"")]
    [InlineData("'1'", "\"1\"")]
    [InlineData("\"\\u00e9\\n\"", "\"é\\n\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("2024-01-01", "\"2024-01-01\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("!!str 5", "\"5\"")]
    [InlineData("12", "12")]
    [InlineData("+007", "7")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("1.50", "1.50")]
    [InlineData(".5e3", "0.5e3")]
    [InlineData("5.", "5")]
    [InlineData("-1", "-1")]
    [InlineData("True", "true")]
    public void Scalar_IsWhatYaml12SaysThatItIs(string yaml, string json)
        => Assert.Equal(Code(OpenApi.Schemas($$"""{ "Thing": { "properties": { "value": { "enum": [{{json}}, "end"] } }, "type": "object" } }""", "3.1.0"), "openapi.json"),
            Code(Start + $"    Thing: {{ properties: {{ value: {{ enum: [{yaml}, end] }} }}, type: object }}\n", "openapi.yaml"));

    [Theory]
    [InlineData("    A: &a { type: object, properties: { x: { type: string } } }\n    B: *a\n")]
    [InlineData("    A: { type: object, properties: &p { x: { type: string } } }\n    B: { type: object, properties: *p }\n")]
    [InlineData("    A: &a\n      type: object\n      properties: { x: { type: string } }\n    B:\n      <<: *a\n")]
    [InlineData("    A: &a { type: object, properties: { x: { type: string } } }\n    B: { <<: [*a, { type: string }], type: object }\n")]
    [InlineData("    A: {type: object, properties: {x: {type: string}}}\n    B: {\"type\": \"object\", 'properties': {? x : {type: string}}}\n")]
    [InlineData("    A:\r\n      type: object\r\n      properties:\r\n        x:\r\n          type: string\r\n    B:\r\n      # a comment\r\n      type: object\r\n      properties: { x: { type: string } }\r\n")]
    public void AliasesMergesAndStyles_SayTheSame(string schemas)
        => Assert.Equal(
            Code(OpenApi.Schemas("""{ "A": { "type": "object", "properties": { "x": { "type": "string" } } }, "B": { "type": "object", "properties": { "x": { "type": "string" } } } }""", "3.1.0"), "openapi.json"),
            Code(Start + schemas, "openapi.yml"));

    /// <summary>What other readers of YAML take, and so documents have.</summary>
    [Theory]
    [InlineData("    Thing:\n      description: |-\n        \n        Text.\n      type: object\n      [|surprise|]: 1\n      properties: {}\n")]
    [InlineData("    Thing:\n      description: \"one\ntwo \\\" three\n    four\"\n      type: object\n      [|surprise|]: 1\n      properties: {}\n")]
    [InlineData("    Thing:\n      description: 'it''s\n one'\n      type: object\n      [|surprise|]: 1\n      properties: {}\n")]
    [InlineData("    Thing: { type: object, properties: {}, description: ä€😀, [|surprise|]: 1 }\n")]
    [InlineData("    Thing:\n        type: object\n        properties: {}\n        \"[|surprise|]\": {}\n", true)]
    public void Finding_StandsWhereItIsInTheYaml(string schemas, bool isQuoted = false)
    {
        string document = (Start + schemas).Replace("3.1.0", "3.0.3", StringComparison.Ordinal);
        var text = MarkedText.Parse(isQuoted ? document.Replace("\"[|surprise|]\"", "[|\"surprise\"|]", StringComparison.Ordinal) : document);

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(text.Text, "/project/openapi.yaml")));

        Diagnostic diagnostic = Assert.Single(output.Diagnostics, d => d.Id == "VAPI006");
        text.RequireAt(diagnostic, "/project/openapi.yaml");
    }

    [Theory]
    [InlineData("[||]")]
    [InlineData("openapi: 3.1.0\ninfo: { title: [|Test|]\n", false)]
    [InlineData("openapi: 3.1.0\n\tinfo: {}\n", false)]
    [InlineData("openapi: 3.1.0\nx-a: [|*nowhere|]\n")]
    [InlineData("openapi: 3.1.0\nx-a: &a [[|*a|]]\n", false)]
    [InlineData("openapi: 3.1.0\n? [||][1]\n: 2\n")]
    [InlineData("openapi: 3.1.0\n<<: [|5|]\n", false)]
    [InlineData("just text\n", false)]
    [InlineData("openapi: 3.1.0\ninfo:\n  title: [||][T\n  version: '1'\n")]
    [InlineData("openapi: 3.1.0\ninfo: {title: T\npaths: {}\n", false)]
    [InlineData("openapi: 3.1.0\ninfo:\n[|\t|]title: T\n")]
    [InlineData("openapi: 3.1.0\ninfo: { title: 'T }\n", false)]
    [InlineData("openapi: 3.1.0\n[|---|]\nopenapi: 3.1.0\n")]
    public void YamlThatIsNone_IsOneErrorThere_AndNothingIsGenerated(string marked, bool isExact = true)
    {
        var text = MarkedText.Parse(marked.Contains("[|", StringComparison.Ordinal) ? marked : "[||]" + marked);

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(text.Text, "/project/openapi.yaml")) { Expected = ["VAPI001"] });

        Assert.Empty(output.Files);
        if (isExact)
            text.RequireAt(Assert.Single(output.Diagnostics), "/project/openapi.yaml");
    }

    /// <summary>Nine levels of nine aliases each stand for a billion nodes.</summary>
    [Fact]
    public void AliasesThatStandForMoreThanMemoryHolds_AreRefused()
    {
        string levels = string.Concat(Enumerable.Range(1, 9).Select(i => $"x-{i}: &l{i} [{string.Join(", ", Enumerable.Repeat($"*l{i - 1}", 9))}]\n"));

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument($"x-0: &l0 [lol]\n{levels}openapi: 3.1.0\n", "/project/openapi.yaml")) { Expected = ["VAPI001"] });

        Assert.Contains("aliases", Assert.Single(output.Diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void DeepYaml_IsRefusedLikeDeepJson()
    {
        string deep = new string('[', 10_000) + new string(']', 10_000);

        Assert.All(
            [new InputDocument($"openapi: 3.1.0\nx-a: {deep}\n", "/project/openapi.yaml"), new InputDocument($$"""{ "openapi": "3.1.0", "x-a": {{deep}} }""")],
            document => Assert.Equal("VAPI001", Assert.Single(GeneratorHost.Generate(new GeneratorInput(document)).Diagnostics).Id));
    }

    /// <summary>A reader that stops at the same text again would be asked for ever.</summary>
    [Fact]
    public void QuotedText_IsIndentedOnce()
    {
        var lines = new YamlLines(SourceText.From("a: 'b\nc'\n"));
        (Mark start, Mark end) = (new Mark(3, 1, 4), new Mark(8, 2, 3));

        Assert.True(lines.TryIndent(start, end));
        Assert.Equal("a: 'b\n    c'\n", lines.ToString());
        Assert.False(lines.TryIndent(start, end));
        Assert.Equal("a: 'b\n    c'\n", lines.ToString());
    }

    private static List<(string Name, string Text)> Code(string document, string name)
        => [.. GeneratorHost.Run(new GeneratorInput(new InputDocument(document, "/project/" + name))).Files.Where(f => !f.Key.EndsWith(".ApiInfo.g.cs", StringComparison.Ordinal)).Select(f => (f.Key, f.Value))];
}
