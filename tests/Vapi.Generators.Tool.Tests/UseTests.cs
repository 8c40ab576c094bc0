using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vapi.Generators.Emitting.Files;
using Vapi.Generators.Tool.Documents;
using Vapi.Generators.Tool.Reporting;
using Vapi.Generators.Tool.Uses;

namespace Vapi.Generators.Tool.Tests;

/// <summary>Where the project uses what breaks.</summary>
public sealed class UseTests : IDisposable
{
    private static readonly string[] References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private const string Old = """
        "id": { "type": "string" }, "note": { "type": "string" }, "status": { "enum": ["open", "done"] }, "total": { "type": "number" }
        """;

    private const string Code = """
        using System.Threading.Tasks;
        using Shop;

        static class Uses
        {
            static Order Make() => new Order { Id = "1", Note = "a" };

            static async Task<string?> Read(ShopClient shop)
            {
                var order = await shop.Orders.ListAsync();
                if (order.Status == OrderStatus.Open && order is { Note: not null })
                    return order.Note;

                double? total = order.Total;
                return $"{order.Id} {total} {nameof(Order.Note)}";
            }
        }
        """;

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The compiler is the judge: each error after the update is on a line that the report has named before.</summary>
    [Theory]
    [InlineData("""
        "id": { "type": "string" }, "status": { "enum": ["open", "done"] }, "total": { "type": "number" }
        """, "", 4)]
    [InlineData("""
        "id": { "type": "string" }, "note": { "type": "string" }, "status": { "enum": ["done"] }, "total": { "type": "number" }
        """, "", 1)]
    [InlineData("""
        "id": { "type": "string" }, "note": { "type": "string" }, "status": { "enum": ["open", "done"] }, "total": { "type": "boolean" }
        """, "", 1)]
    [InlineData("""
        "id": { "type": "string" }, "note": { "type": "string" }, "status": { "enum": ["open", "done"] }
        """, "", 1)]
    [InlineData(Old, "\"get\": { \"tags\": [\"Sales\"],", 1)]
    [InlineData(Old, "\"get\": { \"tags\": [\"Orders\"], \"parameters\": [{ \"name\": \"day\", \"in\": \"query\", \"required\": true, \"schema\": { \"type\": \"string\" } }],", 1)]
    public void LineThatDoesNotCompileAnyMore_IsNamed(string properties, string operation, int lines)
    {
        ApiDocument old = Read(Documents.Shop(Old));
        string text = Documents.Shop(properties).Replace("\"tags\": [\"Orders\"],", operation.Length == 0 ? "\"tags\": [\"Orders\"]," : operation.Replace("\"get\": { ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        ApiDocument @new = Read(text);
        Assert.Empty(Errors(old));

        HashSet<int> named = [.. Uses(old, @new).Select(u => u.Line)];

        int[] broken = [.. Errors(@new).Distinct().Order()];
        Assert.NotEmpty(broken);
        Assert.Equal([], broken.Except(named));
        Assert.InRange(named.Count, broken.Length, lines);
    }

    [Fact]
    public void WhatIsNotUsed_IsNotNamed() => Assert.Empty(Uses(Read(Documents.Shop(Old + ", \"more\": { \"type\": \"string\" }")), Read(Documents.Shop(Old))));

    [Fact]
    public async Task Report_NamesThePlaces()
    {
        _folder.Write("Uses.cs", Code);
        _folder.Write("old.json", Documents.Shop(Old));
        _folder.Write("new.json", Documents.Shop(Old.Replace("\"note\"", "\"remark\"", StringComparison.Ordinal)));
        _folder.Write("arguments.rsp", string.Join('\n', ["diff", _folder.Path("old.json"), _folder.Path("new.json"), "--report", _folder.Path("report.md"), "--report", _folder.Path("report.json"), "--source", _folder.Path("Uses.cs"), .. References.Select(r => "--reference=" + r)]));

        ToolResult result = await ToolResult.RunAsync("@" + _folder.Path("arguments.rsp"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Shop 1: 1 breaking, 1 new; your code uses what breaks in 4 places\n", result.Output);
        Assert.Contains("Uses.cs(6,50)", result.Output, StringComparison.Ordinal);
        Assert.Contains("You use it in", _folder.Files["report.md"], StringComparison.Ordinal);
        Assert.Contains("\"line\": 12", _folder.Files["report.json"], StringComparison.Ordinal);
    }

    private List<Use> Uses(ApiDocument old, ApiDocument @new)
    {
        _folder.Write("Uses.cs", Code);
        var report = new ChangeReport(old, @new, new ProjectCode([_folder.Path("Uses.cs")], References, []), TestContext.Current.CancellationToken);
        return [.. report.Changes.SelectMany(c => c.Uses).Distinct()];
    }

    /// <summary>The lines of the code that do not compile against a document.</summary>
    private static IEnumerable<int> Errors(ApiDocument document)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER"]);
        SyntaxTree code = CSharpSyntaxTree.ParseText(Code, options, "Uses.cs");
        IEnumerable<SyntaxTree> generated = DeclarationEmitter.Emit(document.Model).Concat(RuntimeEmitter.Emit(document.Model.Settings)).Select(f => CSharpSyntaxTree.ParseText(f.Text, options));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Project", generated.Prepend(code), References.Select(r => MetadataReference.CreateFromFile(r)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetSemanticModel(code).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Location.GetLineSpan().StartLinePosition.Line + 1);
    }

    private static ApiDocument Read(string text)
        => ApiDocument.Read("/project/openapi.json", Encoding.UTF8.GetBytes(text), ProjectOptions.Read(null, "/project/openapi.json"), [], [], TestContext.Current.CancellationToken);
}
