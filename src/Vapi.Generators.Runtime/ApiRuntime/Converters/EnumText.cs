namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Globalization;

/// <summary>Numbers of open enums as text: the same in every culture.</summary>
internal static class EnumText
{
    public static bool TryRead(string? text, out long number) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);

    /// <summary>What JSON has no number for is none.</summary>
    public static bool TryRead(string? text, out double number)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && !double.IsNaN(number) && !double.IsInfinity(number);

    /// <summary>What is thrown for text that is no value.</summary>
    public static Exception Unreadable(string? text) => text is null ? new ArgumentNullException(nameof(text)) : new FormatException($"'{text}' is not a number.");
}
