using Vapi.Generators.Tool.Commands;

namespace Vapi.Generators.Tool.Tests;

/// <summary>A folder with the files of a project, in which the tool runs.</summary>
internal sealed class ToolFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("vapi-tool-").FullName;

    public string Document => Path("openapi.json");

    /// <summary>The files, by name.</summary>
    public Dictionary<string, string> Files => Directory.GetFiles(_path).ToDictionary(f => System.IO.Path.GetFileName(f), File.ReadAllText);

    public string Path(string name) => System.IO.Path.Combine(_path, name);

    public void Write(string name, string text) => File.WriteAllText(Path(name), text);

    /// <summary>Runs a command with the document of this folder.</summary>
    public Task<ToolResult> RunAsync(string command, params string[] arguments) => ToolResult.RunAsync([command, "--document", Document, .. arguments]);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}

/// <summary>What the tool said, and how it ended.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    public static async Task<ToolResult> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = await ToolCommand.RunAsync(arguments, new ToolConsole(output, error, hasColor: false, hasProgress: false), TestContext.Current.CancellationToken);
        return new ToolResult(exitCode, output.ToString(), error.ToString());
    }
}
