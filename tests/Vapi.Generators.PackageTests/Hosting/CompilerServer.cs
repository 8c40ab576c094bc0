using System.Runtime.InteropServices;
using Vapi.Generators.PackageTests.Hosting;

[assembly: AssemblyFixture(typeof(CompilerServer))]

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>
/// The compiler's server, which builds share on a developer's machine. Without it, each build starts a compiler that compiles itself first: half of the time of a small build. The tests have one of their own,
/// whatever the machine's settings are, and end it.
/// </summary>
public sealed class CompilerServer : IAsyncDisposable
{
    private static readonly string Id = "vapi-" + Guid.NewGuid().ToString("N");

    /// <summary>Makes builds use it, unless an option says something else.</summary>
    internal static void AddTo(IDictionary<string, string?> environment)
    {
        environment["UseSharedCompilation"] = "true";
        environment["SharedCompilationId"] = Id;
    }

    /// <summary>If the SDK has it elsewhere, it ends by itself after ten minutes without work.</summary>
    public async ValueTask DisposeAsync()
    {
        string sdks = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk");
        string folder = Path.GetTempPath();
        (_, string version) = await DotNet.RunAsync(folder, "--version");
        await DotNet.RunAsync(folder, Path.Combine(sdks, version.Trim(), "Roslyn", "bincore", "VBCSCompiler.dll"), "-shutdown", "-pipename:" + Id);
    }
}
