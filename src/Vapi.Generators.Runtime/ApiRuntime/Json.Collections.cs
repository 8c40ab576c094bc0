namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text.Json;

internal static partial class Json
{
    public static IReadOnlyList<T>? ReadList<T>(ref Utf8JsonReader reader, JsonItemReader<T> read)
    {
        if (!StartArray(ref reader))
            return null;

        var list = new List<T>();
        while (NextItem(ref reader))
            list.Add(read(ref reader)!);

        return list;
    }

    public static IReadOnlyDictionary<string, T>? ReadMap<T>(ref Utf8JsonReader reader, JsonItemReader<T> read)
    {
        if (!StartObject(ref reader))
            return null;

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (NextEntry(ref reader, out string name))
            map[name] = read(ref reader)!;

        return map;
    }

    public static void WriteModelList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? value, bool marked)
        where T : IJsonModel
    {
        if (StartProperty(writer, name, value, marked))
            WriteModelList(writer, value!);
    }

    public static void WriteModelList<T>(Utf8JsonWriter writer, IReadOnlyList<T> value)
        where T : IJsonModel
    {
        writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
            WriteItem(writer, value[i]);

        writer.WriteEndArray();
    }

    public static void WriteList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? value, bool marked, JsonItemWriter<T> write)
    {
        if (StartProperty(writer, name, value, marked))
            WriteList(writer, value!, write);
    }

    public static void WriteList<T>(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonItemWriter<T> write)
    {
        writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
            write(writer, value[i]);

        writer.WriteEndArray();
    }

    public static void WriteModelMap<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? value, bool marked)
        where T : IJsonModel
    {
        if (StartProperty(writer, name, value, marked))
            WriteModelMap(writer, value!);
    }

    public static void WriteModelMap<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value)
        where T : IJsonModel
    {
        writer.WriteStartObject();
        foreach (KeyValuePair<string, T> entry in value)
        {
            writer.WritePropertyName(entry.Key);
            WriteItem(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    public static void WriteMap<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? value, bool marked, JsonItemWriter<T> write)
    {
        if (StartProperty(writer, name, value, marked))
            WriteMap(writer, value!, write);
    }

    public static void WriteMap<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value, JsonItemWriter<T> write)
    {
        writer.WriteStartObject();
        foreach (KeyValuePair<string, T> entry in value)
        {
            writer.WritePropertyName(entry.Key);
            write(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    private static bool StartArray(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => true,
        JsonTokenType.Null => false,
        _ => throw WrongKind(ref reader, "an array"),
    };

    private static bool NextItem(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    private static bool NextEntry(ref Utf8JsonReader reader, out string name)
    {
        reader.Read();
        bool isEntry = reader.TokenType != JsonTokenType.EndObject;
        name = isEntry ? reader.GetString()! : "";
        if (isEntry)
            reader.Read();

        return isEntry;
    }

    private static bool StartProperty(Utf8JsonWriter writer, ReadOnlySpan<byte> name, object? value, bool marked)
    {
        if (value is not null)
            writer.WritePropertyName(name);
        else if (marked)
            writer.WriteNull(name);

        return value is not null;
    }

    private static void WriteItem<T>(Utf8JsonWriter writer, T value)
        where T : IJsonModel
    {
        if (value is null)
            writer.WriteNullValue();
        else
            value.Write(writer);
    }
}
