namespace Vapi.Generators.PackageTests;

/// <summary>From an empty project to a client, and from one version of the document to the next, by one command each.</summary>
public sealed class UpdateTests(PackageFeed feed)
{
    [Fact]
    public async Task Project_IsKeptInSyncWithThePublishedDocument()
    {
        using var server = new DocumentServer(SmallDocument.With("Thing", "colour"));
        using var project = new ConsumerProject(feed);
        project.Write("Use.cs", "internal static class Use { public static string? Of(Small.Thing thing) => thing.Colour; }");

        (await project.BuildAsync("-t:UpdateOpenApi", $"-p:OpenApiUrl={server.Address}")).AssertClean();
        Assert.Contains(server.Address, File.ReadAllText(Path.Combine(project.Folder, "openapi.lock.json")), StringComparison.Ordinal);

        // A build is offline.
        (await project.BuildAsync()).AssertClean();
        Assert.Equal(1, server.Requests);

        server.Document = SmallDocument.With("Thing", "color");
        BuildResult check = await project.BuildAsync("-t:CheckOpenApi", "-p:OpenApiFailOn=breaking");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("openapi.json : error VAPI051: The published document differs from openapi.json: 1 breaking, 1 new", Assert.Single(check.Complaints));
        Assert.Contains("Thing.Colour is gone", check.Output, StringComparison.Ordinal);
        Assert.Equal(SmallDocument.With("Thing", "colour"), File.ReadAllText(Path.Combine(project.Folder, "openapi.json")));

        BuildResult update = await project.BuildAsync("-t:UpdateOpenApi", "-p:OpenApiReport=changes.md");
        Assert.Equal(0, update.ExitCode);
        Assert.Contains("warning VAPI052: The document was updated: 1 breaking, 1 new", Assert.Single(update.Complaints));
        Assert.Contains("`Thing.Colour` is gone", File.ReadAllText(Path.Combine(project.Folder, "changes.md")), StringComparison.Ordinal);
        Assert.Contains("error CS1061: 'Thing' does not contain a definition for 'Colour'", Assert.Single((await project.BuildAsync()).Complaints));

        server.Dispose();
        BuildResult offline = await project.BuildAsync("-t:UpdateOpenApi");
        Assert.Equal(1, offline.ExitCode);
        Assert.Contains($"error VAPI051: {server.Address} cannot be fetched", Assert.Single(offline.Complaints));
    }

    /// <summary>An orphaned project exchanges one package reference, for all of its frameworks.</summary>
    [LongFact("10 seconds")]
    public async Task OpenApiReference_IsADocumentWithItsAddressAndNames()
    {
        using var server = new DocumentServer(SmallDocument.With("Thing", "color"));
        using var project = new ConsumerProject(feed)
        {
            TargetFrameworks = "net10.0;net8.0",
            More = $"""
                <PropertyGroup><MSBuildWarningsNotAsErrors>VAPI053</MSBuildWarningsNotAsErrors></PropertyGroup>
                <ItemGroup><OpenApiReference Include="shop.json" SourceUri="{server.Address}" CodeGenerator="NSwagCSharp" Namespace="Acme.Shop" ClassName="ShopApi" Options="/GenerateClientInterfaces:true" /></ItemGroup>
                """,
        };
        project.Write("shop.json", SmallDocument.With("Thing", "colour"));

        BuildResult build = await project.BuildAsync();
        Assert.Equal(0, build.ExitCode);
        Assert.All(build.Complaints, c => Assert.Contains("warning VAPI053: What OpenApiReference says by 'Options' is for another generator", c));
        Assert.Contains("Acme.Shop.ShopApi", project.Types());

        BuildResult update = await project.BuildAsync("-t:UpdateOpenApi");
        Assert.Contains("shop.json : warning VAPI052: The document was updated: 1 breaking, 1 new", Assert.Single(update.Complaints));
        Assert.Equal(server.Document, File.ReadAllText(Path.Combine(project.Folder, "shop.json")));
    }
}
