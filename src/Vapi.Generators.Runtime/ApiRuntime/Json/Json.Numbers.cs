namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Globalization;
using global::System.Text.Json;

/// <content>
/// Numbers. If the property also accepts strings, as in documents from ASP.NET Core, a string is read and written back unchanged. A number with more digits than its type can hold
/// keeps its text.
/// </content>
internal static partial class Json
{
    /// <summary>The maximum length of a number that a double always writes unchanged: a double preserves 15 digits (IEEE 754).</summary>
    private const int ExactDoubleLength = 15;

    /// <summary>The same for a float.</summary>
    private const int ExactSingleLength = 6;

    /// <summary>The same for a decimal.</summary>
    private const int ExactDecimalLength = 28;

    public static int? ReadInt32(ref Utf8JsonReader reader, ref JsonCursor cursor)
        => ReadInt64(ref reader, ref cursor) is not { } value ? null : value is >= int.MinValue and <= int.MaxValue ? (int?)value : cursor.Misfit<int?>();

    /// <summary>JSON has no integer type: 1.0 and 1e3 are also integers.</summary>
    public static long? ReadInt64(ref Utf8JsonReader reader, ref JsonCursor cursor)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt64(out long whole))
                return whole;
            if (reader.TryGetDecimal(out decimal number) && number is >= long.MinValue and <= long.MaxValue && IsWhole(reader, (long)number))
                return (long)number;
        }
        else if (NumberText(ref reader, cursor) is { } text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
            return cursor.Read(value, isExact: false);

        return reader.TokenType == JsonTokenType.Null ? null : cursor.Misfit<long?>();
    }

    public static double? ReadDouble(ref Utf8JsonReader reader, ref JsonCursor cursor)
        => reader.TokenType == JsonTokenType.Number && TryReadShortDouble(reader, out double number) ? number : ReadLongDouble(ref reader, ref cursor);

    /// <summary>A float item. The backing field of a property is a double, which keeps more digits.</summary>
    public static float? ReadSingle(ref Utf8JsonReader reader, ref JsonCursor cursor)
    {
        if (ReadDouble(ref reader, ref cursor) is not { } number)
            return null;
        if (float.IsInfinity((float)number))
            return cursor.Misfit<float?>();

        return cursor.Read((float)number, reader.TokenType != JsonTokenType.Number || IsShort(reader, ExactSingleLength) || IsExact(reader, (float)number));
    }

    public static decimal? ReadDecimal(ref Utf8JsonReader reader, ref JsonCursor cursor)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetDecimal(out decimal number))
                return cursor.Read(number, IsShort(reader, ExactDecimalLength) || IsExact(reader, number));
        }
        else if (NumberText(ref reader, cursor) is { } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value))
            return cursor.Read(value, isExact: false);

        return reader.TokenType == JsonTokenType.Null ? null : cursor.Misfit<decimal?>();
    }

    /// <summary>A number without an exponent whose digits and power of ten are both exact as doubles, so that their quotient is the correctly rounded value.</summary>
    private static bool TryReadShortDouble(in Utf8JsonReader reader, out double number)
    {
        number = 0;
        if (reader.HasValueSequence || reader.ValueSpan.Length > ExactDoubleLength)
            return false;

        long digits = 0;
        double scale = 1;
        bool isFraction = false;
        foreach (byte character in reader.ValueSpan)
        {
            if (character is >= (byte)'0' and <= (byte)'9')
            {
                digits = digits * 10 + (character - '0');
                scale = isFraction ? scale * 10 : scale;
            }
            else if (character == (byte)'.')
                isFraction = true;
            else if (character != (byte)'-')
                return false;
        }

        number = digits / scale;
        if (reader.ValueSpan[0] == (byte)'-')
            number = -number;

        return true;
    }

    /// <summary>A separate method, so that it is compiled only when needed: most numbers are short.</summary>
    private static double? ReadLongDouble(ref Utf8JsonReader reader, ref JsonCursor cursor)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetDouble(out double number) && !double.IsInfinity(number))
                return cursor.Read(number, IsExact(reader, number));
        }
        else if (NumberText(ref reader, cursor) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            return cursor.Read(value, isExact: false);

        return reader.TokenType == JsonTokenType.Null ? null : cursor.Misfit<double?>();
    }

    /// <summary>The text of a string, if strings are accepted.</summary>
    private static string? NumberText(ref Utf8JsonReader reader, in JsonCursor cursor) => cursor.Fit == JsonFit.Whole ? ReadString(ref reader) : null;

    private static bool IsShort(in Utf8JsonReader reader, int length)
        => !reader.HasValueSequence && reader.ValueSpan.Length <= length && reader.ValueSpan.IndexOfAny((byte)'e', (byte)'E') < 0;

    /// <summary>Whether a number is this integer. A decimal rounds, so it does not show that 1e-30 is not 0.</summary>
    private static bool IsWhole(in Utf8JsonReader reader, long number) => number == 0 ? JsonNumber.IsZero(Bytes(reader)) : IsExact(reader, number);

    /// <summary>Whether the type writes a number exactly as it was read.</summary>
    private static bool IsExact<T>(in Utf8JsonReader reader, T number)
#if NET8_0_OR_GREATER
        where T : struct, IUtf8SpanFormattable
    {
        const int Longest = 32;
        Span<byte> written = stackalloc byte[Longest];
        return number.TryFormat(written, out int length, default, CultureInfo.InvariantCulture) && JsonNumber.AreEqual(Bytes(reader), written.Slice(0, length));
    }
#else
        where T : struct, IFormattable
        => JsonNumber.AreEqual(Bytes(reader), global::System.Text.Encoding.ASCII.GetBytes(number.ToString(number is float or double ? "R" : "G", CultureInfo.InvariantCulture)));
#endif
}
