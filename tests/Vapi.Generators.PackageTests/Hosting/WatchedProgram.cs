using System.Diagnostics;
using System.Text;

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>A project under <c>dotnet watch</c>, until it is disposed.</summary>
internal sealed class WatchedProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    private readonly StringBuilder _output = new();

    public WatchedProgram(string folder, params string[] arguments)
    {
        ProcessStartInfo start = DotNet.CleanStart(folder, DotNet.Host, ["watch", .. arguments]);

        // Containers and network drives report no changes.
        start.Environment["DOTNET_USE_POLLING_FILE_WATCHER"] = "1";
        start.Environment["DOTNET_WATCH_RESTART_ON_RUDE_EDIT"] = "1";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until the program, or the watcher, says something.</summary>
    public async Task WaitForAsync(string text)
    {
        long start = Stopwatch.GetTimestamp();
        while (!Output().Contains(text, StringComparison.Ordinal))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience && !_process.HasExited, $"'{text}' is not in:\n{Output()}");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Output()
    {
        lock (_output)
            return _output.ToString();
    }

    private void Append(string? line)
    {
        lock (_output)
            _output.Append(line).Append('\n');
    }
}
