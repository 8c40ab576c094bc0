using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Documents;
using Vapi.Generators.Tests.Build;

namespace Vapi.Generators.Tests.Architecture;

/// <summary>Who may know whom: docs/architecture.md as a test over the sources of the generator.</summary>
public class ArchitectureTests
{
    private const string Own = "Vapi.Generators";

    internal static readonly Lazy<CSharpCompilation> Generator = new(() => Compile(Repository.GeneratorSources, new CSharpParseOptions(), """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """));

    internal static readonly Lazy<CSharpCompilation> Runtime = new(() => Compile(Repository.RuntimeSources, new CSharpParseOptions(preprocessorSymbols: ["NET", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER"]), ""));

    /// <summary>The namespaces that a folder must not use; a name ends at a dot.</summary>
    [Theory]
    [InlineData("Model", "Microsoft", "System.Text.Json", Own + ".Parsing", Own + ".Emitting", Own + ".Diagnostics", Own + ".Reading")]
    [InlineData("Diagnostics", "Microsoft.OpenApi", Own + ".Parsing", Own + ".Emitting", Own + ".Reading")]
    [InlineData("Reading", Own + ".Model", Own + ".Parsing", Own + ".Emitting")]
    [InlineData("Parsing", Own + ".Emitting")]
    [InlineData("Emitting", "Microsoft.OpenApi", "System.Text.Json", Own + ".Parsing", Own + ".Diagnostics", Own + ".Reading")]
    public void Folder_UsesNoneOfTheseNamespaces(string folder, params string[] forbidden)
    {
        (string File, INamespaceOrTypeSymbol Used)[] uses = [.. Uses(folder).Where(use => forbidden.Any(f => IsIn(use.Used, f)))];

        Assert.True(uses.Length == 0, Describe(uses));
    }

    /// <summary>Data goes from room to room in one direction: each knows only those that stand before it.</summary>
    [Theory]
    [InlineData("Reading", "Limits", "Specification", "Yaml", "Files", "Findings", "Overlays", "Trees", "Documents")]
    [InlineData("Parsing", "Naming", "Schemas", "Types", "Operations", "Documents")]
    [InlineData("Emitting", "Writing", "Types", "Operations", "Clients", "Files")]
    public void RoomOfTheGenerator_UsesOnlyRoomsBeforeIt(string folder, params string[] rooms)
        => RequireOrder(Generator.Value, Path.Combine(Repository.GeneratorSources, folder), rooms);

    /// <summary>The readers of lists know what keeps the values that do not fit, which writes them back.</summary>
    [Fact]
    public void RoomOfTheRuntime_UsesOnlyRoomsBeforeIt()
        => RequireOrder(Runtime.Value, Path.Combine(Repository.RuntimeSources, "ApiRuntime"), "Messages", "Json and Misfits", "Unions", "Converters", "Contract", "Parameters", "Security", "Http", "Streams", "Client", "Pages", "Webhooks", "Fakes");

    /// <summary>Of the generator's own namespaces, the model is the only one that everybody may use; diagnostics share its one collection.</summary>
    [Fact]
    public void Diagnostics_UseOnlyTheCollectionOfTheModel()
    {
        (string File, INamespaceOrTypeSymbol Used)[] uses = [.. Uses("Diagnostics").Where(use => IsIn(use.Used, Own + ".Model") && use.Used.Name is not ("EquatableArray" or "Model"))];

        Assert.True(uses.Length == 0, Describe(uses));
    }

    [Fact]
    public void Emitters_UseOnlyTextAndFactsOfRoslyn()
    {
        string[] allowed = ["SourceText", "SyntaxFacts", "SyntaxKind", "SymbolDisplay", "Text", "CSharp", "CodeAnalysis", "Microsoft"];
        (string File, INamespaceOrTypeSymbol Used)[] uses = [.. Uses("Emitting").Where(use => IsIn(use.Used, "Microsoft") && !allowed.Contains(use.Used.Name))];

        Assert.True(uses.Length == 0, Describe(uses));
    }

    [Fact]
    public void OnlyTheDocumentReader_CallsTheReaderOfMicrosoftOpenApi()
        => Assert.Equal(["DocumentReader.cs"], Uses("").Where(use => IsIn(use.Used, "Microsoft.OpenApi.Reader")).Select(use => Path.GetFileName(use.File)).Distinct());

    /// <summary>It is loaded when a method that uses it is first called: for a document in JSON it never is.</summary>
    [Fact]
    public void OnlyWhatReadsYaml_KnowsTheReaderOfYaml()
        => Assert.Equal(["YamlFailure.cs", "YamlLines.cs", "YamlScalar.cs", "YamlText.cs"], Uses("").Where(use => IsIn(use.Used, "YamlDotNet")).Select(use => Path.GetFileName(use.File)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Runtime_KnowsNothingOfTheGenerator()
    {
        string[] files = [.. Sources(Repository.RuntimeSources)];

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotContain(Own + ".", File.ReadAllText(file).Replace(Own + ".Runtime", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.DoesNotContain("ProjectReference", File.ReadAllText(Path.Combine(Repository.RuntimeSources, "Vapi.Generators.Runtime.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_AreSmallEnoughToReadStandingUp()
        => Assert.All(Sources(Repository.GeneratorSources).Concat(Sources(Repository.RuntimeSources)), file => Assert.InRange(File.ReadAllLines(file).Length, 1, 300));

    [Fact]
    public void Model_HoldsNothingForeign() => RequirePlain(BaselineTests.Document);

    [Fact]
    public void ModelOfTheRealDocument_HoldsNothingForeign() => RequirePlain(RealDocument.Content);

    /// <summary>Nothing that the driver keeps between two runs holds a compilation alive, and a model takes more memory than its document.</summary>
    [Fact]
    public void Pipeline_HoldsNoSymbols_NoSyntax_AndNoModel()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(
            new InputDocument(BaselineTests.Document) { Metadata = { ["OpenApiNamespace"] = "Main" } },
            new InputDocument(OpenApi.Property("""{ "type": "string" }"""), "/project/other.openapi.json") { Metadata = { ["OpenApiTypesFrom"] = "Main" } }));
        object[] values = [.. TrackingNames.All.SelectMany(name => output.Result.TrackedSteps[name]).SelectMany(s => s.Outputs).Select(o => o.Value)];

        Assert.NotEmpty(values);
        Walk(values, new HashSet<object>(ReferenceEqualityComparer.Instance), value => Assert.False(value is Compilation or ISymbol or SyntaxNode or SyntaxTree or AdditionalText or ApiModel or DeclarationModel, value.GetType().FullName));
    }

    private static void RequirePlain(string document)
    {
        ApiModel model = ParsedDocument.Of(document).Model!;
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);

        Walk(model, seen, value =>
        {
            Type type = value.GetType();
            Type element = type.IsArray ? type.GetElementType()! : type;
            Assert.True(
                element == typeof(string) || element == typeof(int) || element == typeof(uint) || element == typeof(bool) || element.Namespace == typeof(ApiModel).Namespace,
                $"The model holds a {type}.");
        });
        Assert.True(seen.Count > 50);
    }

    /// <summary>Visits everything that is reached through fields.</summary>
    private static void Walk(object? value, HashSet<object> seen, Action<object> visit)
    {
        if (value is null || !value.GetType().IsValueType && !seen.Add(value))
            return;

        if (value is not object[])
            visit(value);
        if (value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || value is Microsoft.CodeAnalysis.Text.SourceText)
            return;

        if (value is System.Collections.IEnumerable items and Array)
        {
            foreach (object? item in items)
                Walk(item, seen, visit);
        }

        for (Type? type = value.GetType(); type is not null && !type.IsArray; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), seen, visit);
        }
    }

    /// <summary>The types and namespaces that the sources of a folder name, those of the members they call included.</summary>
    private static IEnumerable<(string File, INamespaceOrTypeSymbol Used)> Uses(string folder)
        => Symbols(Generator.Value, Path.Combine(Repository.GeneratorSources, folder))
            .Select(use => (use.File, Used: use.Symbol as INamespaceOrTypeSymbol ?? use.Symbol.ContainingType))
            .Where(use => use.Used is not null);

    /// <summary>All that the sources in a folder name.</summary>
    private static IEnumerable<(string File, ISymbol Symbol)> Symbols(CSharpCompilation compilation, string folder)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(t => RoomOf(t.FilePath, folder) is not null))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol is { } symbol)
                    yield return (tree.FilePath, symbol);
            }
        }
    }

    /// <summary>Requires that what each room uses is declared in a room before it or in itself, and that each file is in one of the rooms.</summary>
    /// <param name="rooms">In their order; rooms with "and" between them may know each other.</param>
    private static void RequireOrder(CSharpCompilation compilation, string folder, params string[] rooms)
    {
        List<string[]> steps = [.. rooms.Select(r => r.Split(" and "))];
        string[] used = [.. compilation.SyntaxTrees.Select(t => RoomOf(t.FilePath, folder)).OfType<string>().Distinct()];
        string[] backward =
        [
            .. from use in Symbols(compilation, folder)
               let homes = use.Symbol.OriginalDefinition.DeclaringSyntaxReferences.Select(r => RoomOf(r.SyntaxTree.FilePath, folder)).Distinct().ToArray()
               where use.Symbol is not INamespaceSymbol && homes is [{ } home] && Step(home) > Step(RoomOf(use.File, folder)!)
               select $"{Path.GetFileName(use.File)} uses {use.Symbol.ToDisplayString()}",
        ];

        Assert.Equal(steps.SelectMany(s => s).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.True(backward.Length == 0, string.Join("\n", backward.Distinct()));

        int Step(string room) => steps.FindIndex(s => s.Contains(room));
    }

    /// <summary>The folder in a folder that a file is in; empty for one that is in no other, null for one that is elsewhere.</summary>
    private static string? RoomOf(string file, string folder)
    {
        string[] path = file.Length == 0 ? [".."] : Path.GetRelativePath(folder, file).Split('/', '\\');
        return path[0] == ".." ? null : path.Length == 1 ? "" : path[0];
    }

    private static bool IsIn(INamespaceOrTypeSymbol symbol, string @namespace)
        => (symbol.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) + ".").StartsWith(@namespace + ".", StringComparison.Ordinal)
            && !(symbol is INamespaceSymbol && symbol.ToDisplayString().Length < @namespace.Length);

    private static string Describe(IEnumerable<(string File, INamespaceOrTypeSymbol Used)> uses)
        => string.Join("\n", uses.Select(use => $"{Path.GetFileName(use.File)} uses {use.Used.ToDisplayString()}").Distinct());

    private static IEnumerable<string> Sources(string folder)
        => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => Path.GetRelativePath(folder, f).Split('/', '\\')[0] is not ("obj" or "bin"));

    private static CSharpCompilation Compile(string folder, CSharpParseOptions options, string usings) => CSharpCompilation.Create(
        Path.GetFileName(folder),
        Sources(folder).Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, f)).Append(CSharpSyntaxTree.ParseText(usings, options)),
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(f => !f.EndsWith("Vapi.Generators.dll", StringComparison.Ordinal)).Select(f => MetadataReference.CreateFromFile(f)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
