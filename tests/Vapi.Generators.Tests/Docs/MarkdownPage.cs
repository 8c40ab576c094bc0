using System.Text.RegularExpressions;

namespace Vapi.Generators.Tests.Docs;

/// <summary>A page of the documentation: its blocks of code, its links, and the anchors of its headings.</summary>
internal sealed partial class MarkdownPage
{
    /// <summary>The document of the samples, which a page belongs to unless it names another one.</summary>
    private const string DefaultDocument = "samples/Quickstart/openapi.json";

    private readonly List<CodeBlock> _blocks = [];
    private readonly List<(int Line, string Target)> _links = [];
    private readonly List<string> _anchors = [];
    private string _document = DefaultDocument;
    private string? _setUp;
    private string? _reason;

    private MarkdownPage(string path) => Path = path;

    /// <summary>The path from the root of the repository.</summary>
    public string Path { get; }

    public IReadOnlyList<CodeBlock> Blocks => _blocks;

    public IReadOnlyList<(int Line, string Target)> Links => _links;

    public IReadOnlyList<string> Anchors => _anchors;

    public static MarkdownPage Read(string path)
    {
        var page = new MarkdownPage(path);
        string[] lines = File.ReadAllLines(System.IO.Path.Combine(Repository.Root, path));
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
                page.AddBlock(lines, ref i);
            else if (lines[i].StartsWith("<!--", StringComparison.Ordinal))
                page.AddComment(lines, ref i);
            else
                page.AddText(lines[i], i + 1);
        }

        return page;
    }

    private void AddBlock(string[] lines, ref int i)
    {
        int start = i;
        while (lines[++i] != "```")
        {
        }

        _blocks.Add(new CodeBlock(Path, start + 2, lines[start][3..], string.Join('\n', lines[(start + 1)..i]), _document, _setUp, _reason));
        (_setUp, _reason) = (null, null);
    }

    /// <summary>A hidden comment names the document of all later blocks, the code before the next block, or the reason why that block is not compiled.</summary>
    private void AddComment(string[] lines, ref int i)
    {
        int start = i;
        while (!lines[i].EndsWith("-->", StringComparison.Ordinal))
            i++;

        string[] parts = string.Join('\n', lines[start..(i + 1)])[4..^3].Split(':', 2);
        string text = parts[^1].Trim();
        switch (parts[0].Trim())
        {
            case "document":
                _document = System.IO.Path.GetRelativePath(Repository.Root, System.IO.Path.Combine(Repository.Root, System.IO.Path.GetDirectoryName(Path)!, text)).Replace('\\', '/');
                break;
            case "set-up":
                _setUp = text;
                break;
            case "not compiled":
                _reason = text;
                break;
            default:
                throw new InvalidDataException($"{Path}({start + 1}): a comment is 'document: …', 'set-up: …' or 'not compiled: …'.");
        }
    }

    private void AddText(string line, int number)
    {
        if (Heading().Match(line) is { Success: true } heading)
            AddAnchor(heading.Groups[1].Value);

        _links.AddRange(Link().Matches(CodeSpan().Replace(line, "")).Select(m => (number, m.Groups[1].Value)));
    }

    /// <summary>The anchor that GitHub gives a heading.</summary>
    private void AddAnchor(string heading)
    {
        string text = LinkOrMark().Replace(heading, "$1").ToLowerInvariant();
        string anchor = string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Trim().Replace(' ', '-');
        int same = _anchors.Count(a => a == anchor);
        _anchors.Add(same == 0 ? anchor : $"{anchor}-{same}");
    }

    [GeneratedRegex("^#{1,6} (.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkOrMark();
}

/// <summary>A block of code on a page.</summary>
/// <param name="Line">The number of its first line.</param>
/// <param name="Document">The document whose generated code it uses.</param>
/// <param name="SetUp">Hidden code before it.</param>
/// <param name="Reason">Why it is not compiled; null if it is.</param>
internal sealed record CodeBlock(string Page, int Line, string Language, string Code, string Document, string? SetUp, string? Reason);
