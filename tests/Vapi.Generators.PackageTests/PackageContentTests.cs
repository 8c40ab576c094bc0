using System.IO.Compression;
using System.Xml.Linq;

namespace Vapi.Generators.PackageTests;

public sealed class PackageContentTests(PackageFeed feed)
{
    private const string AnalyzerFolder = "analyzers/dotnet/cs/";

    [Fact]
    public void Package_HoldsTheAnalyzerAndNothingForTheConsumersOutput()
    {
        string[] files = [.. Entries().Select(e => e.FullName).Where(n => !IsPackaging(n))];

        Assert.Equal(
            [
                "LICENSE", "README.md", "THIRD-PARTY-NOTICES.txt", AnalyzerFolder, "build/Vapi.Generators.Update.targets", "build/Vapi.Generators.props", "build/Vapi.Generators.targets", "buildMultiTargeting/Vapi.Generators.targets", "icon.png", "sbom.cdx.json",
                "tools/System.CommandLine.dll", "tools/Vapi.Generators.Tool.dll", "tools/Vapi.Generators.Tool.runtimeconfig.json",
            ],
            files.Select(f => f.StartsWith(AnalyzerFolder, StringComparison.Ordinal) ? AnalyzerFolder : f).Distinct().Order(StringComparer.Ordinal).ToArray());
        Assert.Contains(AnalyzerFolder + "Vapi.Generators.dll", files);
        Assert.Contains(AnalyzerFolder + "Microsoft.OpenApi.dll", files);
        Assert.Contains(AnalyzerFolder + "System.Text.Json.dll", files);
        Assert.All(files.Where(f => f.StartsWith(AnalyzerFolder, StringComparison.Ordinal)), f => Assert.EndsWith(".dll", f));
        Assert.DoesNotContain(files, f => Path.GetFileName(f).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void Package_IsADevelopmentDependencyWithoutDependencies()
    {
        XElement metadata = ReadNuspec().Root!.Elements().Single(e => e.Name.LocalName == "metadata");

        Assert.Equal(PackageFeed.PackageId, Value("id"));
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal(metadata.Elements().Single(e => e.Name.LocalName == "repository").Attribute("url")!.Value, Value("projectUrl"));
        Assert.DoesNotContain(metadata.Descendants(), e => e.Name.LocalName is "dependency" or "reference" or "frameworkReference");

        string? Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;
    }

    /// <summary>A host loads what lies beside the analyzer; what lies nowhere fails on the first machine that is not the developer's.</summary>
    [Fact]
    public void EveryReferenceOfTheAnalyzer_IsBesideItOrInEveryHost()
    {
        using var package = new UnpackedAnalyzer(feed);
        Dictionary<string, AssemblyFile> packed = AssemblyFile.ReadAll(package.Folder);

        Assert.Empty(
            from assembly in packed.Values
            from reference in assembly.References
            where !IsInEveryHost(reference.Key)
            where !packed.TryGetValue(reference.Key, out AssemblyFile? target) || target.Version < reference.Value
            select $"{assembly.Name} needs {reference.Key} {reference.Value}");
    }

    /// <summary>The compiler's own assemblies, those it is known to bring along in the version of Roslyn 4.8 on, and .NET Standard itself.</summary>
    private static bool IsInEveryHost(string name)
        => name is "netstandard" or "System.Collections.Immutable" or "System.Reflection.Metadata" || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    /// <summary>What every package has, whatever is in it.</summary>
    private static bool IsPackaging(string name)
        => name is "[Content_Types].xml" || name.EndsWith(".nuspec", StringComparison.Ordinal) || name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal);

    private XDocument ReadNuspec()
    {
        using Stream stream = Entries().Single(e => e.FullName == PackageFeed.PackageId + ".nuspec").Open();
        return XDocument.Load(stream);
    }

    private IReadOnlyCollection<ZipArchiveEntry> Entries() => ZipFile.OpenRead(feed.PackagePath).Entries;
}
