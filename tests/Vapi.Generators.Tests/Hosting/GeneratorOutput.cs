using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>What came of a run of the generator.</summary>
internal sealed class GeneratorOutput
{
    private readonly Lazy<Assembly> _assembly;
    private readonly CompiledRuntime? _runtime;

    /// <param name="runtime">Null: the runtime is compiled with the rest.</param>
    public GeneratorOutput(GeneratorInput input, GeneratorDriver driver, GeneratorRunResult result, CSharpCompilation compilation, CompiledRuntime? runtime)
    {
        _runtime = runtime;
        Input = input;
        Driver = driver;
        Result = result;
        Compilation = compilation;
        Diagnostics = [.. result.Diagnostics];
        Files = result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString(), StringComparer.Ordinal);
        Image = Compile(runtime?.WithoutParts(compilation, result) ?? compilation);
        _assembly = new(Load);
    }

    public GeneratorInput Input { get; }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>The user's code and the generated code.</summary>
    public CSharpCompilation Compilation { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>The bytes of the compiled assembly. For a small document, without the runtime.</summary>
    public byte[] Image { get; }

    public Assembly Assembly => _assembly.Value;

    /// <summary>All types of the user's code and the generated code.</summary>
    public Type[] Types => _runtime is null ? Assembly.GetTypes() : [.. Assembly.GetTypes(), .. RuntimeAssembly.GetTypes()];

    private Assembly RuntimeAssembly => AssemblyLoadContext.GetLoadContext(Assembly)!.LoadFromAssemblyName(new AssemblyName(CompiledRuntime.Name));

    /// <summary>The file of a declaration. The types of a group share a file.</summary>
    public string File(string declaration, string @namespace = "Test")
        => Files.Single(f => f.Key.StartsWith(@namespace + ".", StringComparison.Ordinal) && Regex.IsMatch(f.Value, $@"^\[.* partial (class|struct|interface) {declaration}\b", RegexOptions.Multiline)).Value;

    public Type Type(string name)
    {
        string fullName = name.Contains('.') ? name : "Test." + name;
        return Assembly.GetType(fullName) ?? (_runtime is null ? Assembly : RuntimeAssembly).GetType(fullName, throwOnError: true)!;
    }

    /// <summary>Calls the static method Run of the class Probe in the user's code.</summary>
    public T Run<T>(params object[] arguments) => (T)Call(arguments)!;

    /// <inheritdoc cref="Run{T}"/>
    public async Task<T> RunAsync<T>(params object[] arguments) => await (Task<T>)Call(arguments)!;

    private object? Call(object[] arguments)
    {
        MethodInfo method = Assembly.GetType("Probe", throwOnError: true)!.GetMethod("Run")!;
        return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private Assembly Load() => Load(Image, _runtime?.Image, [.. Compilation.References.OfType<PortableExecutableReference>().Select(r => r.FilePath!)]);

    /// <summary>
    /// Loads an assembly for good, since serializers keep the types that they have seen: what is captured here, and the compilation is not, stays. What the runtime does not have comes from where the
    /// compiler found it.
    /// </summary>
    private static Assembly Load(byte[] image, byte[]? runtime, string[] references)
    {
        var context = new AssemblyLoadContext("Consumer");
        context.Resolving += (_, wanted) => Array.Find(references, r => Path.GetFileNameWithoutExtension(r) == wanted.Name) is { } path ? context.LoadFromAssemblyPath(path) : null;
        if (runtime is not null)
            context.LoadFromStream(new MemoryStream(runtime));

        return context.LoadFromStream(new MemoryStream(image));
    }

    /// <summary>Emits the assembly, its documentation file too, and demands that the compiler has nothing to say.</summary>
    public static byte[] Compile(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        Diagnostic[] loud = [.. compilation.Emit(image, xmlDocumentationStream: new MemoryStream()).Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Info)];
        Assert.True(loud.Length == 0, $"The generated code compiles with {loud.Length} warnings or errors:\n{string.Join("\n", loud.Take(10).Select(Quote))}");
        return image.ToArray();
    }

    private static string Quote(Diagnostic diagnostic)
    {
        string line = diagnostic.Location.SourceTree is { } tree ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() : "";
        return $"{diagnostic}\n    {(line.Length > 300 ? line[..300] + "…" : line)}";
    }
}
