using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vapi.Generators.Tests.Docs;

/// <summary>The code of a block as a file: its statements become a method that has the usual variables.</summary>
internal static class Snippet
{
    /// <summary>What the web SDK imports, so that a name which is ambiguous there is ambiguous here.</summary>
    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json", "System.Threading", "System.Threading.Tasks",
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    /// <summary>The variables that a block can use without declaring them.</summary>
    private static readonly Dictionary<string, string> UsualVariables = new()
    {
        ["vapi"] = "global::Vapi.VapiClient",
        ["shop"] = "global::Shop.ShopClient",
        ["id"] = "Guid",
        ["builder"] = "WebApplicationBuilder",
        ["services"] = "IServiceCollection",
        ["configuration"] = "IConfiguration",
        ["args"] = "string[]",
        ["cancellationToken"] = "CancellationToken",
    };

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    public static SyntaxTree Wrap(CodeBlock block, string @namespace, string client)
    {
        CompilationUnitSyntax[] parts = [Parse(block.SetUp ?? ""), Parse(block.Code)];
        HashSet<string> declared = [.. parts.SelectMany(p => p.DescendantNodes()).Select(DeclaredName).OfType<string>()];
        IEnumerable<string> variables = UsualVariables
            .Where(v => !declared.Contains(v.Key) && (!v.Value.StartsWith("global::", StringComparison.Ordinal) || v.Value.EndsWith("." + client, StringComparison.Ordinal)))
            .Select(v => $"{v.Value} {v.Key}");
        IEnumerable<string> usings = ImplicitUsings.Append(@namespace).Select(u => $"using {u};").Concat(parts.SelectMany(p => p.Usings).Select(u => u.ToString())).Distinct();
        string Members(bool areStatements) => string.Concat(parts.Select((p, i) => string.Concat(p.Members.Where(m => m is GlobalStatementSyntax == areStatements).Select(m => Located(m, i == 0 ? null : block)))));

        return CSharpSyntaxTree.ParseText(
            $$"""
            {{string.Join('\n', usings)}}

            namespace Snippet{{block.Line}}Of{{string.Concat(block.Page.Where(char.IsLetter))}}
            {
            {{Members(areStatements: false)}}
                internal static class SnippetMethod
                {
                    internal static async Task RunAsync({{string.Join(", ", variables)}})
                    {
                        await Task.Yield();
            {{Members(areStatements: true)}}
                    }
                }
            }
            """,
            Options,
            block.Page);
    }

    private static CompilationUnitSyntax Parse(string code) => SyntaxFactory.ParseCompilationUnit(code, options: Options);

    /// <summary>The text of a node, with the line that it has on its page.</summary>
    private static string Located(MemberDeclarationSyntax member, CodeBlock? block)
    {
        int line = member.SyntaxTree.GetLineSpan(member.FullSpan).StartLinePosition.Line;
        return (block is null ? "#line default\n" : $"#line {block.Line + line} \"{block.Page}\"\n") + member.ToFullString().TrimEnd('\n') + "\n";
    }

    private static string? DeclaredName(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.Text,
        SingleVariableDesignationSyntax variable => variable.Identifier.Text,
        ForEachStatementSyntax loop => loop.Identifier.Text,
        ParameterSyntax parameter => parameter.Identifier.Text,
        _ => null,
    };
}
