namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text;
using global::System.Text.Json;

internal static partial class Json
{
    internal static ReadOnlySpan<byte> ByteOrderMark => new byte[] { 0xEF, 0xBB, 0xBF };

    /// <summary>RFC 8259, 8.1: a byte order mark can be ignored.</summary>
    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith(ByteOrderMark) ? utf8.Slice(ByteOrderMark.Length) : utf8;

    /// <summary>Reads a complete JSON text.</summary>
    /// <exception cref="JsonException">The text is not valid JSON, or does not match the type. The path and position show where.</exception>
    public static T? Parse<T>(ReadOnlySpan<byte> utf8, JsonItemReader<T> read)
    {
        utf8 = WithoutByteOrderMark(utf8);
        var reader = new Utf8JsonReader(utf8);
        try
        {
            reader.Read();
            T? value = ReadRoot(ref reader, read);

            // Throws if anything except white space follows the value.
            reader.Read();
            return value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or InsufficientExecutionStackException)
        {
            long position = reader.TokenStartIndex;
            ReadOnlySpan<byte> before = utf8.Slice(0, (int)Math.Min(position, utf8.Length));
            string path = Locate(new Utf8JsonReader(utf8), position);
            throw new JsonException($"{exception.Message} Path: {path}, byte {position}.", path, Count(before, (byte)'\n'), before.Length - (before.LastIndexOf((byte)'\n') + 1), exception);
        }
    }

    /// <summary>Reads a root value. A value of another kind throws, because there is no place to keep it.</summary>
    public static T? ReadRoot<T>(ref Utf8JsonReader reader, JsonItemReader<T> read)
    {
        JsonTokenType token = reader.TokenType;
        T? value = read(ref reader);
        return value is null && token != JsonTokenType.Null ? throw WrongKind(token) : value;
    }

    /// <summary>The same for <see cref="JsonSerializer"/>, which adds the path of the value to the exception. This method adds the rest of the path.</summary>
    public static T? ReadForSerializer<T>(ref Utf8JsonReader reader, JsonItemReader<T> read, string type)
    {
        Utf8JsonReader start = reader;
        try
        {
            return ReadRoot(ref reader, read);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or JsonException or InsufficientExecutionStackException)
        {
            // A copy of the reader found the invalid JSON. This reader moves there too, so that the serializer reports this position.
            if (exception is JsonException { LineNumber: not null })
                MoveToError(ref reader, start);

            throw new JsonException($"{exception.Message} In {type}: {Locate(start, reader.TokenStartIndex)}.", exception);
        }
    }

    /// <summary>Finds the path of a token by reading again up to it, so that the path costs nothing unless an error occurs.</summary>
    public static string Locate(Utf8JsonReader reader, long position)
    {
        var path = new List<(string Name, int Index)>();
        try
        {
            bool hasToken = reader.TokenType != JsonTokenType.None || reader.Read();
            while (hasToken && reader.TokenStartIndex < position)
            {
                Follow(ref reader, path);
                hasToken = reader.Read();
            }

            // If the text ends early, the path is that of the item after the last token.
            if (reader.TokenType != JsonTokenType.PropertyName && !(hasToken && reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject))
                CountItem(path);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The text is invalid there, or a name is not valid UTF-8. The path so far is the best result.
        }

        return Format(path);
    }

    /// <summary>Moves a reader from its start to the invalid JSON.</summary>
    public static void MoveToError(ref Utf8JsonReader reader, in Utf8JsonReader start)
    {
        reader = start;
        try
        {
            reader.TrySkip();
        }
        catch (JsonException)
        {
            // The reader is there.
        }
    }

    private static long Count(ReadOnlySpan<byte> text, byte value)
    {
        long count = 0;
        foreach (byte b in text)
            count += b == value ? 1 : 0;

        return count;
    }

    private static void Follow(ref Utf8JsonReader reader, List<(string Name, int Index)> path)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                path[path.Count - 1] = (reader.GetString()!, -1);
                break;
            case JsonTokenType.StartObject:
                CountItem(path);
                path.Add(("", -1));
                break;
            case JsonTokenType.StartArray:
                CountItem(path);
                path.Add(("", 0));
                break;
            case JsonTokenType.EndObject:
            case JsonTokenType.EndArray:
                path.RemoveAt(path.Count - 1);
                break;
            default:
                CountItem(path);
                break;
        }
    }

    /// <summary>Counts an item of an array.</summary>
    private static void CountItem(List<(string Name, int Index)> path)
    {
        if (path.Count > 0 && path[path.Count - 1] is { Index: >= 0 } array)
            path[path.Count - 1] = ("", array.Index + 1);
    }

    private static string Format(List<(string Name, int Index)> path)
    {
        const int MaxLength = 200;
        var text = new StringBuilder("$");
        foreach ((string name, int index) in path)
        {
            if (index > 0)
                text.Append('[').Append(index - 1).Append(']');
            else if (name.Length > 0)
                text.Append('.').Append(name);
        }

        return MessageText.Clean(text.ToString(), MaxLength);
    }
}
