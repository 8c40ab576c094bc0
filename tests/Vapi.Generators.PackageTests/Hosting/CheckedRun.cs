namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>A consumer's program that checks laws by itself: built and run once, then asked law by law.</summary>
public abstract class CheckedRun : IAsyncLifetime
{
    private const string Separator = ": ";

    private const string Holds = "holds";

    private Dictionary<string, string> _findings = [];

    public IReadOnlyCollection<string> Laws => _findings.Keys;

    public async ValueTask InitializeAsync()
        => _findings = (await RunAsync()).TrimEnd().Split('\n')
            .Select(l => l.Split(Separator, 2))
            .ToDictionary(l => l[0], l => l.Length == 2 ? l[1].Trim() : "");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void AssertHolds(string law)
    {
        Assert.True(_findings.TryGetValue(law, out string? finding), $"The program does not check {law}.");
        Assert.True(finding == Holds, finding);
    }

    /// <summary>What the program prints.</summary>
    protected abstract Task<string> RunAsync();
}
