namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.IO;
using global::System.Text.Json;
using global::System.Xml;

/// <content>Values that stand alone: items of lists and maps, members of unions, bodies. Null is written as null.</content>
internal static partial class Json
{
    /// <summary>Whether what is being written is sent to the API: a property that is read only (OpenAPI 3.0, Schema Object, "readOnly") is not.</summary>
    [ThreadStatic]
    public static bool IsRequest;

    /// <summary>A value as the text that is sent.</summary>
    public static MemoryStream ToUtf8<T>(T value, JsonItemWriter<T> write)
    {
        var utf8 = new MemoryStream();
        IsRequest = true;
        try
        {
            using var writer = new Utf8JsonWriter(utf8);
            write(writer, value);
        }
        finally
        {
            IsRequest = false;
        }

        return utf8;
    }

    /// <summary>A value as the tree that is sent, of any depth.</summary>
    public static JsonElement ToElement<T>(T value, JsonItemWriter<T> write)
    {
        MemoryStream utf8 = ToUtf8(value, write);
        using JsonDocument document = JsonDocument.Parse(new ReadOnlyMemory<byte>(utf8.GetBuffer(), 0, (int)utf8.Length), new JsonDocumentOptions { MaxDepth = int.MaxValue });
        return document.RootElement.Clone();
    }

    public static void WriteString(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    public static void WriteBoolean(Utf8JsonWriter writer, bool? value)
    {
        if (value is { } present)
            writer.WriteBooleanValue(present);
        else
            writer.WriteNullValue();
    }

    public static void WriteInt32(Utf8JsonWriter writer, int? value) => WriteInt64(writer, value);

    public static void WriteInt64(Utf8JsonWriter writer, long? value)
    {
        if (value is { } present)
            writer.WriteNumberValue(present);
        else
            writer.WriteNullValue();
    }

    public static void WriteSingle(Utf8JsonWriter writer, float? value)
    {
        if (value is { } present)
            writer.WriteNumberValue(present);
        else
            writer.WriteNullValue();
    }

    public static void WriteDouble(Utf8JsonWriter writer, double? value)
    {
        if (value is { } present)
            writer.WriteNumberValue(present);
        else
            writer.WriteNullValue();
    }

    public static void WriteDecimal(Utf8JsonWriter writer, decimal? value)
    {
        if (value is { } present)
            writer.WriteNumberValue(present);
        else
            writer.WriteNullValue();
    }

    public static void WriteDateTime(Utf8JsonWriter writer, DateTimeOffset? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case { Offset.Ticks: 0 } utc:
                writer.WriteStringValue(utc.UtcDateTime);
                break;
            case { } present:
                writer.WriteStringValue(present);
                break;
        }
    }

#if NET6_0_OR_GREATER
    public static void WriteDate(Utf8JsonWriter writer, DateOnly? value) => writer.WriteStringValue(value is { } present ? FormatDate(present) : null);

    public static void WriteTime(Utf8JsonWriter writer, TimeOnly? value) => writer.WriteStringValue(value is { } present ? FormatTime(present) : null);
#else
    public static void WriteDate(Utf8JsonWriter writer, DateTime? value) => writer.WriteStringValue(value is { } present ? FormatDate(present) : null);

    public static void WriteTime(Utf8JsonWriter writer, TimeSpan? value) => writer.WriteStringValue(value is { } present ? FormatTime(present) : null);
#endif

    public static void WriteDuration(Utf8JsonWriter writer, TimeSpan? value) => writer.WriteStringValue(value is { } present ? XmlConvert.ToString(present) : null);

    public static void WriteGuid(Utf8JsonWriter writer, Guid? value)
    {
        if (value is { } present)
            writer.WriteStringValue(present);
        else
            writer.WriteNullValue();
    }

    public static void WriteUri(Utf8JsonWriter writer, Uri? value) => writer.WriteStringValue(value?.OriginalString);

    public static void WriteBytes(Utf8JsonWriter writer, byte[]? value)
    {
        if (value is not null)
            writer.WriteBase64StringValue(value);
        else
            writer.WriteNullValue();
    }

    public static void WriteFile(Utf8JsonWriter writer, FileContent? value) => writer.WriteStringValue(value?.ToText());

    public static void WriteElement(Utf8JsonWriter writer, JsonElement? value)
    {
        if (value is { ValueKind: not JsonValueKind.Undefined } present)
            present.WriteTo(writer);
        else
            writer.WriteNullValue();
    }

    public static void WriteModel(Utf8JsonWriter writer, IJsonModel? value)
    {
        if (value is not null)
            value.Write(writer);
        else
            writer.WriteNullValue();
    }
}
