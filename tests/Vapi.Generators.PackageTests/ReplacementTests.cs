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
}
