namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Globalization;

/// <summary>Converts the numbers of open enums to and from culture-invariant text.</summary>
internal static class EnumText
{
    public static bool TryRead(string? text, out long number) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);

    /// <summary>A value that is not a JSON number is invalid.</summary>
    public static bool TryRead(string? text, out double number)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && !double.IsNaN(number) && !double.IsInfinity(number);

    /// <summary>The exception for text that is not a valid value.</summary>
    public static Exception Unreadable(string? text) => text is null ? new ArgumentNullException(nameof(text)) : new FormatException($"'{text}' is not a number.");
}
