namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;

/// <summary>The header Link: RFC 8288, 3.</summary>
internal static class LinkHeader
{
    /// <summary>The address with the relation <c>next</c>; null when there is none.</summary>
    public static string? FindNext(IEnumerable<string> values)
    {
        foreach (string value in values)
        {
            for (int open = value.IndexOf('<'); open >= 0;)
            {
                int close = value.IndexOf('>', open);
                if (close < 0)
                    break;

                // What follows an address, up to the next one that no quotes are around, is its parameters.
                int end = EndOf(value, close + 1);
                if (IsNext(value.Substring(close + 1, end - close - 1)))
                    return value.Substring(open + 1, close - open - 1).Trim();

                open = end < value.Length ? value.IndexOf('<', end) : -1;
            }
        }

        return null;
    }

    /// <summary>The comma that ends a link.</summary>
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

    /// <summary>Whether the first parameter <c>rel</c> has <c>next</c> among its relations, which are compared without regard to case.</summary>
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
