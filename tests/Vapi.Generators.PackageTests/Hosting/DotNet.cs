using System.Diagnostics;
using System.Text;

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>The <c>dotnet</c> that runs the tests, as a user would start it: in a folder, from a clean environment.</summary>
internal static class DotNet
{
    /// <summary>More than any build or program takes, on a machine that has other things to do.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public static string Host { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static Task<(int ExitCode, string Output)> RunAsync(string folder, params string[] arguments)
        => RunProgramAsync(folder, Host, arguments);

    /// <summary>Runs a program that needs no <c>dotnet</c> to start it.</summary>
    public static Task<(int ExitCode, string Output)> RunProgramAsync(string folder, string program, params string[] arguments) => RunProgramAsync(folder, Longest, program, arguments);

    /// <summary>Runs a program, and ends it after a time: one that hangs must not hold up all tests.</summary>
    public static async Task<(int ExitCode, string Output)> RunProgramAsync(string folder, TimeSpan longest, string program, params string[] arguments)
    {
        using var process = new Process { StartInfo = CleanStart(folder, program, arguments) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(longest);
        using CancellationTokenRegistration kill = limit.Token.Register(() =>
        {
            Append($"ended after {longest.TotalSeconds} s");
            process.Kill(entireProcessTree: true);
        });
        await process.WaitForExitAsync(CancellationToken.None);
        lock (output)
            return (process.ExitCode, output.ToString());

        void Append(string? line)
        {
            lock (output)
                output.Append(line).Append(line is null ? "" : "\n");
        }
    }

    /// <summary>How to start a program in a folder, from a clean environment, with its input and output redirected.</summary>
    public static ProcessStartInfo CleanStart(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Clean(start.Environment);
        return start;
    }

    /// <summary>What the test run sets for its own build must not reach the builds of the consumers.</summary>
    private static void Clean(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || n.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)).ToList())
            environment.Remove(name);

        environment.Remove("Configuration");
        environment.Remove("Platform");
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";

        // Builds of a few seconds do not live to see what it brings: a tenth less time.
        environment["DOTNET_TieredPGO"] = "0";
        environment["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        CompilerServer.AddTo(environment);
    }
}
