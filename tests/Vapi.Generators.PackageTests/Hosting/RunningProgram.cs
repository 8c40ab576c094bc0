using System.Diagnostics;
using System.Text;

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>A program that runs until it is disposed.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private readonly StringBuilder _output = new();

    private RunningProgram(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static RunningProgram Start(string folder, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program == "dotnet" ? Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? program : program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        return new RunningProgram(new Process { StartInfo = start });
    }

    /// <summary>Waits until it has written a text.</summary>
    public async Task WaitForAsync(string text)
    {
        for (var watch = Stopwatch.StartNew(); !Output.Contains(text, StringComparison.Ordinal); await Task.Delay(20, TestContext.Current.CancellationToken))
            Assert.True(watch.Elapsed < Patience && !_process.HasExited, $"The program did not write '{text}', but:\n{Output}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);

        _process.Dispose();
    }

    private void Append(string? line)
    {
        lock (_output)
            _output.Append(line).Append(line is null ? "" : "\n");
    }
}
