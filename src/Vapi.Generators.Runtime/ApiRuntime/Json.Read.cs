namespace Vapi.Generators.Runtime.ApiRuntime;

using System;
using System.Globalization;
using System.Text.Json;
using System.Xml;

internal static partial class Json
{
    public static string? ReadString(ref Utf8JsonReader reader) => reader.GetString();

    /// <summary>A string that is probably one of a few.</summary>
    public static string? ReadEnum(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueIsEscaped ? reader.GetString() : StringCache.Get(reader.ValueSpan);

    public static bool? ReadBoolean(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : reader.GetBoolean();

    public static int? ReadInt32(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : reader.TryGetInt32(out int value) ? value : checked((int)ReadWhole(ref reader));

    public static long? ReadInt64(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : reader.TryGetInt64(out long value) ? value : ReadWhole(ref reader);

    public static float? ReadSingle(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : reader.GetSingle();

    public static double? ReadDouble(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : reader.GetDouble();

    public static decimal? ReadDecimal(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : reader.GetDecimal();

    /// <summary>RFC 3339, and what else .NET takes for a date and time; without an offset it is UTC.</summary>
    public static DateTimeOffset? ReadDateTime(ref Utf8JsonReader reader)
    {
        if (IsNull(ref reader))
            return null;

        string text = reader.GetString()!;
        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

#if NET6_0_OR_GREATER
    public static DateOnly? ReadDate(ref Utf8JsonReader reader)
        => IsNull(ref reader) ? null : DateOnly.ParseExact(reader.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static TimeOnly? ReadTime(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : TimeOnly.Parse(reader.GetString()!, CultureInfo.InvariantCulture);
#else
    public static DateTime? ReadDate(ref Utf8JsonReader reader)
        => IsNull(ref reader) ? null : DateTime.ParseExact(reader.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static TimeSpan? ReadTime(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : TimeSpan.Parse(reader.GetString()!, CultureInfo.InvariantCulture);
#endif

    /// <summary>ISO 8601.</summary>
    public static TimeSpan? ReadDuration(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : XmlConvert.ToTimeSpan(reader.GetString()!);

    public static Guid? ReadGuid(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : Guid.Parse(reader.GetString()!);

    public static Uri? ReadUri(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : new Uri(reader.GetString()!, UriKind.RelativeOrAbsolute);

    /// <summary>RFC 4648, section 4.</summary>
    public static byte[]? ReadBytes(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : reader.GetBytesFromBase64();

    public static FileContent? ReadFile(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : FileContent.FromText(reader.GetString()!);

    /// <summary>A property of any JSON, where null is kept as a mark.</summary>
    public static JsonElement? ReadElement(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : JsonElement.ParseValue(ref reader);

    /// <summary>Any JSON, null too.</summary>
    public static JsonElement ReadAny(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    public static T? ReadNullable<T>(ref Utf8JsonReader reader)
        where T : struct, IJsonModel<T> => IsNull(ref reader) ? null : default(T).Read(ref reader);

    /// <summary>The value where null is not allowed.</summary>
    /// <exception cref="JsonException">It is null.</exception>
    public static T Value<T>(T? value)
        where T : struct => value ?? throw new JsonException("Expected a value, found null.");

    private static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    /// <summary>JSON knows no integers: 1.0 and 1e3 are whole numbers too.</summary>
    private static long ReadWhole(ref Utf8JsonReader reader)
    {
        decimal value = reader.GetDecimal();
        return value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue ? (long)value : throw new FormatException($"{value} is no whole number of 64 bits.");
    }
}
