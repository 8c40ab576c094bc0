using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Vapi.Generators.Emitting.Writing;

/// <summary>The only way for text of the document into C# code: one escaping function for each context.</summary>
internal static class CSharp
{
    /// <summary>The attribute that marks a type as generated, for tools that exclude generated types.</summary>
    public static readonly string Generated = $"[global::System.CodeDom.Compiler.GeneratedCode(\"Vapi.Generators\", \"{typeof(CSharp).Assembly.GetName().Version.ToString(3)}\")]";

    /// <summary>The characters that end a line, and therefore a comment, in C# (C# specification, 6.3.2).</summary>
    private static readonly char[] LineBreaks = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    /// <summary>The maximum length of a comment in characters. The comment of a parameter can be repeated at thousands of methods.</summary>
    private const int MaxDocumentation = 20_000;

    /// <summary>A generated type in an expression, where a property could have the same name. A type of another document is already qualified.</summary>
    public static string Qualify(string type) => type.IndexOf(':') < 0 ? "own::" + type : type;

    /// <summary>A string literal. Everything except plain letters, digits and ASCII punctuation is escaped, so that no character can end the literal or be invisible in it.</summary>
    public static string Literal(string value)
    {
        if (IsPlain(value))
            return $"\"{value}\"";

        var literal = new StringBuilder(value.Length + 2).Append('"');
        AppendEscaped(literal, value);
        return literal.Append('"').ToString();
    }

    /// <summary>A UTF-8 literal. Half a surrogate pair has no UTF-8 form, so it becomes U+FFFD, as everywhere in .NET.</summary>
    public static string Utf8Literal(string value) => Literal(WithoutHalfPairs(value)) + "u8";

    /// <summary>
    /// Strings in one UTF-8 literal, each after its length: one byte if it is below 127, otherwise 127 and four bytes of seven bits each. The runtime's Json.Next and Json.Tag read it.
    /// </summary>
    public static string Utf8Table(IEnumerable<string> values)
    {
        var literal = new StringBuilder("\"");
        foreach (string value in values.Select(WithoutHalfPairs))
        {
            int length = Encoding.UTF8.GetByteCount(value);
            if (length < 127)
                AppendHex(literal, length);
            else
            {
                AppendHex(literal, 127);
                for (int shift = 21; shift >= 0; shift -= 7)
                    AppendHex(literal, (length >> shift) & 127);
            }

            AppendEscaped(literal, value);
        }

        return literal.Append("\"u8").ToString();
    }

    /// <summary>A double literal for a JSON number.</summary>
    public static string DoubleLiteral(string token)
    {
        double value = double.Parse(token, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(value)
            ? value > 0 ? "double.MaxValue" : "double.MinValue"
            : value.ToString("R", CultureInfo.InvariantCulture) + "d";
    }

    /// <summary>Text for an XML documentation comment, on one line. Blank lines are left out.</summary>
    [MethodImpl(Jit.Optimized)]
    public static string Documentation(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        if (text!.Length > MaxDocumentation)
            text = text.Substring(0, MaxDocumentation) + "…";
        if (text[0] != ' ' && text[text.Length - 1] != ' ' && IsPlain(text))
            return text;

        var result = new StringBuilder(text.Length + 16);
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOfAny(LineBreaks, start);
            if (end < 0)
                end = text.Length;

            ReadOnlySpan<char> line = text.AsSpan(start, end - start).Trim();
            if (line.Length > 0 && result.Length > 0)
                result.Append("<br/>");

            foreach (char c in line)
            {
                switch (c)
                {
                    case '&':
                        result.Append("&amp;");
                        break;
                    case '<':
                        result.Append("&lt;");
                        break;
                    case '>':
                        result.Append("&gt;");
                        break;
                    default:
                        result.Append(IsHarmlessInText(c) ? c : ' ');
                        break;
                }
            }
        }

        return result.ToString();
    }

    /// <summary>Whether no character needs escaping in any context.</summary>
    [MethodImpl(Jit.Optimized)]
    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' or > '~' or '"' or '\\' or '&' or '<' or '>')
                return false;
        }

        return true;
    }

    [MethodImpl(Jit.Optimized)]
    private static void AppendEscaped(StringBuilder literal, string value)
    {
        foreach (char c in value)
        {
            switch (c)
            {
                case '"':
                    literal.Append("\\\"");
                    break;
                case '\\':
                    literal.Append("\\\\");
                    break;
                case '\n':
                    literal.Append("\\n");
                    break;
                case >= ' ' and <= '~':
                    literal.Append(c);
                    break;
                default:
                    if (char.IsLetterOrDigit(c))
                        literal.Append(c);
                    else
                        AppendHex(literal, c);
                    break;
            }
        }
    }

    private static void AppendHex(StringBuilder literal, int c) => literal.Append("\\u").Append(c.ToString("x4", CultureInfo.InvariantCulture));

    /// <summary>Not a control, format (including bidirectional), private or unassigned character, and not half a surrogate pair, which XML does not allow.</summary>
    private static bool IsHarmlessInText(char c) => c is '\t' or >= ' ' and <= '~' || char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string WithoutHalfPairs(string value) => IsPlain(value) ? value : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value));
}
