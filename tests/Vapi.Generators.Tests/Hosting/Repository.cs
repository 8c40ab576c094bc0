using System.Reflection;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>Where the sources of this repository are, and the real documents that may lie beside it.</summary>
internal static class Repository
{
    private static readonly string TestProject = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectDirectory").Value!;

    public static string Baselines => Path.Combine(TestProject, "Baselines");

    public static string GeneratorSources => Path.GetFullPath(Path.Combine(TestProject, "../../src/Vapi.Generators"));

    public static string Root => Path.GetFullPath(Path.Combine(TestProject, "../.."));

    public static string Docs => Path.GetFullPath(Path.Combine(TestProject, "../../docs"));

    public static string RuntimeSources => Path.GetFullPath(Path.Combine(TestProject, "../../src/Vapi.Generators.Runtime"));

    public static string QuickstartDocument => Path.GetFullPath(Path.Combine(TestProject, "../../samples/Quickstart/openapi.json"));

    /// <summary>The sample with two documents.</summary>
    public static string TwoDocuments => Path.GetFullPath(Path.Combine(TestProject, "../../samples/TwoDocuments"));

    /// <summary>A file in the folder <c>shared</c> beside the repository (or in VAPI_SHARED). Without that folder the test is skipped.</summary>
    public static string Shared(string path)
    {
        string? shared = Environment.GetEnvironmentVariable("VAPI_SHARED") ?? Ancestors(TestProject).Concat(Ancestors(AppContext.BaseDirectory))
            .Select(d => Path.Combine(d, "shared"))
            .FirstOrDefault(d => File.Exists(Path.Combine(d, "vapi/openapi.json")));
        if (shared is null)
            Assert.Skip("There is no folder 'shared' with the real documents beside the repository; VAPI_SHARED may name one.");

        return Path.Combine(shared, path);
    }

    private static IEnumerable<string> Ancestors(string path)
    {
        for (string? directory = path; directory is not null; directory = Path.GetDirectoryName(directory))
            yield return directory;
    }
}
