namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Buffers;
using global::System.Globalization;
using global::System.Text;
using global::System.Text.Json;
using global::System.Xml;

/// <content>
/// Values that the C# type might not be able to hold: a whole number of 80 bits, the 60th second of a minute, text that is no date. Such a value is kept as JSON rather than changed
/// or refused. A value of another JSON kind throws.
/// </content>
internal static partial class Json
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static bool TryReadInt32(ref Utf8JsonReader reader, out int? value)
    {
        bool fits = TryReadInt64(ref reader, out long? wide) && wide is null or >= int.MinValue and <= int.MaxValue;
        value = fits ? (int?)wide : null;
        return fits;
    }

    /// <summary>JSON knows no integers: 1.0 and 1e3 are whole numbers too.</summary>
    private static bool TryReadInt64(ref Utf8JsonReader reader, out long? value)
    {
        value = null;
        if (IsNull(ref reader))
            return true;

        if (reader.TryGetInt64(out long whole))
            value = whole;
        else if (reader.TryGetDecimal(out decimal number) && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue)
            value = (long)number;

        return value is not null;
    }

    private static bool TryReadDouble(ref Utf8JsonReader reader, out double? value)
    {
        value = null;
        if (IsNull(ref reader))
            return true;

        if (!reader.TryGetDouble(out double number) || double.IsInfinity(number))
            return false;

        value = number;
        return true;
    }

    private static bool TryReadDecimal(ref Utf8JsonReader reader, out decimal? value)
    {
        value = null;
        if (IsNull(ref reader))
            return true;

        if (!reader.TryGetDecimal(out decimal number) || !IsExact(ref reader, number))
            return false;

        value = number;
        return true;
    }

    /// <summary>A decimal has 28 digits of any number, and cuts the rest.</summary>
    private static bool IsExact(ref Utf8JsonReader reader, decimal number)
    {
        const int SureDigits = 28;
        if (!reader.HasValueSequence && reader.ValueSpan.Length <= SureDigits && reader.ValueSpan.IndexOfAny((byte)'e', (byte)'E') < 0)
            return true;

        string text = Decode(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        return Digits(text) == Digits(number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The digits of a number that count.</summary>
    private static string Digits(string number)
    {
        int exponent = number.IndexOfAny(new[] { 'e', 'E' });
        string digits = (exponent < 0 ? number : number.Substring(0, exponent)).Replace("-", "").Replace(".", "");
        return digits.Trim('0');
    }

    /// <summary>RFC 3339, and what else .NET takes for a date and time; without an offset it is UTC. What is finer than a tick, the eighth digit of a second, is cut off.</summary>
    private static bool TryReadDateTime(ref Utf8JsonReader reader, out DateTimeOffset? value)
    {
        value = null;
        if (IsNull(ref reader))
            return true;

        // The reader knows ISO 8601, which has the date and time of RFC 3339; a time without an offset would be taken for local time there.
        if (reader.HasValueSequence || reader.ValueIsEscaped || !IsPlainDateTime(reader.ValueSpan) || !reader.TryGetDateTimeOffset(out DateTimeOffset time))
        {
            string text = reader.GetString()!;
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
                return false;
        }

        value = time;
        return true;
    }

#if NET6_0_OR_GREATER
    private static bool TryReadDate(ref Utf8JsonReader reader, out DateOnly? value)
    {
        value = null;
        if (IsNull(ref reader))
            return true;

        if (DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            value = date;

        return value is not null;
    }

    private static bool TryReadTime(ref Utf8JsonReader reader, out TimeOnly? value)
    {
        value = null;
        if (IsNull(ref reader))
            return true;

        if (TimeOnly.TryParseExact(reader.GetString(), "HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time))
            value = time;

        return value is not null;
    }
#else
    private static bool TryReadDate(ref Utf8JsonReader reader, out DateTime? value)
    {
        value = null;
        if (IsNull(ref reader))
            return true;

        if (DateTime.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date))
            value = date;

        return value is not null;
    }

    private static bool TryReadTime(ref Utf8JsonReader reader, out TimeSpan? value)
    {
        value = null;
        if (IsNull(ref reader))
            return true;

        if (DateTime.TryParseExact(reader.GetString(), "HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out DateTime time))
            value = time.TimeOfDay;

        return value is not null;
    }
#endif

    /// <summary>ISO 8601. Years and months have no fixed length, and so do not fit.</summary>
    private static bool TryReadDuration(ref Utf8JsonReader reader, out TimeSpan? value)
    {
        value = null;
        if (IsNull(ref reader))
            return true;

        string text = reader.GetString()!;
        int time = text.IndexOf('T');
        string days = time < 0 ? text : text.Substring(0, time);
        if (days.IndexOf('Y') >= 0 || days.IndexOf('M') >= 0)
            return false;

        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            // There is no method that only tries.
            return false;
        }
    }

    private static bool TryReadGuid(ref Utf8JsonReader reader, out Guid? value)
    {
        value = null;
        if (IsNull(ref reader))
            return true;

        if (reader.TryGetGuid(out Guid guid))
            value = guid;

        return value is not null;
    }

    private static bool TryReadUri(ref Utf8JsonReader reader, out Uri? value)
    {
        value = null;
        return IsNull(ref reader) || Uri.TryCreate(reader.GetString(), UriKind.RelativeOrAbsolute, out value);
    }

    /// <summary>RFC 4648, section 4.</summary>
    private static bool TryReadBytes(ref Utf8JsonReader reader, out byte[]? value)
    {
        value = null;
        return IsNull(ref reader) || reader.TryGetBytesFromBase64(out value);
    }

    /// <summary>Whether a text has an offset (Z, or hours and minutes) and at most the seven digits of a second that a tick has.</summary>
    private static bool IsPlainDateTime(ReadOnlySpan<byte> text)
        => text.Length >= "yyyy-MM-ddTHH:mm:ssZ".Length
        && (text[text.Length - 1] == 'Z'
            ? text.Length <= "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ".Length
            : text[text.Length - 6] is (byte)'+' or (byte)'-' && text.Length <= "yyyy-MM-ddTHH:mm:ss.FFFFFFF+zz:zz".Length);

    /// <exception cref="JsonException">The bytes are not UTF-8.</exception>
    internal static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
#if NET
            return StrictUtf8.GetString(utf8);
#else
            return StrictUtf8.GetString(utf8.ToArray());
#endif
        }
        catch (DecoderFallbackException exception)
        {
            throw new JsonException("The text is not UTF-8.", exception);
        }
    }
}
