using System.Globalization;
using System.Text;

namespace Vapi.Generators.Parsing.Naming;

/// <summary>Creates C# names from the names of the document: product rules 2.1 to 2.3. <see cref="NameScope"/> makes them unique.</summary>
internal static class Identifiers
{
    /// <summary>Long enough for any real name, short enough for a file name on Windows and for metadata (1,023 bytes).</summary>
    private const int MaxLength = 120;

    /// <summary>Long enough for several levels of inline types. Short enough for metadata, even with three bytes for each letter and a few words after it.</summary>
    private const int MaxCompound = 300;

    private static readonly Dictionary<char, string> Punctuation = new()
    {
        [' '] = "Space", ['!'] = "Exclamation", ['"'] = "Quote", ['#'] = "Hash", ['$'] = "Dollar", ['%'] = "Percent", ['&'] = "Ampersand",
        ['\''] = "Apostrophe", ['('] = "LeftParenthesis", [')'] = "RightParenthesis", ['*'] = "Asterisk", ['+'] = "Plus", [','] = "Comma", ['-'] = "Minus",
        ['.'] = "FullStop", ['/'] = "Slash", [':'] = "Colon", [';'] = "Semicolon", ['<'] = "LessThan", ['='] = "Equal", ['>'] = "GreaterThan",
        ['?'] = "Question", ['@'] = "At", ['['] = "LeftBracket", ['\\'] = "Backslash", [']'] = "RightBracket", ['^'] = "Caret", ['_'] = "Underscore",
        ['`'] = "Backtick", ['{'] = "LeftBrace", ['|'] = "Pipe", ['}'] = "RightBrace", ['~'] = "Tilde", ['\n'] = "LineFeed", ['\r'] = "CarriageReturn",
        ['\t'] = "Tab", ['،'] = "ArabicComma", ['।'] = "Danda", ['॥'] = "DoubleDanda", ['۔'] = "ArabicFullStop", ['、'] = "IdeographicComma",
        ['。'] = "IdeographicFullStop", ['，'] = "FullwidthComma", ['．'] = "FullwidthFullStop", ['！'] = "FullwidthExclamation", ['？'] = "FullwidthQuestion",
        ['；'] = "FullwidthSemicolon", ['：'] = "FullwidthColon",
    };

    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        [""] = "Empty", [">="] = "GreaterThanOrEqual", ["<="] = "LessThanOrEqual", ["!="] = "NotEqual", ["<>"] = "NotEqual", ["=="] = "EqualEqual",
        ["&&"] = "And", ["||"] = "Or", ["!"] = "Not",
    };

    /// <summary>A name for a type, property or method.</summary>
    public static string Pascal(string name) => Pascal(name, "");

    /// <summary>A name for an enum value, in which separate numbers stay separate: <c>1.0</c> is not <c>10</c>.</summary>
    public static string Value(string value) => Pascal(value, "_");

    /// <summary>A name for an enum value that also spells out the characters between its words.</summary>
    public static string SpelledValue(string value)
        => Pascal(string.Concat(value.Select((c, i) => IsPart(c) || i == 0 && c is '-' or '+' ? c.ToString() : " " + Spell(c) + " ")), "_");

    private static string Pascal(string name, string betweenDigits)
    {
        // Most names are one plain word.
        if (name.Length is > 0 and <= MaxLength && IsPlainWord(name))
            return char.IsUpper(name[0]) ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

        List<string> words = Words(name);
        if (words.Count == 0)
            return Spell(name);

        var result = new StringBuilder(name.Length);
        if (char.IsDigit(words[0][0]))
            result.Append(Sign(name)).Append(result.Length == 0 ? "_" : "");

        foreach (string word in words)
        {
            if (result.Length > 0 && char.IsDigit(result[result.Length - 1]) && char.IsDigit(word[0]))
                result.Append(betweenDigits);

            bool capitals = words.Count > 1 && word.Length > 1 && !word.Any(char.IsLower) && word.Any(char.IsUpper);
            result.Append(char.ToUpperInvariant(word[0])).Append(capitals ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
        }

        return Cut(result.ToString());
    }

    /// <summary>A name for an argument or a local, without the <c>@</c> that a keyword needs.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name);
        int upper = 0;
        while (upper < pascal.Length && char.IsUpper(pascal[upper]))
            upper++;

        // `ID` is `id`, `URLPath` is `urlPath`.
        int lower = upper <= 1 || upper == pascal.Length ? upper : upper - 1;
        return pascal.Substring(0, lower).ToLowerInvariant() + pascal.Substring(lower);
    }

    /// <summary>A name that is composed of several names. If it is too long for metadata, it is cut, and a hash makes it unique.</summary>
    public static string Shorten(string name) => name.Length <= MaxCompound || Encoding.UTF8.GetByteCount(name) <= 3 * MaxCompound
        ? name
        : name.Substring(0, MaxCompound - 8) + Model.StableHash.Of(name).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>Whether a name that was not created here can be used like one: it cannot be a keyword of any version of C#, and is short enough for metadata.</summary>
    public static bool IsName(string name)
    {
        bool begins = name.Length > 0 && (name[0] == '_' ? name.Length > 1 && char.IsDigit(name[1]) : char.IsLetter(name[0]) && name[0] is not (>= 'a' and <= 'z'));
        return begins && name.All(c => c == '_' || IsPart(c)) && Shorten(name) == name;
    }

    private static bool IsPlainWord(string name)
    {
        foreach (char c in name)
        {
            if (c is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'))
                return false;
        }

        return name[0] > '9';
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (char c in name)
        {
            if (IsPart(c) && (word.Length > 0 || !IsMark(c)))
                word.Append(c);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
            words.Add(word.ToString());

        return words;
    }

    /// <summary>Letters, digits and combining marks of any script (C# specification, 6.4.3), except underscores and similar characters, which separate words here.</summary>
    private static bool IsPart(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber || IsMark(c);

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>`-1` and `+1` must not both become `_1`.</summary>
    private static string Sign(string name) => name[0] switch
    {
        '-' => "Minus",
        '+' => "Plus",
        _ => "",
    };

    private static string Spell(string name)
    {
        if (Operators.TryGetValue(name, out string? spelled))
            return spelled;

        var result = new StringBuilder();
        foreach (char c in name)
            result.Append(Spell(c));

        return Cut(result.ToString());
    }

    private static string Spell(char c) => Punctuation.TryGetValue(c, out string? word) ? word : "U" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static string Cut(string name) => name.Length <= MaxLength ? name : name.Substring(0, MaxLength);
}
