namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Globalization;
using global::System.Text.Json;
using global::System.Xml;

/// <content>
/// Properties. A property without a value is written as null if it is marked; otherwise it is not written. If a property with a value is marked, its kept exact text is written instead:
/// see <see cref="KeptProperties"/>.
/// </content>
internal static partial class Json
{
    public static void WriteString(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value, bool marked)
    {
        if (value is not null)
            writer.WriteString(name, value);
        else if (marked)
            writer.WriteNull(name);
    }

    public static void WriteBoolean(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value, bool marked)
    {
        if (value is { } present)
            writer.WriteBoolean(name, present);
        else if (marked)
            writer.WriteNull(name);
    }

    public static void WriteInt32(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value, bool marked)
    {
        if (value is not { } present)
            WriteNull(writer, name, marked);
        else if (!marked)
            writer.WriteNumber(name, present);
    }

    public static void WriteInt64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value, bool marked)
    {
        if (value is not { } present)
            WriteNull(writer, name, marked);
        else if (!marked)
            writer.WriteNumber(name, present);
    }

    /// <summary>Converts a float to the double with the same decimal digits. The field is a double, so that it does not lose digits.</summary>
    public static double? Widen(float? value) => value is { } present
        ? float.IsInfinity(present) || float.IsNaN(present) ? present : double.Parse(present.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : null;

    public static void WriteDouble(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value, bool marked)
    {
        if (value is not { } present)
            WriteNull(writer, name, marked);
        else if (marked)
            return;
        else if (IsFinite(present))
            writer.WriteNumber(name, present);
        else
        {
            // The name is written so that the exception contains the path.
            writer.WritePropertyName(name);
            throw NotFinite(present, $"The property '{Decode(name)}'");
        }
    }

    public static void WriteDecimal(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value, bool marked)
    {
        if (value is not { } present)
            WriteNull(writer, name, marked);
        else if (!marked)
            writer.WriteNumber(name, present);
    }

    /// <summary>RFC 3339; UTC is written as Z.</summary>
    public static void WriteDateTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value, bool marked)
    {
        if (value is not { } present)
            WriteNull(writer, name, marked);
        else if (!marked && present.Offset == TimeSpan.Zero)
            writer.WriteString(name, present.UtcDateTime);
        else if (!marked)
            writer.WriteString(name, present);
    }

#if NET6_0_OR_GREATER
    public static void WriteDate(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly? value, bool marked)
#else
    public static void WriteDate(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTime? value, bool marked)
#endif
        => WriteString(writer, name, value is { } present ? FormatDate(present) : null, marked);

#if NET6_0_OR_GREATER
    public static void WriteTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, TimeOnly? value, bool marked)
#else
    public static void WriteTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, TimeSpan? value, bool marked)
#endif
        => WriteText(writer, name, value is { } present ? FormatTime(present) : null, marked);

    public static void WriteDuration(Utf8JsonWriter writer, ReadOnlySpan<byte> name, TimeSpan? value, bool marked)
        => WriteText(writer, name, value is { } present ? XmlConvert.ToString(present) : null, marked);

    public static void WriteGuid(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Guid? value, bool marked)
    {
        if (value is not { } present)
            WriteNull(writer, name, marked);
        else if (!marked)
            writer.WriteString(name, present);
    }

    public static void WriteUri(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri? value, bool marked) => WriteString(writer, name, value?.OriginalString, marked);

    public static void WriteBytes(Utf8JsonWriter writer, ReadOnlySpan<byte> name, byte[]? value, bool marked)
    {
        if (value is null)
            WriteNull(writer, name, marked);
        else if (!marked)
            writer.WriteBase64String(name, value);
    }

    public static void WriteFile(Utf8JsonWriter writer, ReadOnlySpan<byte> name, FileContent? value, bool marked) => WriteString(writer, name, value?.ToText(), marked);

    public static void WriteElement(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? value, bool marked)
    {
        if (value is { ValueKind: not JsonValueKind.Undefined } present)
        {
            writer.WritePropertyName(name);
            present.WriteTo(writer);
        }
        else if (marked)
            writer.WriteNull(name);
    }

    public static void WriteObject(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ApiObject? value, bool marked)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            EnsureStack(writer);
            value.WriteObject(writer);
        }
        else if (marked)
            writer.WriteNull(name);
    }

    public static void WriteUnion<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value, bool marked)
        where T : struct, global::System.Runtime.CompilerServices.IUnion, IJsonModel
    {
        if (value.Value is not null)
        {
            writer.WritePropertyName(name);
            EnsureStack(writer);
            value.Write(writer);
        }
        else if (marked)
            writer.WriteNull(name);
    }

#if NET6_0_OR_GREATER
    public static string FormatDate(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string FormatTime(TimeOnly value) => value.ToString("HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture);
#else
    public static string FormatDate(DateTime value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string FormatTime(TimeSpan value) => new DateTime(value.Ticks).ToString("HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture);
#endif

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value, bool marked)
    {
        if (value is null || !marked)
            WriteString(writer, name, value, marked);
    }

    private static void WriteNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool marked)
    {
        if (marked)
            writer.WriteNull(name);
    }
}
