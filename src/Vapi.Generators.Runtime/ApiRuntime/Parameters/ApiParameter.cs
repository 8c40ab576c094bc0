namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.IO;
using global::System.Text;
using global::System.Text.Json;
using global::System.Xml;

/// <summary>The text of a value for a path, query or header; null for null.</summary>
internal static class ApiParameter
{
    public static string? Boolean(bool? value) => value is { } present ? (present ? "true" : "false") : null;

    public static string? Int32(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Int64(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static ParameterValue Single(float? value) => value is { } present ? ParameterValue.Number(present, present.ToString("R", CultureInfo.InvariantCulture)) : default;

    public static ParameterValue Double(double? value) => value is { } present ? ParameterValue.Number(present, present.ToString("R", CultureInfo.InvariantCulture)) : default;

    public static string? Decimal(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>RFC 3339; UTC is written as Z.</summary>
    public static string? DateTime(DateTimeOffset? value) => value is { } present
        ? present.ToString("yyyy-MM-dd'T'HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture) + (present.Offset == TimeSpan.Zero ? "Z" : present.ToString("zzz", CultureInfo.InvariantCulture))
        : null;

#if NET6_0_OR_GREATER
    public static string? Date(DateOnly? value) => value is { } present ? ApiRuntime.Json.FormatDate(present) : null;

    public static string? Time(TimeOnly? value) => value is { } present ? ApiRuntime.Json.FormatTime(present) : null;
#else
    public static string? Date(DateTime? value) => value is { } present ? ApiRuntime.Json.FormatDate(present) : null;

    public static string? Time(TimeSpan? value) => value is { } present ? ApiRuntime.Json.FormatTime(present) : null;
#endif

    public static string? Duration(TimeSpan? value) => value is { } present ? XmlConvert.ToString(present) : null;

    public static string? Guid(Guid? value) => value?.ToString("D");

    public static string? Uri(Uri? value) => value?.OriginalString;

    public static string? Bytes(byte[]? value) => value is null ? null : Convert.ToBase64String(value);

    public static string? File(FileContent? value) => value?.ToText();

    /// <summary>A string unchanged, anything else as JSON.</summary>
    public static string? Element(JsonElement? value) => value is { } present ? ParameterValue.TextOf(present) : null;

    public static string? Json<T>(T? value, JsonItemWriter<T> write)
    {
        if (value is null)
            return null;

        MemoryStream utf8 = ApiRuntime.Json.ToUtf8(value, write);
        return Encoding.UTF8.GetString(utf8.GetBuffer(), 0, (int)utf8.Length);
    }
}
