using System.CommandLine;
using Vapi.Generators.Tool.Commands;
using Vapi.Generators.Tool.Uses;

namespace Vapi.Generators.Tool;

/// <summary>The command line.</summary>
internal static class ToolCommand
{
    private const int MaxTimeout = 3600;

    private static readonly Option<string?> Document = new("--document", "-d") { Description = "The document of the project; without it, openapi.json or openapi.yaml in this folder" };

    private static readonly Option<string?> Url = new("--url", "-u") { Description = "Where the document is published; without it, as the lock file has it" };

    private static readonly Option<string[]> Report = new("--report", "-r") { Description = "A file for the report: .json for programs, else Markdown; may be repeated" };

    private static readonly Option<string?> Configuration = new("--configuration") { Description = "What the project says about the document: the GeneratedMSBuildEditorConfig file in its obj folder" };

    private static readonly Option<string[]> With = new("--with") { Description = "Another file that the document may refer to; may be repeated" };

    private static readonly Option<string[]> Overlay = new("--overlay") { Description = "An OpenAPI overlay to apply to the document; without it, as the project has it; may be repeated" };

    private static readonly Option<string[]> Source = new("--source") { Description = "A C# file of the project, to look in for what breaks; may be repeated" };

    private static readonly Option<string[]> Reference = new("--reference") { Description = "An assembly that these files are compiled against; may be repeated" };

    private static readonly Option<string[]> Define = new("--define") { Description = "A preprocessor symbol of these files; may be repeated" };

    private static readonly Option<double> Timeout = new("--timeout") { Description = "How many seconds fetching may take", DefaultValueFactory = _ => CommandSettings.DefaultTimeout };

    private static readonly Option<FailOn?> FailOn = new("--fail-on") { Description = "Which changes are the exit code 2: any (what check does by itself), breaking, or none (what diff does)" };

    private static readonly Option<string[]> Acknowledge = new("--acknowledge") { Description = "The fingerprint of a change that check is not to fail because of; may be repeated" };

    private static readonly Option<bool> Names = new("--names") { Description = "Also create a names lock, which keeps generated names as they are; an existing one is always brought up to date" };

    private static readonly Argument<string> Old = new("old") { Description = "The old document" };

    private static readonly Argument<string> New = new("new") { Description = "The new document" };

    static ToolCommand() => Timeout.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (> 0 and <= MaxTimeout))
            result.AddError($"--timeout is a number of seconds up to {MaxTimeout}");
    });

    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(string[] arguments, ToolConsole console, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Keeps the OpenAPI document of a project in sync with the published one. Exit codes: 0 done, 1 failed, 2 the documents differ as --fail-on says.")
        {
            Make("update", "Fetches the published document, says what changes, and replaces document and lock file", [Document, Url, Report, Configuration, With, Overlay, Source, Reference, Define, Timeout],
                (parsed, token) => UpdateCommand.RunAsync(Settings(parsed), console, token)),
            Make("check", "Says whether the published document is still that of the project", [Document, Url, Report, Configuration, With, Overlay, Source, Reference, Define, Timeout, FailOn],
                (parsed, token) => CheckCommand.RunAsync(Settings(parsed), console, token)),
            Make("diff", "Says what changes from one document to another", [Old, New, Document, Report, Configuration, With, Overlay, Source, Reference, Define, FailOn],
                (parsed, token) => Task.FromResult(DiffCommand.Run(parsed.GetValue(Old)!, parsed.GetValue(New)!, Settings(parsed), console, token))),
            Make("lock", "Pins the document as it is", [Document, Url, Configuration, With, Overlay, Acknowledge, Names],
                (parsed, token) => Task.FromResult(LockCommand.Run(Settings(parsed), console, token))),
        };
        ParseResult result = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = ReadArguments });
        return result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellationToken);

        Command Make(string name, string description, Symbol[] symbols, Func<ParseResult, CancellationToken, Task<int>> run)
        {
            var command = new Command(name, description);
            foreach (Option option in symbols.OfType<Option>())
                command.Options.Add(option);
            foreach (Argument argument in symbols.OfType<Argument>())
                command.Arguments.Add(argument);

            command.SetAction(async (parsed, token) =>
            {
                try
                {
                    return await run(parsed, token);
                }
                catch (ToolException exception)
                {
                    console.Complain(exception.Message);
                    return ExitCode.Failed;
                }
            });
            return command;
        }
    }

    private static CommandSettings Settings(ParseResult parsed) => new()
    {
        Document = parsed.GetValue(Document),
        Url = parsed.GetValue(Url),
        Reports = parsed.GetValue(Report) ?? [],
        Configuration = parsed.GetValue(Configuration),
        Others = parsed.GetValue(With) ?? [],
        Overlays = parsed.GetValue(Overlay) ?? [],
        Code = parsed.GetValue(Source) is { Length: > 0 } sources ? new ProjectCode(sources, parsed.GetValue(Reference) ?? [], parsed.GetValue(Define) ?? []) : null,
        Timeout = TimeSpan.FromSeconds(parsed.GetValue(Timeout)),
        FailOn = parsed.GetValue(FailOn),
        Acknowledged = parsed.GetValue(Acknowledge) ?? [],
        LocksNames = parsed.GetValue(Names),
    };

    /// <summary>A file of arguments has one unescaped argument per line. MSBuild writes it, so that addresses and paths need no escaping for a shell.</summary>
    private static bool ReadArguments(string path, out IReadOnlyList<string>? arguments, out string? error)
    {
        bool exists = File.Exists(path);
        arguments = exists ? [.. File.ReadAllLines(path).Where(l => l.Length > 0)] : null;
        error = exists ? null : $"There is no file {path}";
        return exists;
    }
}
