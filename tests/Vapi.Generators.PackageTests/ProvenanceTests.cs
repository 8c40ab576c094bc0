using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;

namespace Vapi.Generators.PackageTests;

/// <summary>What the package says about where its content is from is true and complete.</summary>
public sealed class ProvenanceTests(PackageFeed feed)
{
    private static readonly string[] OwnAssemblies = ["Vapi.Generators.dll", "Vapi.Generators.Tool.dll"];

    [Fact]
    public void BillOfMaterials_NamesEveryAssemblyWithItsVersionAndHash()
    {
        JsonElement bill = JsonDocument.Parse(Text("sbom.cdx.json")).RootElement;
        Component[] components = [.. bill.GetProperty("components").EnumerateArray().Select(Component.Read)];

        Assert.Equal("CycloneDX", bill.GetProperty("bomFormat").GetString());
        Assert.Equal(feed.Version, bill.GetProperty("metadata").GetProperty("component").GetProperty("version").GetString());
        Assert.Equal(
            Entries().Where(e => e.FullName.EndsWith(".dll", StringComparison.Ordinal)).Select(e => (e.FullName, Convert.ToHexString(SHA256.HashData(e.Bytes())))).Order(),
            components.Select(c => (c.File, c.Sha256)).Order());
        Assert.All(components, c => Assert.Equal(OwnAssemblies.Contains(Path.GetFileName(c.File)) ? $"{PackageFeed.PackageId} {feed.Version}" : $"{Path.GetFileNameWithoutExtension(c.File)} {c.Version}", $"{c.Name} {c.Version}"));
        Assert.All(components, c => Assert.Matches(@"^\d+\.\d+\.\d+", c.Version));
        Assert.All(components, c => Assert.Equal($"pkg:nuget/{c.Name}@{c.Version}", c.PackageUrl));
    }

    [Fact]
    public void Notices_NameEveryAssemblyOfOthersWithItsVersion_AndNoOther()
    {
        string[] lines = Text("THIRD-PARTY-NOTICES.txt").Split('\n');
        IEnumerable<string> foreign = JsonDocument.Parse(Text("sbom.cdx.json")).RootElement.GetProperty("components").EnumerateArray().Select(Component.Read)
            .Where(c => !OwnAssemblies.Contains(Path.GetFileName(c.File)))
            .Select(c => $"{c.Name} {c.Version}");

        Assert.Equal(foreign.Order(StringComparer.Ordinal), lines.Where((_, i) => i + 2 < lines.Length && lines[i + 1].StartsWith("https://", StringComparison.Ordinal) && lines[i + 2].StartsWith("Copyright (c) ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("MIT License", lines);
    }

    [Fact]
    public void Package_HasAnIconItsReleaseNotesAndItsTags()
    {
        XElement metadata = XDocument.Parse(Text(PackageFeed.PackageId + ".nuspec")).Root!.Elements().Single(e => e.Name.LocalName == "metadata");

        Assert.Equal([0x89, .. "PNG"u8], Entries().Single(e => e.FullName == Value("icon")).Bytes()[..4]);
        Assert.StartsWith(File.ReadAllText(Path.Combine(Repository.Root, "CHANGELOG.md")).ReplaceLineEndings("\n").Split("\n## ")[1].Trim(), Value("releaseNotes").ReplaceLineEndings("\n")["## ".Length..], StringComparison.Ordinal);
        Assert.Contains("openapi", Value("tags").Split(' '));
        Assert.NotEmpty(Value("copyright"));

        string Value(string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;
    }

    /// <summary>A stack trace of the generator has lines on every machine, and a debugger finds the sources.</summary>
    [Fact]
    public void OwnAssemblies_ContainTheirSymbols()
        => Assert.All(OwnAssemblies, name =>
        {
            using var file = new PEReader(new MemoryStream(Entries().Single(e => e.Name == name).Bytes()));
            Assert.Contains(file.ReadDebugDirectory(), d => d.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        });

    private string Text(string path) => System.Text.Encoding.UTF8.GetString(Entries().Single(e => e.FullName == path).Bytes()).TrimStart('\uFEFF');

    private IReadOnlyCollection<ZipArchiveEntry> Entries() => ZipFile.OpenRead(feed.PackagePath).Entries;

    private sealed record Component(string File, string Name, string Version, string PackageUrl, string Sha256)
    {
        public static Component Read(JsonElement json) => new(
            json.GetProperty("bom-ref").GetString()!,
            json.GetProperty("name").GetString()!,
            json.GetProperty("version").GetString()!,
            json.GetProperty("purl").GetString()!,
            json.GetProperty("hashes").EnumerateArray().Single(h => h.GetProperty("alg").GetString() == "SHA-256").GetProperty("content").GetString()!);
    }
}
