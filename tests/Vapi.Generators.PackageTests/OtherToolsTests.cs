namespace Vapi.Generators.PackageTests;

/// <summary>The documents of the samples are fit for other tools too: Redocly's linter and Postman's import, from npm.</summary>
public sealed class OtherToolsTests(OtherToolsTests.Install install) : IClassFixture<OtherToolsTests.Install>
{
    [LongTheory("15 seconds")]
    [InlineData("Quickstart")]
    [InlineData("Streaming")]
    [InlineData("Webhooks")]
    public async Task DocumentOfASample_HasNoErrors_AndIsACollection(string sample)
    {
        string document = Path.Combine(Repository.Root, "samples", sample, "openapi.json");

        (int exitCode, string output) = await install.RunAsync("redocly", "lint", "--extends=recommended", document);
        Assert.True(exitCode == 0, output);

        string collection = Path.Combine(install.Folder, sample + ".json");
        (_, output) = await install.RunAsync("openapi2postmanv2", "-s", document, "-o", collection);
        Assert.True(File.Exists(collection), output);
    }

    /// <summary>A folder with the tools.</summary>
    public sealed class Install : IDisposable
    {
        private static readonly string[] Packages = ["@redocly/cli@2.77.0", "openapi-to-postmanv2@6.3.3"];

        private bool _isInstalled;

        public string Folder { get; } = Directory.CreateTempSubdirectory("vapi-npm-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);

        public async Task<(int ExitCode, string Output)> RunAsync(string tool, params string[] arguments)
        {
            string? npm = ProgramPath.Find("npm");
            Assert.SkipWhen(npm is null, "Needs npm.");
            if (!_isInstalled)
            {
                (int exitCode, string output) = await DotNet.RunProgramAsync(Folder, npm, ["install", "--no-audit", "--no-fund", "--prefix", Folder, .. Packages]);
                Assert.SkipWhen(exitCode != 0, "Needs npm's registry: " + output);
                _isInstalled = true;
            }

            return await DotNet.RunProgramAsync(Folder, Path.Combine(Folder, "node_modules", ".bin", tool), arguments);
        }
    }
}
