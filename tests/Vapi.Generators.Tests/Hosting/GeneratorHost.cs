using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>
/// Every test of the generator goes through here: it runs twice, and the second run, after an edit of unrelated C#, must find everything cached; what it generates
/// compiles without a warning; and it reports nothing above Info but what the test expects.
/// </summary>
internal static class GeneratorHost
{
    public static GeneratorOutput Run(GeneratorInput input) => KeptOutputs.Of(input, RunAnew);

    private static GeneratorOutput RunAnew(GeneratorInput input)
    {
        CSharpCompilation compilation = Compilation(input);
        GeneratorDriver driver = CreateDriver(input).RunGenerators(compilation);
        GeneratorRunResult result = Result(driver);
        if (input.Expected is { } expected)
            RequireDiagnostics(result, expected);

        RequireNothingReruns(driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("// An unrelated edit.", ParseOptions(input)))));
        return new GeneratorOutput(input, driver, result, compilation.AddSyntaxTrees(result.GeneratedSources.Select(s => s.SyntaxTree)), Runtime(input, result));
    }

    /// <summary>The user's code and the generated code, against the compiled runtime if there is one.</summary>
    public static CSharpCompilation OwnCode(GeneratorInput input, GeneratorRunResult result)
    {
        CSharpCompilation compilation = Compilation(input).AddSyntaxTrees(result.GeneratedSources.Select(s => s.SyntaxTree));
        return Runtime(input, result)?.WithoutParts(compilation, result) ?? compilation;
    }

    /// <summary>A single run, nothing compiled: for tests that need very many. An exception fails here too.</summary>
    public static GeneratorRunResult Generate(GeneratorInput input) => GenerateUnless(input, CancellationToken.None);

    /// <summary>A single run that the compiler may give up.</summary>
    /// <exception cref="OperationCanceledException">It did.</exception>
    public static GeneratorRunResult GenerateUnless(GeneratorInput input, CancellationToken cancelled) => Result(CreateDriver(input).RunGenerators(Compilation(input), cancelled));

    /// <summary>All that a build shows: what the compiler says of the user's and the generated code, and what the generator says.</summary>
    public static Diagnostic[] Build(GeneratorInput input)
    {
        GeneratorRunResult result = Generate(input);
        CSharpCompilation compilation = Compilation(input).AddSyntaxTrees(result.GeneratedSources.Select(s => s.SyntaxTree));
        return [.. compilation.GetDiagnostics().Concat(result.Diagnostics).Where(d => d.Severity > DiagnosticSeverity.Hidden)];
    }

    /// <summary>What the driver has after another document has taken the place of the first one.</summary>
    public static GeneratorRunResult Replace(GeneratorOutput output, string document)
        => Replace(output, output.Input with { Documents = [output.Input.Documents.Single() with { Text = document }] });

    /// <summary>What the driver has after the project has changed. A document that is the same object is the same file.</summary>
    public static GeneratorRunResult Replace(GeneratorOutput output, GeneratorInput input)
    {
        GeneratorDriver driver = output.Driver
            .ReplaceAdditionalTexts([.. input.Documents.Select(d => new InputText(d))])
            .WithUpdatedAnalyzerConfigOptions(new InputOptions(input));
        return Result(driver.RunGenerators(Compilation(input)));
    }

    /// <summary>The compilation of the user's own code.</summary>
    public static CSharpCompilation Compilation(GeneratorInput input)
        => Project(input).AddSyntaxTrees(CSharpSyntaxTree.ParseText(input.Source ?? "", ParseOptions(input).WithDocumentationMode(DocumentationMode.None), "Source.cs"));

    private static CompiledRuntime? Runtime(GeneratorInput input, GeneratorRunResult result) => CompiledRuntime.Of(input, Project(input), ParseOptions(input), result);

    /// <summary>The compilation before there is code.</summary>
    private static CSharpCompilation Project(GeneratorInput input)
    {
        CSharpCompilation project = input.Framework.Compilation;
        return input.LanguageVersion < LanguageVersion.CSharp8 ? project.WithOptions(project.Options.WithNullableContextOptions(NullableContextOptions.Disable)) : project;
    }

    /// <summary>Whether the driver took an output from the last run.</summary>
    public static bool IsReused(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    /// <summary>The files that were added, removed or have another text.</summary>
    public static IEnumerable<string> Changed(GeneratorRunResult before, GeneratorRunResult after)
    {
        HashSet<(string, string)> old = Declarations(Files(before).Except(Files(after)));
        HashSet<(string, string)> @new = Declarations(Files(after).Except(Files(before)));
        old.SymmetricExceptWith(@new);
        return old.Select(d => d.Item1).Distinct().Order(StringComparer.Ordinal);
    }

    /// <summary>The types in files, by their full names.</summary>
    private static HashSet<(string Name, string Text)> Declarations(IEnumerable<(string Name, string Text)> files) =>
    [
        .. files.Select(f => CSharpSyntaxTree.ParseText(f.Text).GetCompilationUnitRoot())
            .SelectMany(root => root.DescendantNodes(n => n is not BaseTypeDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>())
            .Select(t => ($"{t.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()!.Name}.{t.Identifier.ValueText}", t.ToFullString().Trim())),
    ];

    public static HashSet<(string Name, string Text)> Files(GeneratorRunResult result) => [.. result.GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString()))];

    /// <summary>The outputs with sources that the driver did not take from the run before. An output is a pair of sources and diagnostics; diagnostics move with every line.</summary>
    public static List<IncrementalStepRunReason> Reemitted(GeneratorRunResult result) =>
    [
        .. result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs)
            .Where(o => !IsReused(o.Reason) && ((IEnumerable)((ITuple)o.Value)[0]!).Cast<object>().Any())
            .Select(o => o.Reason),
    ];

    /// <summary>The names of the files in them.</summary>
    public static List<string> ReemittedFiles(GeneratorRunResult result) =>
    [
        .. result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs)
            .Where(o => !IsReused(o.Reason) && o.Reason != IncrementalStepRunReason.Removed)
            .SelectMany(o => ((IEnumerable)((ITuple)o.Value)[0]!).Cast<object>(), (_, source) => (string)source.GetType().GetProperty("HintName")!.GetValue(source)!),
    ];

    private static CSharpGeneratorDriver CreateDriver(GeneratorInput input) => CSharpGeneratorDriver.Create(
        [new VapiGenerator().AsSourceGenerator()],
        input.Documents.Select(d => new InputText(d)),
        ParseOptions(input),
        new InputOptions(input),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static CSharpParseOptions ParseOptions(GeneratorInput input) => new(input.LanguageVersion, DocumentationMode.Diagnose, preprocessorSymbols: input.Framework.Symbols);

    private static GeneratorRunResult Result(GeneratorDriver driver)
    {
        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.True(result.Exception is null, $"The generator threw: {result.Exception}");
        return result;
    }

    private static void RequireDiagnostics(GeneratorRunResult result, string[] expected)
    {
        Diagnostic[] loud = [.. result.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Info)];
        Assert.True(
            loud.Select(d => d.Id).Order().SequenceEqual(expected.Order()),
            $"Expected the diagnostics [{string.Join(", ", expected)}], but the generator reports:\n{string.Join("\n", loud.AsEnumerable())}");
    }

    private static void RequireNothingReruns(GeneratorDriver driver)
    {
        GeneratorRunResult result = Result(driver);
        string[] rerun =
        [
            .. TrackingNames.All.Where(result.TrackedSteps.ContainsKey).SelectMany(name => result.TrackedSteps[name])
                .Concat(result.TrackedOutputSteps.SelectMany(step => step.Value))
                .SelectMany(step => step.Outputs, (step, output) => (step.Name, output.Reason))
                .Where(output => !IsReused(output.Reason))
                .Select(output => $"{output.Name ?? "an output"} is {output.Reason}")
                .Distinct(),
        ];
        Assert.True(rerun.Length == 0, $"After an unrelated edit: {string.Join(", ", rerun)}.");
    }
}
