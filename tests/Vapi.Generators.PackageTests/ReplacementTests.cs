using System.Security.Cryptography;
using System.Text;

namespace Vapi.Generators.PackageTests;

public sealed class ReplacementTests(PackageFeed feed)
{
    [Fact]
    public async Task NewDocument_GivesNewCodeWithoutClean_AndErrorsWhereTheOldIsUsed()
    {
        using var project = new ConsumerProject(feed);
        project.Write("openapi.json", SmallDocument.With("Thing", "colour"));
        project.Write("Use.cs", "internal static class Use\n{\n    public static string? Colour(Small.Thing thing) => thing.Colour;\n}\n");
        (await project.BuildAsync()).AssertClean();

        project.Write("openapi.json", SmallDocument.With("Thing", "color"));
        BuildResult broken = await project.BuildAsync();
        Assert.Contains("Use.cs(3,62): error CS1061", Assert.Single(broken.Complaints));

        project.Write("Use.cs", "internal static class Use\n{\n    public static string? Color(Small.Thing thing) => thing.Color;\n}\n");
        (await project.BuildAsync()).AssertClean();

        project.Write("openapi.json", SmallDocument.With("Widget", "color"));
        project.Write("Use.cs", "internal static class Use\n{\n    public static string? Color(Small.Widget thing) => thing.Color;\n}\n");
        (await project.BuildAsync()).AssertClean();
        Assert.Contains("Small.Widget", project.Types());
        Assert.DoesNotContain("Small.Thing", project.Types());
    }

    /// <summary>A time stamp tells nothing: what a version control system or an archive brings may be older than the last build.</summary>
    [LongFact("20 seconds")]
    public async Task DocumentWithAnOlderTimeStamp_IsNoticed_AndThePinWithIt()
    {
        string first = SmallDocument.With("Thing", "colour");
        using var project = new ConsumerProject(feed)
        {
            More = $"<PropertyGroup><OpenApiSha256>{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(first)))}</OpenApiSha256></PropertyGroup>",
        };
        project.Write("openapi.json", first);
        (await project.BuildAsync()).AssertClean();
        string assembly = Path.Combine(project.OutputFolder("net10.0"), project.Name + ".dll");
        DateTime built = File.GetLastWriteTimeUtc(assembly);

        Assert.Equal(0, (await BuildAgainAsync()).ExitCode);
        Assert.Equal(built, File.GetLastWriteTimeUtc(assembly));

        project.Write("openapi.json", SmallDocument.With("Thing", "color"));
        File.SetLastWriteTimeUtc(Path.Combine(project.Folder, "openapi.json"), new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Contains("error VAPI015", (await BuildAgainAsync()).Output);

        // The project file stays as it is: another one would be a reason to compile.
        Task<(int ExitCode, string Output)> BuildAgainAsync() => DotNet.RunAsync(project.Folder, "build", "-nodeReuse:false", "-tl:off");
    }

    [Fact]
    public async Task Documents_AreWatched()
    {
        using var project = new ConsumerProject(feed) { More = "<ItemGroup><AdditionalFiles Include=\"other.yaml\" OpenApiNamespace=\"Other\" /></ItemGroup>" };
        project.Write("openapi.json", SmallDocument.With("Thing", "colour"));
        project.Write("other.yaml", SmallDocument.Yaml);
        project.WriteProject();

        await DotNet.RunAsync(project.Folder, "restore");
        (int exitCode, string output) = await DotNet.RunAsync(project.Folder, "msbuild", "-getItem:Watch", "-p:TargetFramework=net10.0");

        Assert.True(exitCode == 0, output);
        Assert.Contains("openapi.json", output);
        Assert.Contains("other.yaml", output);
    }
}
