using System.Globalization;
using Vapi.Generators.Tool.Reporting;

namespace Vapi.Generators.Tool.Commands;

/// <summary>The output of a command: results go to standard output. Errors, progress and the verdict of a failed check go to standard error.</summary>
internal sealed class ToolConsole(TextWriter output, TextWriter error, bool hasColor, bool hasProgress)
{
    private const long ProgressStep = 256 * 1024;

    private long _shown;

    /// <summary>The console of this process. See no-color.org.</summary>
    public static ToolConsole System { get; } = new(
        Console.Out, Console.Error, !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")), !Console.IsErrorRedirected);

    public void Say(string line) => output.WriteLine(line);

    public void Complain(string line) => error.WriteLine(line);

    public void Show(ChangeReport report) => ConsoleReport.Write(output, report, hasColor);

    public void ShowProgress(long bytes)
    {
        if (!hasProgress || bytes < _shown + ProgressStep)
            return;

        _shown = bytes;
        error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{bytes / 1024d / 1024d:0.0} MiB "));
    }
}
