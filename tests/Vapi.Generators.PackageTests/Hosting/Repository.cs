using System.Xml.Linq;

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>Where things are that the tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Above("Vapi.Generators.sln");

    public static string QuickstartDocument => Path.Combine(Root, "samples", "Quickstart", "openapi.json");

    /// <summary>A file that lies beside the repository on some machines; the test is skipped where it does not.</summary>
    public static string Shared(params string[] path)
    {
        string file = PathOfShared(path);
        Assert.SkipUnless(File.Exists(file), $"Needs ../shared/{string.Join('/', path)} beside the repository.");
        return file;
    }

    /// <summary>The folder of payloads, where there is one.</summary>
    public static string? Payloads { get; } = Directory.Exists(PathOfShared("payloads")) ? PathOfShared("payloads") : null;

    /// <summary>The version of a package that all projects of the repository use.</summary>
    public static string VersionOf(string package) => XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("PackageVersion").Single(v => (string?)v.Attribute("Include") == package).Attribute("Version")!.Value;

    private static string PathOfShared(params string[] path) => Path.Combine([Path.GetDirectoryName(Root)!, "shared", .. path]);

    private static string Above(string name)
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, name)))
                return folder;
        }

        throw new InvalidOperationException($"There is no {name} above {AppContext.BaseDirectory}.");
    }
}
