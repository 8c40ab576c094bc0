using System.Globalization;
using System.Text;
using System.Text.Json;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Reading.Overlays;

/// <summary>Parses the supported subset of JSONPath (RFC 9535). After a failure, nothing is left to parse, so that all methods return.</summary>
internal sealed class JsonPathParser
{
    private const string Supported = "supported are .name, ['name'], [0], [-1], *, ..name, lists of these such as ['a', 'b'], and filters such as [?@.name == 'value' && !@.other]";

    /// <summary>The maximum depth of nested filters.</summary>
    private const int MaxNesting = 32;

    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];

    private static readonly PathLiteral NoLiteral = new(JsonValueKind.Undefined);

    private readonly string _text;

    private readonly Levels _levels = new(MaxNesting);

    private int _at;

    private string? _failure;

    private JsonPathParser(string text) => _text = text;

    /// <summary>Returns null, with the reason, if the text is not a supported path.</summary>
    public static JsonPath? Parse(string text, out string? failure)
    {
        var parser = new JsonPathParser(text);
        if (!parser.Accept("$"))
            parser.Fail("a path starts with '$'");

        JsonPath path = parser.ParseQuery(isAbsolute: true);
        if (parser._at < text.Length)
            parser.Fail("the path cannot continue like this");

        failure = parser._failure;
        return failure is null ? path : null;
    }

    private JsonPath ParseQuery(bool isAbsolute)
    {
        var segments = new List<PathSegment>();
        while (true)
        {
            SkipSpace();
            if (Accept(".."))
                segments.Add(new PathSegment(true, Current == '[' ? ParseBrackets() : [ParseShorthand()]));
            else if (Accept("."))
                segments.Add(new PathSegment(false, [ParseShorthand()]));
            else if (Current == '[')
                segments.Add(new PathSegment(false, ParseBrackets()));
            else
                return new JsonPath(isAbsolute, segments);
        }
    }

    /// <summary>A name or an asterisk after a dot.</summary>
    private PathSelector ParseShorthand()
    {
        if (Accept("*"))
            return new WildcardSelector();

        int start = _at;
        while (IsNameCharacter(Current) || _at > start && char.IsDigit(Current))
            _at++;

        string name = _text.Substring(start, _at - start);
        if (Current == '(')
            Fail($"functions such as {name}() are not supported");
        else if (Current == '-' || char.IsDigit(Current))
            Fail("a name that contains '-' or starts with a digit is written in brackets and quotes: ['x-name']");
        else if (name.Length == 0)
            Fail("a name or '*' is expected");

        return new NameSelector(name);
    }

    private List<PathSelector> ParseBrackets()
    {
        var selectors = new List<PathSelector>();
        Accept("[");
        do
            selectors.Add(ParseSelector());
        while (AcceptToken(","));

        Require("]");
        return selectors;
    }

    private PathSelector ParseSelector()
    {
        if (AcceptToken("*"))
            return new WildcardSelector();
        if (Accept("?"))
            return new FilterSelector(ParseFilter());
        if (Current is '\'' or '"')
            return new NameSelector(ParseString());

        int start = _at;
        bool isIndex = int.TryParse(ScanNumber(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int index);
        if (AcceptToken(":"))
            Fail("slices are not supported");
        else if (!isIndex)
            Fail(start, "a name in quotes, an index, '*' or a filter is expected");

        return new IndexSelector(index);
    }

    private PathFilter ParseFilter()
    {
        if (!_levels.TryEnter())
        {
            Fail($"filters are nested more than {MaxNesting} levels deep");
            return new OrFilter([]);
        }

        var parts = new List<PathFilter>();
        do
            parts.Add(ParseAnd());
        while (AcceptToken("||"));

        _levels.Leave();
        return parts.Count == 1 ? parts[0] : new OrFilter(parts);
    }

    private PathFilter ParseAnd()
    {
        var parts = new List<PathFilter>();
        do
            parts.Add(ParseCondition());
        while (AcceptToken("&&"));

        return parts.Count == 1 ? parts[0] : new AndFilter(parts);
    }

    private PathFilter ParseCondition()
    {
        bool isNot = AcceptToken("!");
        PathFilter condition;
        if (AcceptToken("("))
        {
            condition = ParseFilter();
            Require(")");
        }
        else
            condition = ParseComparison(isNot);

        return isNot ? new NotFilter(condition) : condition;
    }

    private PathFilter ParseComparison(bool isNot)
    {
        SkipSpace();
        int start = _at;
        (JsonPath? query, PathLiteral literal) = ParseOperand();
        SkipSpace();
        if (isNot || Array.Find(Operators, Accept) is not { } @operator)
        {
            if (query is null)
                Fail(start, "a condition compares a path with a value, or is a path that must exist");

            return new ExistsFilter(query ?? new JsonPath(false, []));
        }

        (JsonPath? right, PathLiteral rightLiteral) = ParseOperand();
        if (query is null == right is null || (query ?? right) is { IsSingular: false })
            Fail(start, "a comparison has a path to one node on one side, and a string, a number, true, false or null on the other side");

        return query is null
            ? new ComparisonFilter(right ?? new JsonPath(false, []), @operator.Replace('<', ' ').Replace('>', '<').Replace(' ', '>'), literal)
            : new ComparisonFilter(query, @operator, rightLiteral);
    }

    private (JsonPath? Query, PathLiteral Literal) ParseOperand()
    {
        SkipSpace();
        if (Accept("@"))
            return (ParseQuery(isAbsolute: false), NoLiteral);
        if (Accept("$"))
            return (ParseQuery(isAbsolute: true), NoLiteral);
        if (Current is '\'' or '"')
            return (null, new PathLiteral(JsonValueKind.String, ParseString()));

        int start = _at;
        while (IsNameCharacter(Current))
            _at++;

        switch (_text.Substring(start, _at - start))
        {
            case "true":
                return (null, new PathLiteral(JsonValueKind.True));
            case "false":
                return (null, new PathLiteral(JsonValueKind.False));
            case "null":
                return (null, new PathLiteral(JsonValueKind.Null));
            case "" when double.TryParse(ScanNumber(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number):
                return (null, new PathLiteral(JsonValueKind.Number, Number: number));
            case var name:
                Fail(start, Current == '(' ? $"functions such as {name}() are not supported" : "a path or a value is expected");
                return (null, NoLiteral);
        }
    }

    /// <summary>The characters that can belong to a number.</summary>
    private string ScanNumber()
    {
        int start = _at;
        while (char.IsDigit(Current) || Current is '-' or '.' || _at > start && Current is 'e' or 'E' or '+')
            _at++;

        return _text.Substring(start, _at - start);
    }

    private string ParseString()
    {
        char quote = _text[_at++];
        var text = new StringBuilder();
        while (_at < _text.Length && Current != quote)
        {
            char c = _text[_at++];
            text.Append(c == '\\' ? ParseEscape() : c);
        }

        if (!Accept(quote.ToString()))
            Fail("a quote is not closed");

        return text.ToString();
    }

    private char ParseEscape()
    {
        char escaped = Current;
        _at = Math.Min(_at + 1, _text.Length);
        switch (escaped)
        {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case '/' or '\\' or '\'' or '"': return escaped;
            case 'u' when _at + 4 <= _text.Length && ushort.TryParse(_text.Substring(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code):
                _at += 4;
                return (char)code;
            default:
                Fail("the escape sequence is not valid");
                return '\0';
        }
    }

    /// <summary>The current character; NUL at the end.</summary>
    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private static bool IsNameCharacter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' or >= '\u0080';

    private void SkipSpace()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
            _at++;
    }

    private bool AcceptToken(string token)
    {
        SkipSpace();
        return Accept(token);
    }

    private bool Accept(string token)
    {
        bool isNext = string.CompareOrdinal(_text, _at, token, 0, token.Length) == 0;
        _at += isNext ? token.Length : 0;
        return isNext;
    }

    private void Require(string token)
    {
        if (!AcceptToken(token))
            Fail($"'{token}' is missing");
    }

    private void Fail(string reason) => Fail(_at, reason);

    private void Fail(int at, string reason)
    {
        _failure ??= $"at character {at + 1}, {reason}; {Supported}";
        _at = _text.Length;
    }
}
