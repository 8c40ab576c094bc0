using System.Reflection;

namespace Vapi.Generators.Tool.Tests;

/// <summary>The real documents that may lie beside this repository.</summary>
internal static class Repository
{
    private static readonly string TestProject = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectDirectory").Value!;

    /// <summary>A file in the folder <c>shared</c> beside the repository (or in VAPI_SHARED). Without that folder the test is skipped.</summary>
    public static string Shared(string path)
    {
        string? shared = Environment.GetEnvironmentVariable("VAPI_SHARED") ?? Ancestors(TestProject).Concat(Ancestors(AppContext.BaseDirectory))
            .Select(d => Path.Combine(d, "shared"))
            .FirstOrDefault(d => File.Exists(Path.Combine(d, "vapi/openapi.json")));
        Assert.SkipWhen(shared is null, "There is no folder 'shared' with the real documents beside the repository; VAPI_SHARED may name one.");
        return Path.Combine(shared, path);
    }

    private static IEnumerable<string> Ancestors(string path)
    {
        for (string? directory = path; directory is not null; directory = Path.GetDirectoryName(directory))
            yield return directory;
    }
}
