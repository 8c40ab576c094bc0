namespace Vapi.Generators.PackageTests;

/// <summary>The same project gives the same bytes.</summary>
public sealed class DeterminismTests(PackageFeed feed)
{
    [LongFact("20 seconds")]
    public async Task BuildInAnotherFolder_GivesTheSameAssembly()
    {
        byte[][] images = [await BuildAsync(), await BuildAsync()];

        Assert.Equal(images[0], images[1]);

        async Task<byte[]> BuildAsync()
        {
            using var project = new ConsumerProject(feed) { More = "<PropertyGroup><PathMap>$(MSBuildProjectDirectory)=/_</PathMap></PropertyGroup>" };
            project.Copy(Repository.QuickstartDocument, "openapi.json");
            (await project.BuildAsync()).AssertClean();
            return [.. await File.ReadAllBytesAsync(Path.Combine(project.OutputFolder("net10.0"), "Calls.dll")), .. await File.ReadAllBytesAsync(Path.Combine(project.OutputFolder("net10.0"), "Calls.pdb"))];
        }
    }
}
