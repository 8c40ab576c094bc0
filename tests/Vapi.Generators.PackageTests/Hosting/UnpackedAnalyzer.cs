using System.IO.Compression;

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>The analyzer's folder of the package, on disk.</summary>
internal sealed class UnpackedAnalyzer : IDisposable
{
    private readonly string _package = Directory.CreateTempSubdirectory("vapi-analyzer-").FullName;

    public UnpackedAnalyzer(PackageFeed feed) => ZipFile.ExtractToDirectory(feed.PackagePath, _package);

    public string Folder => Path.Combine(_package, "analyzers", "dotnet", "cs");

    public void Dispose() => Directory.Delete(_package, recursive: true);
}
