using System.Text.RegularExpressions;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>The patterns of strings and of the names of properties: regular expressions of ECMAScript (JSON Schema, 6.4).</summary>
internal static class ContractPattern
{
    /// <summary>An expression in a literal of JavaScript, which many documents have. Unicode is always on in .NET.</summary>
    private static readonly Regex JavaScriptLiteral = new("^/(.*)/([a-z]*)$", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>The name of a constant with an expression, which is not in the document.</summary>
    private static readonly Regex ConstantName = new("^[A-Z]+(_[A-Z]+)+$", RegexOptions.CultureInvariant);

    /// <summary>The expression for .NET, and whether .NET takes it as one of ECMAScript too; null if it cannot be checked, which is reported.</summary>
    public static (string Expression, bool IsEcmaScript)? Parse(string pattern, string keyword, DocumentPointer pointer, ParseContext context)
    {
        string expression = pattern;
        if (JavaScriptLiteral.Match(pattern) is { Success: true } literal)
        {
            expression = literal.Groups[1].Value;
            if (literal.Groups[2].Value.Trim('g', 'u', 'v').Length > 0)
                return Ignore("its flags have no equivalent");
        }

        if (ConstantName.IsMatch(pattern))
            return Ignore("it is the name of an expression");

        return IsValid(expression, RegexOptions.ECMAScript) ? (expression, true)
            : IsValid(expression, RegexOptions.CultureInvariant) ? (expression, false)
            : Ignore("it is not a regular expression in .NET");

        (string, bool)? Ignore(string reason)
        {
            context.Report(Descriptors.KeywordIgnored.Id, pointer, keyword, $"texts are not checked against '{pattern}', because {reason}");
            return null;
        }
    }

    private static bool IsValid(string expression, RegexOptions options)
    {
        try
        {
            return new Regex(expression, options) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
