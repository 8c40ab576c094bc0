using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Docs;

/// <summary>What the documentation says compiles, and what it points to exists.</summary>
public class DocsTests
{
    private static readonly Dictionary<string, Lazy<GeneratorOutput>> Outputs = new[] { "samples/Quickstart/openapi.json", "samples/Streaming/openapi.json", "samples/Webhooks/openapi.json", "tests/Vapi.Generators.Tests/Docs/shop.openapi.json" }
        .ToDictionary(d => d, d => new Lazy<GeneratorOutput>(() => Generate(d)));

    /// <summary>The languages of blocks that are not compiled. A block without a language has commands or their output; JSON can be a part of a document, with mistakes.</summary>
    private static readonly string[] OtherLanguages = ["", "xml", "json", "yaml", "razor"];

    /// <summary>A fragment may leave a variable or function unused.</summary>
    private static readonly string[] FragmentWarnings = ["CS0168", "CS0219", "CS8321"];

    private static IEnumerable<string> Paths
        => Directory.GetFiles(Repository.Root, "*.md").Concat(Directory.GetFiles(Repository.Docs, "*.md")).Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public static TheoryData<string> Pages => new(Paths);

    [Fact]
    public void Snippets_Compile()
    {
        CodeBlock[] snippets = [.. Paths.SelectMany(p => MarkdownPage.Read(p).Blocks).Where(b => b.Language == "csharp")];
        CodeBlock[] compiled = [.. snippets.Where(b => b.Reason is null)];
        string[] errors = [.. compiled.GroupBy(b => b.Document).SelectMany(blocks => Compile(blocks, Outputs[blocks.Key].Value))];

        TestContext.Current.TestOutputHelper!.WriteLine($"{compiled.Length} of {snippets.Length} snippets compiled; not C#: {string.Join("; ", snippets.Where(b => b.Reason is not null).Select(b => $"{b.Page}({b.Line}): {b.Reason}"))}");
        Assert.NotEmpty(compiled);
        Assert.True(errors.Length == 0, string.Join("\n", errors));
        Assert.All(snippets, b => Assert.NotEqual("", b.Reason));
    }

    /// <summary>The samples' document is an excerpt with errors added, and visitors have the whole one.</summary>
    [LongFact("40 seconds")]
    public void Readme_CompilesWithTheWholeDocument()
        => Assert.Empty(Compile(MarkdownPage.Read("README.md").Blocks.Where(b => b.Language == "csharp"), RealDocument.Output));

    /// <summary>A reader copies it whole, and the test that compiles it imports the namespace itself.</summary>
    [Fact]
    public void Program_ImportsTheNamespace()
    {
        CodeBlock[] programs = [.. Paths.SelectMany(p => MarkdownPage.Read(p).Blocks).Where(b => b.Language == "csharp" && b.Reason is null && IsProgram(b.Code))];

        Assert.NotEmpty(programs);
        Assert.Empty(programs.Where(b => !b.Code.Contains($"using {ClientOptions(Outputs[b.Document].Value).ContainingNamespace.Name};", StringComparison.Ordinal)).Select(b => $"{b.Page}({b.Line})"));

        static bool IsProgram(string code) => code.Contains("Builder(args)", StringComparison.Ordinal) && code.Contains("Run(", StringComparison.Ordinal);
    }

    /// <summary>The comment at the end of each call is the body that it sends.</summary>
    [Fact]
    public async Task NullAndPatch_SendsWhatThePageSays()
    {
        CodeBlock[] blocks = [.. MarkdownPage.Read("docs/null-and-patch.md").Blocks.Where(b => b.Language == "csharp")];
        foreach (CodeBlock block in blocks)
        {
            var api = new FakeApi(body: """{"id":"2a0b8a5c-5d0c-4b6c-9f7e-6d1f4b1f0a11","name":"Ada"}""");
            await GeneratorHost.Run(new GeneratorInput(File.ReadAllText(Path.Combine(Repository.Root, block.Document)))
            {
                Properties = { ["OpenApiNamespace"] = "Test" },
                Source = UserCode.Connecting($$"""
                    var shop = new ShopClient(http, new ShopClientOptions { Token = "token" });
                    Guid id = Guid.NewGuid();
                    {{block.Code}}
                    return "";
                    """),
            }).RunAsync<string>(api.CreateHttpClient());

            Assert.Equal(block.Code[(block.Code.IndexOf("// ", StringComparison.Ordinal) + 3)..], Assert.Single(api.Requests).Body);
        }

        Assert.NotEmpty(blocks);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void OtherBlocks_AreWellFormed(string path)
    {
        foreach (CodeBlock block in MarkdownPage.Read(path).Blocks.Where(b => b.Language != "csharp"))
        {
            Assert.Contains(block.Language, OtherLanguages);
            Exception? error = Record.Exception(() => Parse(block));
            Assert.True(error is null, $"{block.Page}({block.Line}): {error?.Message}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_Resolve(string path)
    {
        MarkdownPage page = MarkdownPage.Read(path);
        (int Line, string Target)[] links = [.. page.Links.Where(l => !l.Target.StartsWith("https://", StringComparison.Ordinal))];
        string[] broken = [.. links.Where(l => !Resolves(page, l.Target)).Select(l => $"{path}({l.Line}): {l.Target}")];

        TestContext.Current.TestOutputHelper!.WriteLine($"{links.Length - broken.Length} of {links.Length} links resolve");
        Assert.Empty(broken);
    }

    [Fact]
    public void EveryPage_IsInTheIndex() => Assert.Empty(
        Directory.GetFiles(Repository.Docs, "*.md").Select(f => Path.GetFileName(f)).Where(f => f != "README.md").Except(MarkdownPage.Read("docs/README.md").Links.Select(l => l.Target)));

    [Fact]
    public void EveryPage_IsInTheTableOfContents()
    {
        string contents = File.ReadAllText(Path.Combine(Repository.Docs, "toc.yml"));
        Assert.All(Directory.GetFiles(Repository.Docs, "*.md"), f => Assert.Contains($"href: {Path.GetFileName(f)} ", contents, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Compile(IEnumerable<CodeBlock> blocks, GeneratorOutput output)
    {
        ISymbol options = ClientOptions(output);
        SyntaxTree[] trees = [.. blocks.Select(b => Snippet.Wrap(b, options.ContainingNamespace.Name, options.Name[..^"Options".Length]))];
        Compilation compilation = output.Compilation.WithReferences(Framework.Net10OfDocs.Compilation.References).AddSyntaxTrees(trees);
        return trees.SelectMany(t => compilation.GetSemanticModel(t).GetDiagnostics())
            .Where(d => d.Severity > DiagnosticSeverity.Info && !FragmentWarnings.Contains(d.Id))
            .Select(d => $"{d.Location.GetMappedLineSpan()}: {d.Id} {d.GetMessage()}");
    }

    private static ISymbol ClientOptions(GeneratorOutput output) => output.Compilation.GetSymbolsWithName(n => n.EndsWith("ClientOptions", StringComparison.Ordinal), SymbolFilter.Type).Single();

    /// <summary>Of a document, corrected by the overlay next to it.</summary>
    private static GeneratorOutput Generate(string document)
    {
        string path = Path.Combine(Repository.Root, document), overlay = Path.ChangeExtension(path, ".overlay.json");
        GeneratorInput input = File.Exists(overlay) ? Overlay.Input(File.ReadAllText(path), File.ReadAllText(overlay)) : new GeneratorInput(File.ReadAllText(path));
        return GeneratorHost.Run(input with { Framework = Framework.Net10OfDocs, Properties = new() { ["OpenApiContract"] = "true", ["OpenApiFake"] = "true" } });
    }

    private static void Parse(CodeBlock block)
    {
        switch (block.Language)
        {
            case "xml":
                XElement.Parse($"<Project>{block.Code}</Project>");
                break;
            case "yaml":
                new YamlDotNet.RepresentationModel.YamlStream().Load(new StringReader(block.Code));
                break;
        }
    }

    private static bool Resolves(MarkdownPage page, string target)
    {
        string[] parts = target.Split('#', 2);
        string path = parts[0].Length == 0 ? page.Path : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(page.Path)!, parts[0]));
        string file = Path.Combine(Repository.Root, path);
        return parts.Length == 1 ? Path.Exists(file) : File.Exists(file) && MarkdownPage.Read(path).Anchors.Contains(parts[1]);
    }
}
