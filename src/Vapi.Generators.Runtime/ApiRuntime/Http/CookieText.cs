namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Linq;

/// <summary>The characters of a cookie (RFC 6265, 4.1.1). Other characters cannot be escaped, because servers do not decode percent signs.</summary>
internal static class CookieText
{
    /// <summary>Whether a value consists of cookie-octets, with or without quotation marks around them.</summary>
    public static bool CanSend(string value)
    {
        bool isQuoted = value.Length > 1 && value[0] == '"' && value[value.Length - 1] == '"';
        return (isQuoted ? value.Substring(1, value.Length - 2) : value).All(c => c is > ' ' and <= '~' and not ('"' or ',' or ';' or '\\'));
    }

    /// <exception cref="ArgumentException">The text cannot be sent. The message does not contain it, because it can be a secret.</exception>
    public static string Require(string name, string text)
        => CanSend(text) ? text : throw new ArgumentException($"The cookie '{name}' has a character that cannot be sent: white space, a quote, a comma, a semicolon, a backslash, or one that is not ASCII.", name);
}
