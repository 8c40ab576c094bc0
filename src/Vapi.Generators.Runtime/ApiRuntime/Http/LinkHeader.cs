namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;

/// <summary>The Link header (RFC 8288, section 3).</summary>
internal static class LinkHeader
{
    /// <summary>Returns the address with the relation <c>next</c>; null if there is none.</summary>
    public static string? FindNext(IEnumerable<string> values)
    {
        foreach (string value in values)
        {
            for (int open = value.IndexOf('<'); open >= 0;)
            {
                int close = value.IndexOf('>', open);
                if (close < 0)
                    break;

                // The parameters of an address end at the next comma outside quotes.
                int end = EndOf(value, close + 1);
                if (IsNext(value.Substring(close + 1, end - close - 1)))
                    return value.Substring(open + 1, close - open - 1).Trim();

                open = end < value.Length ? value.IndexOf('<', end) : -1;
            }
        }

        return null;
    }

    /// <summary>Returns the index of the comma that ends a link.</summary>
    private static int EndOf(string value, int start)
    {
        bool isQuoted = false;
        for (int i = start; i < value.Length; i++)
        {
            if (value[i] == '\\' && isQuoted)
                i++;
            else if (value[i] == '"')
                isQuoted = !isQuoted;
            else if (value[i] == ',' && !isQuoted)
                return i;
        }

        return value.Length;
    }

    /// <summary>Whether the first parameter <c>rel</c> contains the relation <c>next</c>. Relations are case-insensitive.</summary>
    private static bool IsNext(string parameters)
    {
        foreach (string parameter in parameters.Split(';'))
        {
            int equals = parameter.IndexOf('=');
            if (equals > 0 && string.Equals(parameter.Substring(0, equals).Trim(), "rel", StringComparison.OrdinalIgnoreCase))
                return Array.Exists(parameter.Substring(equals + 1).Trim().Trim('"').Split(' '), r => string.Equals(r, "next", StringComparison.OrdinalIgnoreCase));
        }

        return false;
    }
}
