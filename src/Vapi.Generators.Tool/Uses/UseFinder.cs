using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vapi.Generators.Emitting.Files;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;
using Vapi.Generators.Tool.Comparing;

namespace Vapi.Generators.Tool.Uses;

/// <summary>Finds the places in the project that breaking changes affect: it compiles the project with the code of the old document, and looks up the symbol of each name.</summary>
internal static class UseFinder
{
    private const string Creation = "new ";

    /// <summary>Adds the places where the code uses the changed parts to the breaking changes.</summary>
    public static void Find(ApiModel old, IReadOnlyList<Change> changes, ProjectCode code, CancellationToken cancellationToken)
    {
        ILookup<string, Change> wanted = changes.Where(c => c.Group == ChangeGroup.Breaking).SelectMany(c => Names(c).Distinct(), (c, name) => (name, c)).ToLookup(p => p.name, p => p.c, StringComparer.Ordinal);
        if (code.Sources.Count == 0 || wanted.Count == 0)
            return;

        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: code.Symbols);
        List<SyntaxTree> own = [.. code.Sources.Where(File.Exists).Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, f, cancellationToken: cancellationToken))];
        HashSet<SyntaxTree> generated = [.. Generate(old, cancellationToken).Select(f => CSharpSyntaxTree.ParseText(f.Text, options, cancellationToken: cancellationToken))];
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Project", own.Concat(generated), code.References.Where(File.Exists).Select(r => MetadataReference.CreateFromFile(r)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        foreach (SyntaxTree tree in own)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot(cancellationToken).DescendantNodes().Where(n => n is SimpleNameSyntax { IsVar: false } or BaseObjectCreationExpressionSyntax))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Symbol(model, node, cancellationToken) is { } symbol && symbol.DeclaringSyntaxReferences.Any(r => generated.Contains(r.SyntaxTree)))
                    Add(symbol, node, wanted);
            }
        }
    }

    private static IEnumerable<SourceFile> Generate(ApiModel model, CancellationToken cancellationToken)
        => DeclarationEmitter.Emit(model, cancellationToken).Concat(RuntimeEmitter.Emit(model.Settings));

    /// <summary>The names that code uses to refer to the changed part.</summary>
    private static IEnumerable<string> Names(Change change)
    {
        string name = change.Name.Split('(')[0];
        return change.Kind is "property-new" or "property-required" ? [Creation + name.Split('.')[0]] : change.With.Prepend(name);
    }

    private static ISymbol? Symbol(SemanticModel model, SyntaxNode node, CancellationToken cancellationToken)
    {
        SymbolInfo info = model.GetSymbolInfo(node, cancellationToken);
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())?.OriginalDefinition;
    }

    /// <summary>A use of a member without its own change is added to the change of its type.</summary>
    private static void Add(ISymbol symbol, SyntaxNode node, ILookup<string, Change> wanted)
    {
        FileLinePositionSpan span = node.SyntaxTree.GetLineSpan(node.Span);
        var use = new Use(Path.GetRelativePath(Environment.CurrentDirectory, span.Path).Replace('\\', '/'), span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
        foreach (Change change in Keys(symbol).Select(k => wanted[k]).FirstOrDefault(c => c.Any()) ?? [])
        {
            if (change.Uses.LastOrDefault() != use)
                change.Uses.Add(use);
        }
    }

    private static IEnumerable<string> Keys(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: var type } => [Creation + type],
        INamedTypeSymbol type => [type.Name],
        { ContainingType.Name: var type } => [$"{type}.{symbol.Name}", type],
        _ => [],
    };
}
