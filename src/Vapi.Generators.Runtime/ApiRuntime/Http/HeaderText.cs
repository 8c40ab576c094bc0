namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Linq;

/// <summary>Validates headers (RFC 9110, 5.1 and 5.5). .NET would send a line break, which starts another header. Receivers decode characters outside ASCII differently.</summary>
internal static class HeaderText
{
    public static bool CanSend(string value) => value.All(c => c is >= ' ' and <= '~' or '\t');

    /// <exception cref="ArgumentException">The name is invalid, or the value contains a character that cannot be sent. The message does not contain the value, which can be a secret.</exception>
    public static void Require(string name, string value)
    {
        if (name.Length == 0 || !name.All(c => c is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z' || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0))
            throw new ArgumentException($"'{name}' is not a valid header name.", nameof(name));
        if (!CanSend(value))
            throw new ArgumentException($"The value of the header '{name}' contains a character that cannot be sent, such as a line break or a character outside ASCII.", name);
    }
}
