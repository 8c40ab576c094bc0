using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>
/// The emitted runtime as an assembly of its own. It is the same for most small documents and ten times as long as their own code, so it is compiled once for all of them, and their own code is compiled
/// against it.
/// </summary>
internal sealed class CompiledRuntime
{
    public const string Name = "Runtime";

    /// <summary>Longer documents are compiled as a user compiles them: their own code is what takes the time.</summary>
    private const int LongestDocument = 300_000;

    /// <summary>More would fill the memory: each namespace has a runtime of its own, and a random document may have any.</summary>
    private const int Most = 500;

    private static readonly ConcurrentDictionary<(Framework, LanguageVersion, string Hash), Lazy<CompiledRuntime>> All = [];

    private CompiledRuntime(CSharpCompilation project, CSharpParseOptions parseOptions, SyntaxTree[] trees)
    {
        SyntaxTree friend = CSharpSyntaxTree.ParseText($"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{project.AssemblyName}\")]", parseOptions);
        Image = GeneratorOutput.Compile(project.WithAssemblyName(Name).AddSyntaxTrees([.. trees, friend]));
        Project = project.AddReferences(MetadataReference.CreateFromImage(Image));
        _ = Project.ObjectType;
    }

    public byte[] Image { get; }

    /// <summary>A project without code that refers to the runtime. Compilations that are made from it share what Roslyn knows about the references.</summary>
    private CSharpCompilation Project { get; }

    /// <summary>Null for a long document, and for a runtime that has parts in the document's own code.</summary>
    /// <param name="project">Without code.</param>
    public static CompiledRuntime? Of(GeneratorInput input, CSharpCompilation project, CSharpParseOptions parseOptions, GeneratorRunResult result)
    {
        GeneratedSourceResult[] parts = [.. result.GeneratedSources.Where(IsPart)];
        if (input.Documents.Sum(d => d.Text?.Length ?? 0) > LongestDocument || Array.Exists(parts, p => p.HintName.EndsWith("-runtime.Contract.g.cs", StringComparison.Ordinal)))
            return null;

        string hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts.SelectMany(p => new[] { p.HintName, p.SourceText.ToString() })))));
        if (All.Count == Most)
            All.Clear();

        return All.GetOrAdd((input.Framework, input.LanguageVersion, hash), _ => new(() => new(project, parseOptions, [.. parts.Select(p => p.SyntaxTree)]))).Value;
    }

    /// <summary>The user's code and the generated code, which refers to the runtime instead of having it.</summary>
    public CSharpCompilation WithoutParts(CSharpCompilation compilation, GeneratorRunResult result)
    {
        HashSet<SyntaxTree> parts = [.. result.GeneratedSources.Where(IsPart).Select(s => s.SyntaxTree)];
        return Project.AddSyntaxTrees(compilation.SyntaxTrees.Where(t => !parts.Contains(t)));
    }

    /// <summary>Whether a file is the same for every document with the same options.</summary>
    private static bool IsPart(GeneratedSourceResult source) => source.HintName.Contains("-runtime.", StringComparison.Ordinal) || source.HintName == "Vapi.Generators-polyfills.g.cs";
}
