using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;

namespace Vapi.Generators.PackageTests;

/// <summary>Whoever has the sources can build the package and compare it with the published one.</summary>
public sealed class RebuildTests : IDisposable
{
    private const string Address = "https://github.com/vapi-generators/vapi-generators";

    /// <summary>The kind of debug information that has the addresses of the sources, from the specification of Source Link.</summary>
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    private static readonly string[] Sources = ["src", "docs", "README.md", "LICENSE", "CHANGELOG.md", "THIRD-PARTY-NOTICES.txt", "Directory.Build.props", "Directory.Packages.props", ".editorconfig", ".gitignore"];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("vapi-rebuild-");

    public void Dispose() => _root.Delete(recursive: true);

    [LongFact("2 minutes")]
    public async Task PackageOfTheSameCommitInAnotherFolder_IsTheSameByteForByte_AndNamesItsSources()
    {
        string first = Path.Combine(_root.FullName, "a");
        string second = Path.Combine(_root.FullName, "another folder", "of another length");
        foreach (string source in Sources)
            Copy(Path.Combine(Repository.Root, source), Path.Combine(first, source));

        await GitAsync(first, "init");
        await GitAsync(first, "add", "--all");
        await GitAsync(first, "-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "All");
        await GitAsync(_root.FullName, "clone", "--quiet", "--origin", "local", first, second);
        string commit = (await GitAsync(first, "rev-parse", "HEAD")).Trim();

        byte[][] packages = [await PackAsync(first), await PackAsync(second)];

        Assert.Equal(Contents(packages[0]), Contents(packages[1]));
        Assert.Equal(packages[0], packages[1]);
        Assert.Contains($"{Address.Replace("github.com", "raw.githubusercontent.com", StringComparison.Ordinal)}/{commit}/*", SourceLinkOf(packages[0], "analyzers/dotnet/cs/Vapi.Generators.dll"), StringComparison.Ordinal);
        Assert.Contains(commit, SourceLinkOf(packages[0], "tools/Vapi.Generators.Tool.dll"), StringComparison.Ordinal);
    }

    private static async Task<byte[]> PackAsync(string folder)
    {
        await GitAsync(folder, "remote", "add", "origin", Address);
        (int exitCode, string output) = await DotNet.RunAsync(folder, "pack", "src/Vapi.Generators", "--configuration", "Release", "--output", "feed", "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzersDuringBuild=false", "-nodeReuse:false");
        Assert.True(exitCode == 0, output);
        return await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(Path.Combine(folder, "feed"), "*.nupkg")), TestContext.Current.CancellationToken);
    }

    private static async Task<string> GitAsync(string folder, params string[] arguments)
    {
        (int exitCode, string output) = await DotNet.RunProgramAsync(folder, "git", arguments);
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>The files in it with the time and the hash of each, which say more than the bytes if they differ.</summary>
    private static Dictionary<string, string> Contents(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        return archive.Entries.ToDictionary(e => e.FullName, e => $"{e.LastWriteTime:u} {Convert.ToHexString(SHA256.HashData(e.Bytes()))}");
    }

    private static string SourceLinkOf(byte[] package, string assembly)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        using var file = new PEReader(new MemoryStream(archive.GetEntry(assembly)!.Bytes()));
        using MetadataReaderProvider symbols = file.ReadEmbeddedPortablePdbDebugDirectoryData(file.ReadDebugDirectory().Single(d => d.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        MetadataReader reader = symbols.GetMetadataReader();
        CustomDebugInformation link = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Single(i => reader.GetGuid(i.Kind) == SourceLink);
        return Encoding.UTF8.GetString(reader.GetBlobBytes(link.Value));
    }

    private static void Copy(string source, string target)
    {
        if (Directory.Exists(source))
        {
            foreach (string entry in Directory.EnumerateFileSystemEntries(source).Where(e => Path.GetFileName(e) is not ("bin" or "obj")))
                Copy(entry, Path.Combine(target, Path.GetFileName(entry)));

            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(source, target);
    }
}
