namespace Vapi.Generators.PackageTests;

/// <summary>What <c>dotnet watch</c> makes of a document that changes.</summary>
public sealed class WatchTests(PackageFeed feed)
{
    private const string Program = """
        while (true)
        {
            Console.WriteLine("The properties: " + string.Join(", ", Probe.Names()));
            await Task.Delay(500);
        }

        internal static class Probe
        {
            public static IEnumerable<string> Names() => typeof(Small.Thing).GetProperties().Select(p => p.Name);
        }
        """;

    [LongTheory("1 minute")]
    [InlineData("--no-hot-reload")]
    [InlineData("--non-interactive")]
    public async Task ChangedDocument_ChangesTheRunningProgram(string option)
    {
        using var project = new ConsumerProject(feed) { OutputType = "Exe" };
        project.Write("openapi.json", SmallDocument.With("Thing", "colour"));
        project.Write("Program.cs", Program);
        (await project.BuildAsync()).AssertClean();
        using var watched = new WatchedProgram(project.Folder, option, "run");
        await watched.WaitForAsync("The properties: Colour");

        project.Write("openapi.json", SmallDocument.With("Thing", "flavor"));

        await watched.WaitForAsync("The properties: Flavor");
    }
}
