namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Globalization;
using global::System.IO;
using global::System.Text.Json;
using global::System.Xml;

/// <content>Values without a property name: items of lists and maps, members of unions, bodies. Null is written as null.</content>
internal static partial class Json
{
    /// <summary>Whether the value is written for a request, which must not contain read-only properties (OpenAPI 3.0, Schema Object, "readOnly").</summary>
    [ThreadStatic]
    public static bool IsRequest;

    /// <summary>Serializes a value for a request.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="name">The name of the argument.</param>
    /// <exception cref="ArgumentException">JSON cannot represent the value.</exception>
    public static MemoryStream ToUtf8<T>(T value, JsonItemWriter<T> write, string name = "value")
    {
        var utf8 = new MemoryStream();
        using var writer = new Utf8JsonWriter(utf8);
        IsRequest = true;
        try
        {
            write(writer, value);
        }
        catch (Exception exception) when (WhyRefused(writer, exception) is not null)
        {
            string reason = WhyRefused(writer, exception)!;
            writer.Flush();

            // A space ends the last number if the text stops after one.
            utf8.WriteByte((byte)' ');
            string path = Locate(new Utf8JsonReader(new ReadOnlySpan<byte>(utf8.GetBuffer(), 0, (int)utf8.Length), isFinalBlock: false, default), long.MaxValue);
            throw new ArgumentException($"The {name} ({typeof(T).Name.Split('`')[0]}) cannot be sent as JSON. {reason} Path: {path}.", name, exception);
        }
        finally
        {
            IsRequest = false;
        }

        return utf8;
    }

    /// <summary>The reason why a value cannot be written as JSON; null if the exception has another cause.</summary>
    public static string? WhyRefused(Utf8JsonWriter writer, Exception exception)
    {
#if NET
        int maxDepth = writer.Options.MaxDepth;
#else
        const int maxDepth = 1000;
#endif
        return exception switch
        {
            ArgumentException => exception.Message,
            InsufficientExecutionStackException => "It is nested too deeply for the stack of the thread, or it contains itself.",
            InvalidOperationException when writer.CurrentDepth >= maxDepth => $"It is nested more than {maxDepth} levels deep, or it contains itself.",
            _ => null,
        };
    }

    /// <summary>Converts a value of any depth to the tree that is sent.</summary>
    /// <inheritdoc cref="ToUtf8"/>
    public static JsonElement ToElement<T>(T value, JsonItemWriter<T> write, string name = "value")
    {
        MemoryStream utf8 = ToUtf8(value, write, name);
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
            writer.WriteNumberValue(IsFinite(present) ? present : throw NotFinite(present, "A number"));
        else
            writer.WriteNullValue();
    }

    public static void WriteDouble(Utf8JsonWriter writer, double? value)
    {
        if (value is not { } present)
            writer.WriteNullValue();
        else if (JsonDouble.TryGetWhole(present, out long whole))
            writer.WriteNumberValue(whole);
        else if (JsonDouble.TryGetDecimal(present, out decimal fraction))
            writer.WriteNumberValue(fraction);
        else
            writer.WriteNumberValue(IsFinite(present) ? present : throw NotFinite(present, "A number"));
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

    /// <summary>Writes the member of a union if its C# type determines the JSON. An unknown member is written unchanged.</summary>
    public static void WriteMember(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case ApiObject model:
                model.WriteObject(writer);
                break;
            case IJsonModel model:
                model.Write(writer);
                break;
            case string text:
                WriteString(writer, text);
                break;
            case bool flag:
                WriteBoolean(writer, flag);
                break;
            case long number:
                WriteInt64(writer, number);
                break;
            case double number:
                WriteDouble(writer, number);
                break;
            case JsonElement unknown:
                unknown.WriteTo(writer);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    public static void WriteModel(Utf8JsonWriter writer, IJsonModel? value)
    {
        EnsureStack(writer);
        if (value is not null)
            value.Write(writer);
        else
            writer.WriteNullValue();
    }

    public static void WriteObject(Utf8JsonWriter writer, ApiObject? value)
    {
        EnsureStack(writer);
        if (value is not null)
            value.WriteObject(writer);
        else
            writer.WriteNullValue();
    }

    public static void WriteUnion<T>(Utf8JsonWriter writer, T value)
        where T : struct, global::System.Runtime.CompilerServices.IUnion, IJsonModel
    {
        EnsureStack(writer);
        if (value.Value is not null)
            value.Write(writer);
        else
            writer.WriteNullValue();
    }

    /// <summary>Copies a token.</summary>
    public static void WriteToken(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(reader.GetString()!);
                break;
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            default:
                JsonElement.ParseValue(ref reader).WriteTo(writer);
                break;
        }
    }

#if NET6_0_OR_GREATER
    public static string FormatDate(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string FormatTime(TimeOnly value) => value.ToString("HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture);
#else
    public static string FormatDate(DateTime value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string FormatTime(TimeSpan value) => new DateTime(value.Ticks).ToString("HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture);
#endif

    /// <summary>Converts a float to the double with the same decimal digits. The field is a double, so that it does not lose digits.</summary>
    public static double? Widen(float? value) => value is { } present
        ? float.IsInfinity(present) || float.IsNaN(present) ? present : double.Parse(present.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : null;

    internal static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    internal static ArgumentException NotFinite(double value, string what) => new($"{what} is {value.ToString(CultureInfo.InvariantCulture)}, which JSON cannot represent.");
}
