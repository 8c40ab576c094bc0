namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>A browser without a window, on machines that have one.</summary>
internal static class Chromium
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Its program, or null.</summary>
    public static string? Find() => ProgramPath.Find("chromium") ?? ProgramPath.Find("google-chrome");

    /// <summary>Opens a page that can reach this machine only: what it shows after its scripts have run, and a screenshot. A headless browser sometimes hangs on a busy machine, so it gets a second chance.</summary>
    public static async Task<(string Page, byte[] Screenshot)> OpenAsync(string chromium, string url, string folder)
    {
        (int exitCode, string output, string screenshot) = await TryOpenAsync(chromium, url, folder);
        if (exitCode != 0)
            (exitCode, output, screenshot) = await TryOpenAsync(chromium, url, folder + "2");

        Assert.True(exitCode == 0, output);
        return (output, await File.ReadAllBytesAsync(screenshot, TestContext.Current.CancellationToken));
    }

    private static async Task<(int ExitCode, string Output, string Screenshot)> TryOpenAsync(string chromium, string url, string folder)
    {
        Directory.CreateDirectory(folder);
        string screenshot = Path.Combine(folder, "screenshot.png");
        (int exitCode, string output) = await DotNet.RunProgramAsync(
            folder, Longest, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + folder, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--window-size=1400,1000", "--virtual-time-budget=15000", "--screenshot=" + screenshot, "--dump-dom", url);
        return (exitCode, output, screenshot);
    }
}
