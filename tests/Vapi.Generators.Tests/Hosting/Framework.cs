using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>What a consumer references.</summary>
internal sealed class Framework
{
    public static readonly Framework Net10 = new(FindNet10, NetSymbols(10));

    public static readonly Framework Net8 = new(() => Listed("net8.0"), NetSymbols(8));

    /// <summary>With ASP.NET Core and the packages of all snippets of the documentation.</summary>
    public static readonly Framework Net10OfDocs = new(() => Listed("net10.0"), NetSymbols(10));

    /// <summary>With the packages that System.Text.Json needs there.</summary>
    public static readonly Framework NetStandard20 = new(() => Listed("netstandard2.0"), ["NETSTANDARD", "NETSTANDARD2_0"]);

    /// <summary>.NET Framework 4.7.2, with the packages that System.Text.Json needs there, and with System.Net.Http.</summary>
    public static readonly Framework Net472 = new(() => Listed("net472"), ["NETFRAMEWORK", "NET472", "NET472_OR_GREATER"]);

    public static readonly Framework Net10WithoutJson = new(() => FindNet10().Where(f => Path.GetFileName(f) != "System.Text.Json.dll"), NetSymbols(10));

    /// <summary>With Microsoft.Extensions.Http and what an application needs to use it.</summary>
    public static readonly Framework Net10WithHttpFactory = new(
        () => FindNet10().Concat(new[]
        {
            typeof(Microsoft.Extensions.DependencyInjection.IHttpClientBuilder), typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection), typeof(Microsoft.Extensions.DependencyInjection.ServiceProvider),
            typeof(Microsoft.Extensions.Options.IOptions<>), typeof(Microsoft.Extensions.Configuration.IConfiguration), typeof(Microsoft.Extensions.Configuration.ConfigurationBuilder), typeof(Microsoft.Extensions.Primitives.IChangeToken),
        }.Select(type => type.Assembly.Location).Distinct()),
        NetSymbols(10));

    public static readonly Framework Net10WithAspNetCore = new(
        () => FindNet10().Concat(Directory.GetFiles(Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Builder.WebApplication).Assembly.Location)!, "Microsoft.*.dll")), NetSymbols(10));

    public static readonly Framework Net10WithNSubstitute = new(() => FindNet10().Append(typeof(NSubstitute.Substitute).Assembly.Location), NetSymbols(10));

    private readonly Lazy<CSharpCompilation> _compilation;

    private Framework(Func<IEnumerable<string>> find, IReadOnlyList<string> symbols)
    {
        _compilation = new(() => Create(find().Select(f => MetadataReference.CreateFromFile(f))));
        Symbols = symbols;
    }

    /// <summary>The preprocessor symbols that the SDK defines.</summary>
    public IReadOnlyList<string> Symbols { get; }

    /// <summary>A project without code. Compilations that are made from it share what Roslyn knows about the references.</summary>
    public CSharpCompilation Compilation => _compilation.Value;

    private static string[] NetSymbols(int version) => ["NET", .. Enumerable.Range(5, version - 4).Select(v => $"NET{v}_0_OR_GREATER"), "NETCOREAPP"];

    /// <summary>The references that the build of this project has written down.</summary>
    private static string[] Listed(string framework) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, framework + ".references.txt"));

    private static CSharpCompilation Create(IEnumerable<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create("Consumer", [], references, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            optimizationLevel: OptimizationLevel.Release,
            // The tests are already side by side: a sixth less time for all of them.
            concurrentBuild: false,
            // As the SDK does: packages are compiled against older frameworks.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress)],
            warningLevel: 9999));
        _ = compilation.ObjectType;
        return compilation;
    }

    /// <summary>The reference pack beside the running runtime; without one, what the runtime itself loads.</summary>
    private static IEnumerable<string> FindNet10()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string packs = Path.GetFullPath(Path.Combine(runtime, "../../../packs/Microsoft.NETCore.App.Ref"));
        string? pack = Directory.Exists(packs)
            ? Directory.GetDirectories(packs).Select(version => Path.Combine(version, "ref/net10.0")).Where(Directory.Exists).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        return pack is not null
            ? Directory.GetFiles(pack, "*.dll")
            : ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(f => Path.GetDirectoryName(f) == runtime);
    }
}
