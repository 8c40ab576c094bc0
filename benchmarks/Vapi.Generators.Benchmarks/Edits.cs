using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators.Benchmarks;

/// <summary>What the generator costs in an IDE, which keeps its driver and runs it again after each edit: time and allocation of a run, and the memory between runs.</summary>
internal static class Edits
{
    private const int Runs = 15;

    /// <summary>How often each version in a folder replaces the one before.</summary>
    private const int Rounds = 10;

    /// <summary>Measures edits of the code and the document, and the memory of a driver.</summary>
    public static void Measure(string path)
    {
        string document = File.ReadAllText(path);
        int letter = document.IndexOf("\"description\": \"", document.Length / 2, StringComparison.Ordinal) + "\"description\": \"".Length;
        var ide = new Ide(document);
        Console.WriteLine($"{path}: {document.Length / 1e6:N2} million characters");
        Console.WriteLine($"first run: {Describe(Time(ide.Run))}");
        Console.WriteLine($"a letter in C#: {Median(i => ide.Code = $"class C {{ int _{i}; }}", ide)}");
        Console.WriteLine($"a letter in a description: {Median(i => ide.Document = document.Insert(letter, new string('x', i + 1)), ide)}");
        ide.Document = document;
        ide.Run();

        long whole = GC.GetTotalMemory(forceFullCollection: true);
        int characters = ide.ForgetDriver();
        long output = GC.GetTotalMemory(forceFullCollection: true);
        ide.ForgetTrees();
        long nothing = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(ide);
        Console.WriteLine($"kept between runs: {(output - nothing) / 1e6:N1} MB for the trees of {characters / 1e6:N2} million characters of code, {(whole - output) / 1e6:N1} MB for all else, {(whole - output) / (double)document.Length:N2} bytes per character of the document");
    }

    /// <summary>Replaces the document by each version in a folder, several times, and shows the memory after each round.</summary>
    public static void Replace(string folder)
    {
        string[] versions = [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        var ide = new Ide(versions[0]);
        for (int round = 1; round <= Rounds; round++)
        {
            foreach (string version in versions)
            {
                ide.Document = version;
                ide.Run();
            }

            Console.WriteLine($"{round * versions.Length,4} replacements: {GC.GetTotalMemory(forceFullCollection: true) / 1e6:N1} MB");
        }
    }

    private static string Median(Action<int> edit, Ide ide)
    {
        var results = new List<(double Milliseconds, double Megabytes)>();
        for (int i = 0; i < Runs; i++)
        {
            edit(i);
            results.Add(Time(ide.Run));
        }

        return Describe((results.Select(r => r.Milliseconds).Order().ElementAt(Runs / 2), results.Select(r => r.Megabytes).Order().ElementAt(Runs / 2))) + $" (medians of {Runs} runs)";
    }

    private static string Describe((double Milliseconds, double Megabytes) run) => $"{run.Milliseconds:N1} ms, {run.Megabytes:N2} MB allocated";

    private static (double Milliseconds, double Megabytes) Time(Action action)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        action();
        return (watch.Elapsed.TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6);
    }

    /// <summary>A project with one C# file and one document.</summary>
    private sealed class Ide
    {
        private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

        private GeneratorDriver? _driver;

        private ImmutableArray<SyntaxTree> _trees = [];

        private Compilation _compilation;

        private Text _document;

        public Ide(string document)
        {
            _document = new Text(document);
            MetadataReference[] references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)).Select(p => MetadataReference.CreateFromFile(p))];
            _compilation = CSharpCompilation.Create("Consumer", [CSharpSyntaxTree.ParseText("", Parsing)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            _driver = CSharpGeneratorDriver.Create([new VapiGenerator().AsSourceGenerator()], [_document], Parsing);
        }

        public string Code
        {
            set => _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees.Single(), CSharpSyntaxTree.ParseText(value, Parsing));
        }

        public string Document
        {
            set
            {
                var document = new Text(value);
                _driver = _driver!.ReplaceAdditionalText(_document, document);
                _document = document;
            }
        }

        public void Run()
        {
            _driver = _driver!.RunGenerators(_compilation);
            if (_driver.GetRunResult().Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) || _driver.GetRunResult().GeneratedTrees.Length == 0)
                throw new InvalidOperationException(string.Join("\n", _driver.GetRunResult().Diagnostics));
        }

        /// <summary>Gives up the driver, but not the trees of the generated code, which an IDE keeps anyway. Returns their length.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public int ForgetDriver()
        {
            _trees = _driver!.GetRunResult().GeneratedTrees;
            _driver = null;
            return _trees.Sum(t => t.Length);
        }

        public void ForgetTrees() => _trees = [];
    }

    private sealed class Text(string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => "/project/openapi.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
