namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Text.Json;

/// <content>A value that its type cannot hold throws where it stands alone, and is kept as JSON where it belongs to a property, which then hands over its cursor.</content>
internal static partial class Json
{
    public static string? ReadString(ref Utf8JsonReader reader) => reader.GetString();

    /// <summary>A string that is probably one of a few.</summary>
    public static string? ReadEnum(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueIsEscaped ? reader.GetString() : StringCache.Get(reader.ValueSpan);

    public static bool? ReadBoolean(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : reader.GetBoolean();

    public static int? ReadInt32(ref Utf8JsonReader reader) => TryReadInt32(ref reader, out int? value) ? value : throw Misfit(ref reader);

    public static int? ReadInt32(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadInt32(ref reader, out int? value) ? value : cursor.Misfit<int?>();

    public static long? ReadInt64(ref Utf8JsonReader reader) => TryReadInt64(ref reader, out long? value) ? value : throw Misfit(ref reader);

    public static long? ReadInt64(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadInt64(ref reader, out long? value) ? value : cursor.Misfit<long?>();

    public static float? ReadSingle(ref Utf8JsonReader reader) => TryReadDouble(ref reader, out double? value) && value is null or >= float.MinValue and <= float.MaxValue ? (float?)value : throw Misfit(ref reader);

    public static double? ReadDouble(ref Utf8JsonReader reader) => TryReadDouble(ref reader, out double? value) ? value : throw Misfit(ref reader);

    public static double? ReadDouble(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadDouble(ref reader, out double? value) ? value : cursor.Misfit<double?>();

    public static decimal? ReadDecimal(ref Utf8JsonReader reader) => TryReadDecimal(ref reader, out decimal? value) ? value : throw Misfit(ref reader);

    public static decimal? ReadDecimal(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadDecimal(ref reader, out decimal? value) ? value : cursor.Misfit<decimal?>();

    public static DateTimeOffset? ReadDateTime(ref Utf8JsonReader reader) => TryReadDateTime(ref reader, out DateTimeOffset? value) ? value : throw Misfit(ref reader);

    public static DateTimeOffset? ReadDateTime(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadDateTime(ref reader, out DateTimeOffset? value) ? value : cursor.Misfit<DateTimeOffset?>();

#if NET6_0_OR_GREATER
    public static DateOnly? ReadDate(ref Utf8JsonReader reader) => TryReadDate(ref reader, out DateOnly? value) ? value : throw Misfit(ref reader);

    public static DateOnly? ReadDate(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadDate(ref reader, out DateOnly? value) ? value : cursor.Misfit<DateOnly?>();

    public static TimeOnly? ReadTime(ref Utf8JsonReader reader) => TryReadTime(ref reader, out TimeOnly? value) ? value : throw Misfit(ref reader);

    public static TimeOnly? ReadTime(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadTime(ref reader, out TimeOnly? value) ? value : cursor.Misfit<TimeOnly?>();
#else
    public static DateTime? ReadDate(ref Utf8JsonReader reader) => TryReadDate(ref reader, out DateTime? value) ? value : throw Misfit(ref reader);

    public static DateTime? ReadDate(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadDate(ref reader, out DateTime? value) ? value : cursor.Misfit<DateTime?>();

    public static TimeSpan? ReadTime(ref Utf8JsonReader reader) => TryReadTime(ref reader, out TimeSpan? value) ? value : throw Misfit(ref reader);

    public static TimeSpan? ReadTime(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadTime(ref reader, out TimeSpan? value) ? value : cursor.Misfit<TimeSpan?>();
#endif

    public static TimeSpan? ReadDuration(ref Utf8JsonReader reader) => TryReadDuration(ref reader, out TimeSpan? value) ? value : throw Misfit(ref reader);

    public static TimeSpan? ReadDuration(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadDuration(ref reader, out TimeSpan? value) ? value : cursor.Misfit<TimeSpan?>();

    public static Guid? ReadGuid(ref Utf8JsonReader reader) => TryReadGuid(ref reader, out Guid? value) ? value : throw Misfit(ref reader);

    public static Guid? ReadGuid(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadGuid(ref reader, out Guid? value) ? value : cursor.Misfit<Guid?>();

    public static Uri? ReadUri(ref Utf8JsonReader reader) => TryReadUri(ref reader, out Uri? value) ? value : throw Misfit(ref reader);

    public static Uri? ReadUri(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadUri(ref reader, out Uri? value) ? value : cursor.Misfit<Uri?>();

    public static byte[]? ReadBytes(ref Utf8JsonReader reader) => TryReadBytes(ref reader, out byte[]? value) ? value : throw Misfit(ref reader);

    public static byte[]? ReadBytes(ref Utf8JsonReader reader, ref JsonCursor cursor) => TryReadBytes(ref reader, out byte[]? value) ? value : cursor.Misfit<byte[]?>();

    public static FileContent? ReadFile(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : FileContent.FromText(reader.GetString()!);

    /// <summary>A property of any JSON, where null is kept as a mark.</summary>
    public static JsonElement? ReadElement(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : JsonElement.ParseValue(ref reader);

    /// <summary>Any JSON, null too.</summary>
    public static JsonElement ReadAny(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>The value, or the JSON itself when the type cannot hold it.</summary>
    public static object? ReadOrAny<T>(ref Utf8JsonReader reader, JsonPropertyReader<T> read)
    {
        var cursor = default(JsonCursor);
        T value = read(ref reader, ref cursor);
        return cursor.IsMisfit ? ReadAny(ref reader) : value;
    }

    public static T? ReadNullable<T>(ref Utf8JsonReader reader)
        where T : struct, IJsonModel<T> => IsNull(ref reader) ? null : default(T).Read(ref reader);

    /// <summary>The value where null is not allowed.</summary>
    /// <exception cref="JsonException">It is null.</exception>
    public static T Value<T>(T? value)
        where T : struct => value ?? throw new JsonException("Expected a value, found null.");

    private static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    private static FormatException Misfit(ref Utf8JsonReader reader)
        => new($"The {(reader.TokenType == JsonTokenType.String ? "text" : "number")} does not fit the type that the document declares.");
}
