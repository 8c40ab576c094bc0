using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;

namespace Vapi.Generators.Reading.Yaml;

/// <summary>The reason why a file is not YAML, in terms that its author understands, and its location.</summary>
internal static class YamlFailure
{
    /// <summary>Messages of YamlDotNet and their most common causes.</summary>
    private static readonly (string Said, string Meant)[] Hints =
    [
        ("multiline plain scalar, found invalid mapping", "check for a missing ':' in an earlier line"),
        ("found invalid mapping", "a string that contains ': ' needs quotes"),
        ("cannot start any token", "a string that starts like this needs quotes"),
        ("tab", "use spaces for indentation"),
        ("did not find expected key", "check the indentation"),
        ("did not find expected '-' indicator", "check the indentation"),
        ("unexpected end of stream", "a quote is not closed"),
        ("wrong indentation", "check for an unclosed quote before this line"),
    ];

    public static (string Reason, TextSpan Span) Of(YamlException exception, YamlLines lines)
    {
        string said = exception.Message.Split(['\r', '\n'], 2)[0].TrimEnd('.');
        string? meant = Hints.FirstOrDefault(h => said.Contains(h.Said)).Meant;
        TextSpan? tab = said.Contains("invalid tab") ? lines.FindTab(exception.Start) : null;
        return ($"The file is not YAML: {said}{(meant is null ? "" : $" ({meant})")}", tab ?? lines.Span(exception.Start, exception.End));
    }
}
