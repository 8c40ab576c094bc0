using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

// Runs the analyzer in a folder on a document, with the Roslyn that this program is built with, and prints what it generates, each file's name and hash,
// and in the last line which Roslyn that was, and what was loaded from the folder.
// "host first" loads what the analyzer needs as the compiler does on .NET; "packed first" takes everything that lies beside it, as on a framework that has none of it.
(string folder, string document, bool packedFirst) = (args[0], args[1], args[2] == "packed first");
var loader = new Loader(folder, packedFirst);
var reference = new AnalyzerFileReference(Path.Combine(folder, "Vapi.Generators.dll"), loader);
var options = new CSharpParseOptions(LanguageVersion.CSharp12);
IEnumerable<MetadataReference> framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
    .Where(f => Path.GetDirectoryName(f) == Path.GetDirectoryName(typeof(object).Assembly.Location))
    .Select(f => MetadataReference.CreateFromFile(f));
CSharpCompilation compilation = CSharpCompilation.Create("Consumer", [CSharpSyntaxTree.ParseText("", options)], framework);
GeneratorRunResult result = CSharpGeneratorDriver.Create(reference.GetGenerators(LanguageNames.CSharp), [new Document(document)], options).RunGenerators(compilation).GetRunResult().Results.Single();

foreach (GeneratedSourceResult source in result.GeneratedSources)
    Console.WriteLine($"{source.HintName} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(source.SourceText.ToString())))}");
foreach (Diagnostic diagnostic in result.Diagnostics)
    Console.WriteLine(diagnostic);
string loaded = string.Join(", ", loader.Assemblies.Select(a => a.GetName().Name).Order(StringComparer.Ordinal));

// While a document is read, the generator compiles methods that the document may never need: each must find here what it calls.
const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
foreach (Type type in loader.Assemblies.Single(a => a.GetName().Name == "Vapi.Generators").GetTypes().Where(t => !t.ContainsGenericParameters))
{
    foreach (MethodBase method in type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)).Where(m => !m.IsAbstract && !m.ContainsGenericParameters))
        RuntimeHelpers.PrepareMethod(method.MethodHandle);
}

Console.WriteLine($"Roslyn {typeof(Compilation).Assembly.GetName().Version}; from the package: {loaded}");
return result.Exception is null ? 0 : 1;

internal sealed class Document(string path) : AdditionalText
{
    public override string Path { get; } = "/project/openapi" + System.IO.Path.GetExtension(path);

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path), Encoding.UTF8);
}

internal sealed class Loader(string folder, bool packedFirst) : AssemblyLoadContext("Analyzer"), IAnalyzerAssemblyLoader
{
    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

    protected override Assembly? Load(AssemblyName name)
    {
        string file = Path.Combine(folder, name.Name + ".dll");
        if (!File.Exists(file) || !packedFirst && IsInHost(name))
            return null;

        return LoadFromAssemblyPath(file);
    }

    private static bool IsInHost(AssemblyName name)
    {
        try
        {
            return Default.LoadFromAssemblyName(name) is not null;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
