using System.Globalization;
using Vapi.Generators.PackageTests.Hosting;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>The package under test: packed once, in a version that no cache can have, or taken from the folder in <c>VAPI_PACKAGE_FEED</c>.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    public const string PackageId = "Vapi.Generators";

    private string? _own;

    public string Folder { get; private set; } = "";

    public string Version { get; private set; } = "";

    public string PackagePath => Path.Combine(Folder, $"{PackageId}.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        Folder = Environment.GetEnvironmentVariable("VAPI_PACKAGE_FEED") is { Length: > 0 } given ? Path.GetFullPath(given) : await PackAsync();
        string package = Assert.Single(Directory.GetFiles(Folder, PackageId + ".*.nupkg"));
        Version = Path.GetFileNameWithoutExtension(package)[(PackageId.Length + 1)..];
        Forget();
    }

    public ValueTask DisposeAsync()
    {
        Forget();
        if (_own is not null)
            Directory.Delete(_own, recursive: true);

        return ValueTask.CompletedTask;
    }

    /// <summary>Takes this version out of the machine's package cache, where restoring puts it.</summary>
    private void Forget()
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string package = Path.Combine(cache, PackageId.ToLowerInvariant(), Version);
        if (Directory.Exists(package))
            Directory.Delete(package, recursive: true);
    }

    private async Task<string> PackAsync()
    {
        _own = Directory.CreateTempSubdirectory("vapi-package-").FullName;
        string feed = Path.Combine(_own, "feed");
        string version = "0.1.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        (int exitCode, string output) = await DotNet.RunAsync(
            Repository.Root, "pack", "src/Vapi.Generators", "--configuration", "Release", "--artifacts-path", Path.Combine(_own, "artifacts"), "--output", feed, "-p:Version=" + version, "-p:RunAnalyzersDuringBuild=false", "-nodeReuse:false");
        Assert.True(exitCode == 0, output);
        return feed;
    }
}
