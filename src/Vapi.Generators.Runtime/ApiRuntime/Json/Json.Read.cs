namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Text;
using global::System.Text.Json;

/// <content>Readers of single values. A reader does not consume a value of another kind, and returns null for it.</content>
internal static partial class Json
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string? ReadString(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            return null;
#if NET8_0_OR_GREATER
        // Most strings are ASCII, which is faster to widen than to transcode.
        if (!reader.ValueIsEscaped && !reader.HasValueSequence && Ascii.IsValid(reader.ValueSpan))
            return Encoding.Latin1.GetString(reader.ValueSpan);
#endif
        return reader.GetString();
    }

    /// <summary>A string that is likely to repeat.</summary>
    public static string? ReadEnum(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueIsEscaped ? ReadString(ref reader) : StringCache.Get(reader.ValueSpan);

    public static bool? ReadBoolean(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean() : null;

    public static FileContent? ReadFile(ref Utf8JsonReader reader) => ReadString(ref reader) is { } text ? FileContent.FromText(text) : null;

    /// <summary>A property with any JSON. Null is kept as a mark.</summary>
    public static JsonElement? ReadElement(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);

    /// <summary>Any JSON, including null.</summary>
    public static JsonElement ReadAny(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>The value, or the JSON itself if the type cannot represent it exactly.</summary>
    public static object? ReadOrAny<T>(ref Utf8JsonReader reader, JsonPropertyReader<T> read)
    {
        var cursor = default(JsonCursor);
        T value = read(ref reader, ref cursor);
        return cursor.Fit == JsonFit.Whole ? value : ReadAny(ref reader);
    }

    /// <summary>A root value. There is no place to keep a value that does not match.</summary>
    /// <exception cref="FormatException">The type cannot represent the value.</exception>
    /// <exception cref="JsonException">The value has another kind.</exception>
    public static T ReadAlone<T>(ref Utf8JsonReader reader, JsonKinds kinds, JsonPropertyReader<T> read)
    {
        if (!Takes(kinds, reader.TokenType))
            throw WrongKind(reader.TokenType);

        var cursor = default(JsonCursor);
        T value = read(ref reader, ref cursor);
        return cursor.Fit == JsonFit.None ? throw new FormatException("The declared type cannot represent the value.") : value;
    }

    /// <summary>Reads an open enum that is not a property.</summary>
    /// <exception cref="JsonException">The JSON is null or of another kind.</exception>
    public static string ReadStringEnum(ref Utf8JsonReader reader) => ReadEnum(ref reader) ?? throw WrongKind(reader.TokenType);

    /// <inheritdoc cref="ReadStringEnum"/>
    /// <exception cref="FormatException">The type cannot hold the value.</exception>
    public static long ReadInt64Enum(ref Utf8JsonReader reader) => ReadAlone(ref reader, JsonKinds.Number, ReadInt64).GetValueOrDefault();

    /// <inheritdoc cref="ReadInt64Enum"/>
    public static double ReadDoubleEnum(ref Utf8JsonReader reader) => ReadAlone(ref reader, JsonKinds.Number, ReadDouble).GetValueOrDefault();

    /// <summary>A required value.</summary>
    /// <exception cref="JsonException">The JSON is null or has another kind.</exception>
    public static T Value<T>(ref Utf8JsonReader reader, T? value)
        where T : struct => value ?? throw WrongKind(reader.TokenType);

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

    /// <summary>The bytes of a number, or of a string including its escapes.</summary>
    private static ReadOnlySpan<byte> Bytes(in Utf8JsonReader reader) => reader.HasValueSequence ? global::System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan;
}
