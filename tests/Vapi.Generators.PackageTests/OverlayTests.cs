namespace Vapi.Generators.PackageTests;

/// <summary>An overlay next to the document corrects it in builds and updates.</summary>
public sealed class OverlayTests(PackageFeed feed)
{
    [LongFact("30 seconds")]
    public async Task OverlayNextToTheDocument_CorrectsIt_AndIsPinned()
    {
        using var server = new DocumentServer(SmallDocument.With("Thing", "size"));
        using var project = new ConsumerProject(feed);
        project.Write("Use.cs", "internal static class Use { public static long? Of(Small.Thing thing) => thing.Size; }");
        project.Write("openapi.overlay.yaml", Typed("integer"));

        (await project.BuildAsync("-t:UpdateOpenApi", $"-p:OpenApiUrl={server.Address}")).AssertClean();
        (await project.BuildAsync()).AssertClean();

        // The content counts, not the timestamp.
        project.Write("openapi.overlay.yaml", Typed("boolean"));
        File.SetLastWriteTimeUtc(Path.Combine(project.Folder, "openapi.overlay.yaml"), DateTime.UtcNow.AddYears(-1));
        Assert.Contains((await project.BuildAsync()).Complaints, c => c.Contains("error VAPI015", StringComparison.Ordinal));

        (await project.BuildAsync("-t:LockOpenApi")).AssertClean();
        Assert.Contains((await project.BuildAsync()).Complaints, c => c.Contains("Use.cs", StringComparison.Ordinal) && c.Contains("CS0029", StringComparison.Ordinal));
    }

    /// <summary>The project lists overlays relative to its folder. One that is missing is named, and nothing is generated.</summary>
    [LongFact("10 seconds")]
    public async Task ListedOverlays_AreApplied()
    {
        using var project = new ConsumerProject(feed)
        {
            More = """<ItemGroup><AdditionalFiles Include="small.openapi.json" OpenApiOverlays="type.yaml;missing.yaml" /></ItemGroup>""",
        };
        project.Write("small.openapi.json", SmallDocument.With("Thing", "size"));
        project.Write("type.yaml", Typed("integer"));
        Assert.Contains((await project.BuildAsync()).Complaints, c => c.Contains("VAPI025", StringComparison.Ordinal) && c.Contains("missing.yaml' does not exist", StringComparison.Ordinal));

        project.Write("missing.yaml", Typed("boolean"));
        project.Write("Use.cs", "internal static class Use { public static bool? Of(Small.Thing thing) => thing.Size; }");
        (await project.BuildAsync()).AssertClean();
    }

    private static string Typed(string type) => $"overlay: 1.0.0\ninfo: {{ title: Types, version: '1' }}\nactions:\n  - target: $.components.schemas.Thing.properties.size.type\n    update: {type}\n";
}
