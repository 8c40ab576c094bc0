using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vapi.Generators.Tests.Architecture;

/// <summary>No method of the generator calls itself, directly or not, without counting the levels: the depth of a document is a stranger's choice, and nobody can catch the end of a stack.</summary>
public class RecursionTests
{
    /// <summary>What needs no counting of its own, and why.</summary>
    private static readonly Dictionary<string, string> Bounded = new(StringComparer.Ordinal)
    {
        ["Shape.AppendKey"] = "a shape is as deep as the schemas that it was made of, whose levels were counted",
        ["TypeFinder.Visit"] = "as above",
        ["UnionMatching.KindsOf"] = "a union is looked into once, and items of items are not",
        ["BodyParser.Parse"] = "a body calls it for the other ways to send it, which have none of their own",
        ["JsonEmitter.PlainReader"] = "a type is as deep as TypeNamer spells it, which counts",
        ["JsonEmitter.Writer"] = "as above",
    };

    [Fact]
    public void MethodThatCallsItself_CountsItsLevels()
    {
        List<string[]> circles = [.. Circles().Where(c => !c.Contains("Levels.TryEnter") && !c.Any(Bounded.ContainsKey))];

        Assert.True(circles.Count == 0, string.Join("\n", circles.Select(c => string.Join(" → ", c))));
    }

    [Fact]
    public void ListOfWhatNeedsNoCounting_NamesNothingElse()
    {
        HashSet<string> found = [.. Circles().SelectMany(c => c)];

        Assert.All(Bounded.Keys, name => Assert.Contains(name, found));
    }

    /// <summary>Diagnostics are made in one place, which cleans what they say.</summary>
    [Fact]
    public void OnlyDiagnosticInfo_MakesDiagnostics()
    {
        CSharpCompilation generator = ArchitectureTests.Generator.Value;
        string[] makers =
        [
            .. generator.SyntaxTrees.SelectMany(tree => Symbols(tree.GetRoot(), generator.GetSemanticModel(tree))
                .Where(s => s is IMethodSymbol { ContainingType.Name: "Diagnostic", Name: "Create" })
                .Select(_ => Path.GetFileName(tree.FilePath))),
        ];

        Assert.Equal(["DiagnosticInfo.cs"], makers);
    }

    /// <summary>The circles of methods that call each other, with what they call besides, by name. Lambdas belong to the method that they are in.</summary>
    private static List<string[]> Circles()
    {
        var calls = new Dictionary<ISymbol, HashSet<ISymbol>>(SymbolEqualityComparer.Default);
        CSharpCompilation generator = ArchitectureTests.Generator.Value;
        foreach (SyntaxTree tree in generator.SyntaxTrees)
        {
            SemanticModel model = generator.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes().Where(n => n is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or LocalFunctionStatementSyntax))
            {
                if (model.GetDeclaredSymbol(node) is not { } caller)
                    continue;

                HashSet<ISymbol> called = Find(caller);
                called.UnionWith(Symbols(node, model).Select(s => s.OriginalDefinition).Where(s => s is IMethodSymbol or IPropertySymbol));

                // Whoever calls what is overridden may call what overrides it.
                ISymbol? overridden = (caller as IMethodSymbol)?.OverriddenMethod ?? (ISymbol?)(caller as IPropertySymbol)?.OverriddenProperty;
                if (overridden?.OriginalDefinition is { DeclaringSyntaxReferences.Length: > 0 } own)
                    Find(own).Add(caller);
            }
        }

        return [.. Components(calls).Select(circle => circle.Concat(circle.SelectMany(c => calls[c]).Where(c => c.Name is "TryEnter" or "Enter").SelectMany(c => calls.TryGetValue(c, out HashSet<ISymbol>? inner) ? inner.Append(c) : [c]))
            .Select(Name).Distinct().ToArray())];

        HashSet<ISymbol> Find(ISymbol symbol) => calls.TryGetValue(symbol, out HashSet<ISymbol>? known) ? known : calls[symbol] = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
    }

    /// <summary>What a declaration names, but not what local functions in it do.</summary>
    private static IEnumerable<ISymbol> Symbols(SyntaxNode node, SemanticModel model) => node
        .DescendantNodes(n => n == node || n is not LocalFunctionStatementSyntax)
        .OfType<SimpleNameSyntax>()
        .Select(n => model.GetSymbolInfo(n).Symbol)
        .OfType<ISymbol>();

    private static string Name(ISymbol symbol) => $"{symbol.ContainingType.Name}.{symbol.Name}";

    /// <summary>Tarjan's strongly connected components, those of one method only where it calls itself.</summary>
    private static List<List<ISymbol>> Components(Dictionary<ISymbol, HashSet<ISymbol>> calls)
    {
        var found = new List<List<ISymbol>>();
        var indexes = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        var lowest = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        var open = new Stack<ISymbol>();
        var isOpen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (ISymbol symbol in calls.Keys)
        {
            if (!indexes.ContainsKey(symbol))
                Visit(symbol);
        }

        return found;

        void Visit(ISymbol symbol)
        {
            indexes[symbol] = lowest[symbol] = indexes.Count;
            open.Push(symbol);
            isOpen.Add(symbol);
            foreach (ISymbol called in calls[symbol].Where(calls.ContainsKey))
            {
                if (!indexes.ContainsKey(called))
                    Visit(called);
                if (isOpen.Contains(called))
                    lowest[symbol] = Math.Min(lowest[symbol], lowest[called]);
            }

            if (lowest[symbol] != indexes[symbol])
                return;

            var component = new List<ISymbol>();
            do
            {
                component.Add(open.Pop());
                isOpen.Remove(component[^1]);
            }
            while (!SymbolEqualityComparer.Default.Equals(component[^1], symbol));

            if (component.Count > 1 || calls[symbol].Contains(symbol))
                found.Add(component);
        }
    }
}
