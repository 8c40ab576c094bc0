using System.Xml.Linq;

namespace Vapi.Generators.PackageTests;

/// <summary>samples/Testing as a user builds and runs it: a test project with the package and a fake of its document.</summary>
public class TestingSampleTests(PackageFeed feed)
{
    private static string Folder => Path.Combine(Repository.Root, "samples", "Testing");

    [Fact]
    public async Task Tests_Pass()
    {
        using var project = new ConsumerProject(feed)
        {
            Name = "Tests",
            OutputType = "Exe",
            More = $"""
                <PropertyGroup><OpenApiFake>true</OpenApiFake><NoWarn>$(NoWarn);CS1591</NoWarn><IsAotCompatible>false</IsAotCompatible></PropertyGroup>
                <ItemGroup><PackageReference Include="xunit.v3" Version="{VersionOf("xunit.v3")}" /></ItemGroup>
                """,
        };
        foreach (string file in new[] { "Librarian.cs", "LibrarianTests.cs", "openapi.json" })
            project.Copy(Path.Combine(Folder, file), file);

        (await project.BuildAsync()).AssertClean();
        string output = await project.RunAsync("-noColor");

        Assert.Contains("Total: 4, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    private static string VersionOf(string package)
        => XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").Single(e => e.Attribute("Include")!.Value == package).Attribute("Version")!.Value;
}
