namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Globalization;
using global::System.Text.Json;
using global::System.Xml;

/// <content>Dates, times and durations. The kept text preserves what a .NET type cannot represent: a missing offset, digits finer than a tick, the offset of a time.</content>
internal static partial class Json
{
    /// <summary>RFC 3339, and other formats that .NET reads as a date and time. A value without an offset is read as UTC.</summary>
    public static DateTimeOffset? ReadDateTime(ref Utf8JsonReader reader, ref JsonCursor cursor)
    {
        // The reader supports ISO 8601, which includes RFC 3339, but would read a time without an offset as local time.
        if (reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && !reader.ValueIsEscaped && IsPlainDateTime(reader.ValueSpan) && reader.TryGetDateTimeOffset(out DateTimeOffset time))
            return time;

        return ReadString(ref reader) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
            ? cursor.Read(time, isExact: false)
            : Nothing<DateTimeOffset?>(reader, ref cursor);
    }

#if NET6_0_OR_GREATER
    public static DateOnly? ReadDate(ref Utf8JsonReader reader, ref JsonCursor cursor)
        => DateOnly.TryParseExact(ReadString(ref reader), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : Nothing<DateOnly?>(reader, ref cursor);

    /// <summary>RFC 3339: the time of day where it was measured. An offset stays in the text.</summary>
    public static TimeOnly? ReadTime(ref Utf8JsonReader reader, ref JsonCursor cursor)
        => ReadTimeOfDay(ref reader, ref cursor) is { } time ? TimeOnly.FromTimeSpan(time) : null;
#else
    public static DateTime? ReadDate(ref Utf8JsonReader reader, ref JsonCursor cursor)
        => DateTime.TryParseExact(ReadString(ref reader), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            ? date
            : Nothing<DateTime?>(reader, ref cursor);

    /// <summary>RFC 3339: the time of day where it was measured. An offset stays in the text.</summary>
    public static TimeSpan? ReadTime(ref Utf8JsonReader reader, ref JsonCursor cursor) => ReadTimeOfDay(ref reader, ref cursor);
#endif

    /// <summary>ISO 8601, and weeks as in RFC 3339, appendix A. Years and months have no fixed length, so they do not match.</summary>
    public static TimeSpan? ReadDuration(ref Utf8JsonReader reader, ref JsonCursor cursor)
    {
        if (ReadString(ref reader) is not { } text || ParseDuration(text) is not { } duration)
            return Nothing<TimeSpan?>(reader, ref cursor);

        return cursor.Read(duration, XmlConvert.ToString(duration) == text);
    }

    private static T? Nothing<T>(in Utf8JsonReader reader, ref JsonCursor cursor) => reader.TokenType == JsonTokenType.Null ? default : cursor.Misfit<T>();

    private static TimeSpan? ReadTimeOfDay(ref Utf8JsonReader reader, ref JsonCursor cursor)
    {
        const string Seconds = "HH':'mm':'ss.FFFFFFF";
        if (ReadString(ref reader) is not { } text)
            return Nothing<TimeSpan?>(reader, ref cursor);
        if (DateTime.TryParseExact(text, Seconds, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out DateTime time))
            return time.TimeOfDay;

        return DateTime.TryParseExact(TimeWithoutOffset(text), new[] { Seconds, "HH':'mm" }, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out time)
            ? cursor.Read(time.TimeOfDay, isExact: false)
            : cursor.Misfit<TimeSpan?>();
    }

    /// <summary>A time without its offset (Z, or hours and minutes) and without the digits of a second that are finer than a tick.</summary>
    private static string TimeWithoutOffset(string text)
    {
        const int Longest = 16; // HH:mm:ss.FFFFFFF
        int offset = text.IndexOfAny(new[] { 'Z', 'z', '+', '-' });
        bool isOffset = offset >= 0 && (text[offset] is 'Z' or 'z'
            ? text.Length == offset + 1
            : DateTime.TryParseExact(text.Substring(offset + 1), "HH':'mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        string time = isOffset ? text.Substring(0, offset) : text;
        int end = Longest;
        while (end < time.Length && time[end] is >= '0' and <= '9')
            end++;

        return time.Length > Longest && end == time.Length ? time.Substring(0, Longest) : time;
    }

    private static TimeSpan? ParseDuration(string text)
    {
        int time = text.IndexOf('T');
        string days = time < 0 ? text : text.Substring(0, time);
        if (days.IndexOf('Y') >= 0 || days.IndexOf('M') >= 0)
            return null;

        try
        {
            return days.EndsWith("W", StringComparison.Ordinal) && time < 0 ? ParseWeeks(text) : XmlConvert.ToTimeSpan(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            // There is no TryParse method.
            return null;
        }
    }

    /// <summary>Weeks cannot be combined with other units: P2W.</summary>
    private static TimeSpan? ParseWeeks(string text)
    {
        bool isNegative = text.StartsWith("-", StringComparison.Ordinal);
        string weeks = text.Substring(0, text.Length - 1).Substring(isNegative ? 1 : 0);
        return weeks.StartsWith("P", StringComparison.Ordinal) && int.TryParse(weeks.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? TimeSpan.FromDays(7.0 * (isNegative ? -count : count))
            : null;
    }

    /// <summary>Whether a text has seconds, an offset (Z, or hours and minutes) and at most seven digits of a second, the resolution of a tick.</summary>
    private static bool IsPlainDateTime(ReadOnlySpan<byte> text)
    {
        const int Seconds = 19; // yyyy-MM-ddTHH:mm:ss
        const int Fraction = 8; // .FFFFFFF
        int offset = text.Length > Seconds && text[text.Length - 1] == 'Z' ? 1 : 6;
        int time = text.Length - offset;
        return time is >= Seconds and <= Seconds + Fraction && text[time] is (byte)'Z' or (byte)'+' or (byte)'-';
    }
}
