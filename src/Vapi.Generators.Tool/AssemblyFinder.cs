using System.Reflection;
using System.Runtime.Loader;

namespace Vapi.Generators.Tool;

/// <summary>
/// Resolves assemblies that are not next to the program. In the generator's package, the generator and its dependencies are in the analyzer's folder. The compiler comes from the SDK that runs the build.
/// </summary>
internal static class AssemblyFinder
{
    /// <summary>The environment variable with the folder of the SDK's compiler. The package's targets set it.</summary>
    private const string CompilerVariable = "VAPI_GENERATORS_COMPILER";

    public static void Register()
    {
        string[] folders = [Path.Combine(AppContext.BaseDirectory, "..", "analyzers", "dotnet", "cs"), Environment.GetEnvironmentVariable(CompilerVariable) ?? ""];
        AssemblyLoadContext.Default.Resolving += (context, name) => Find(context, name, folders);
    }

    private static Assembly? Find(AssemblyLoadContext context, AssemblyName name, string[] folders)
        => folders.Where(f => f.Length > 0).Select(f => Path.GetFullPath(Path.Combine(f, name.Name + ".dll"))).FirstOrDefault(File.Exists) is { } path ? context.LoadFromAssemblyPath(path) : null;
}
