using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;

namespace Vapi.Generators.Reading.Yaml;

/// <summary>
/// The lines of a YAML file, changed where YamlDotNet rejects text that other readers accept: whitespace in empty lines, and lines of a quoted string with less indentation than their parent.
/// Neither has a meaning in YAML. Positions are those of the original file.
/// </summary>
internal sealed class YamlLines
{
    /// <summary>The maximum number of quoted strings to indent. The file is read again after each of them.</summary>
    private readonly int _mostIndents;

    private readonly SourceText _text;

    private readonly string[] _lines;

    /// <summary>The added indentation of lines.</summary>
    private readonly Dictionary<int, int> _indents = [];

    /// <summary>The starts of the quoted strings that were indented.</summary>
    private readonly HashSet<(int Line, int Column)> _texts = [];

    public YamlLines(SourceText text)
    {
        const int Most = 100;
        const int Fewest = 10;
        const int Characters = 50_000_000;
        _mostIndents = Math.Max(Fewest, Math.Min(Most, Characters / Math.Max(1, text.Length)));
        _text = text;
        _lines = new string[text.Lines.Count];
        for (int i = 0; i < _lines.Length; i++)
        {
            string line = text.ToString(text.Lines[i].SpanIncludingLineBreak);
            _lines[i] = string.IsNullOrWhiteSpace(line) ? line.TrimStart(' ', '\t') : line;
        }
    }

    public override string ToString() => string.Concat(_lines);

    /// <summary>The span of a YAML range in the file.</summary>
    public TextSpan Span(in Mark start, in Mark end)
    {
        int from = Position(start);
        return TextSpan.FromBounds(from, Math.Max(from, Position(end)));
    }

    /// <summary>The first tab in the indentation of a line at or after a position.</summary>
    public TextSpan? FindTab(in Mark from)
    {
        for (int line = (int)from.Line - 1; line < _lines.Length; line++)
        {
            string text = _lines[line];
            int indent = text.Length - text.TrimStart(' ', '\t').Length;
            if (text.IndexOf('\t', 0, indent) is >= 0 and var tab)
                return new TextSpan(_text.Lines[line].Start + tab, 1);
        }

        return null;
    }

    /// <summary>Indents the quoted string at which the reader failed; false if it failed elsewhere, or again at the same string.</summary>
    public bool TryIndent(in Mark start, in Mark end)
    {
        int first = (int)start.Line - 1;
        int from = (int)start.Column - 1;
        bool isQuoted = end.Line > start.Line && first < _lines.Length && from < _lines[first].Length && _lines[first][from] is '"' or '\'';
        if (!isQuoted || _texts.Count == _mostIndents || !_texts.Add((first, from)))
            return false;

        int last = LastLine(first, from);
        for (int line = first + 1; line <= last; line++)
        {
            int indent = from + 1;
            _lines[line] = new string(' ', indent) + _lines[line];
            _indents[line] = (_indents.TryGetValue(line, out int earlier) ? earlier : 0) + indent;
        }

        return last > first;
    }

    /// <summary>The line of the closing quote; before the first line if there is none.</summary>
    private int LastLine(int line, int column)
    {
        char quote = _lines[line][column++];
        for (; line < _lines.Length; line++, column = 0)
        {
            for (; column < _lines[line].Length; column++)
            {
                char c = _lines[line][column];
                if (c == quote && quote == '\'' && column + 1 < _lines[line].Length && _lines[line][column + 1] == quote || c == '\\' && quote == '"')
                    column++;
                else if (c == quote)
                    return line;
            }
        }

        return -1;
    }

    private int Position(in Mark mark)
    {
        int line = (int)Math.Min(mark.Line - 1, _text.Lines.Count - 1);
        if (line < 0)
            return 0;

        int column = (int)mark.Column - 1 - (_indents.TryGetValue(line, out int indent) ? indent : 0);
        return Math.Min(_text.Lines[line].Start + Math.Max(0, column), _text.Length);
    }
}
