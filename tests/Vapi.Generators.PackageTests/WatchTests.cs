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

    /// <summary>The watcher takes its first snapshot of the files after the program has started. It does not say so in both modes.</summary>
    private static readonly TimeSpan FirstSnapshot = TimeSpan.FromSeconds(10);

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
        await Task.Delay(FirstSnapshot, TestContext.Current.CancellationToken);

        project.Write("openapi.json", SmallDocument.With("Thing", "flavor"));

        await watched.WaitForAsync("The properties: Flavor");
    }
}
