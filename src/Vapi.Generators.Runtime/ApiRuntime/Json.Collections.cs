namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Runtime.CompilerServices;
#if NET
using global::System.Runtime.InteropServices;
#endif
using global::System.Text.Json;

internal static partial class Json
{
    public static IReadOnlyList<T>? ReadList<T>(ref Utf8JsonReader reader, JsonItemReader<T> read)
    {
        if (!StartArray(ref reader))
            return null;

        if (!NextItem(ref reader))
            return Array.Empty<T>();

        // An array, and Array.Copy: the methods of List, and generic ones, are compiled anew for every struct, which costs more than all else in a first read.
        var items = new T[4];
        int count = 0;
        do
        {
            if (count == items.Length)
            {
                T[] full = items;
                items = new T[count * 2];
                Array.Copy(full, items, count);
            }

            items[count++] = read(ref reader)!;
        }
        while (NextItem(ref reader));

        if (count == items.Length)
            return items;

        var exact = new T[count];
        Array.Copy(items, exact, count);
        return exact;
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

    /// <summary>A list with an item that its type cannot hold is left to the cursor as a whole.</summary>
    public static IReadOnlyList<T>? ReadList<T>(ref Utf8JsonReader reader, JsonItemReader<T> read, ref JsonCursor cursor)
    {
        Utf8JsonReader start = reader;
        try
        {
            return ReadList(ref reader, read);
        }
        catch (FormatException)
        {
            reader = start;
            return cursor.Misfit<IReadOnlyList<T>>();
        }
    }

    /// <inheritdoc cref="ReadList{T}(ref Utf8JsonReader, JsonItemReader{T}, ref JsonCursor)"/>
    public static IReadOnlyDictionary<string, T>? ReadMap<T>(ref Utf8JsonReader reader, JsonItemReader<T> read, ref JsonCursor cursor)
    {
        Utf8JsonReader start = reader;
        try
        {
            return ReadMap(ref reader, read);
        }
        catch (FormatException)
        {
            reader = start;
            return cursor.Misfit<IReadOnlyDictionary<string, T>>();
        }
    }

    /// <summary>An object of any values; its text is kept, when the reader has it in one piece, and taken apart when it is first looked at.</summary>
    public static IReadOnlyDictionary<string, JsonElement>? ReadFreeForm(ref Utf8JsonReader reader)
    {
        if (!StartObject(ref reader))
            return null;
#if NET
        Utf8JsonReader start = reader;
        ref byte first = ref MemoryMarshal.GetReference(reader.ValueSpan);
        if (reader.TrySkip())
        {
            // The first and the last byte are as far apart in memory as in the text: what is between them is the text.
            ref byte last = ref MemoryMarshal.GetReference(reader.ValueSpan);
            long distance = reader.TokenStartIndex - start.TokenStartIndex;
            if (Unsafe.ByteOffset(ref first, ref last) == distance)
                return new FreeFormObject(MemoryMarshal.CreateReadOnlySpan(ref first, (int)distance + 1).ToArray());
        }

        reader = start;
#endif
        return ReadMap<JsonElement>(ref reader, ReadAny);
    }

    public static void WriteModelList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? value, bool marked)
        where T : IJsonModel
    {
        if (StartProperty(writer, name, value, marked))
            WriteModelList(writer, value!);
    }

    public static void WriteModelList<T>(Utf8JsonWriter writer, IReadOnlyList<T>? value)
        where T : IJsonModel
    {
        if (WriteNull(writer, value))
            return;

        writer.WriteStartArray();
        if (value is T[] items)
        {
            foreach (T item in items)
                WriteItem(writer, item);
        }
        else
        {
            for (int i = 0; i < value!.Count; i++)
                WriteItem(writer, value[i]);
        }

        writer.WriteEndArray();
    }

    public static void WriteList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? value, bool marked, JsonItemWriter<T> write)
    {
        if (StartProperty(writer, name, value, marked))
            WriteList(writer, value!, write);
    }

    public static void WriteList<T>(Utf8JsonWriter writer, IReadOnlyList<T>? value, JsonItemWriter<T> write)
    {
        if (WriteNull(writer, value))
            return;

        writer.WriteStartArray();
        for (int i = 0; i < value!.Count; i++)
            write(writer, value[i]);

        writer.WriteEndArray();
    }

    public static void WriteModelMap<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? value, bool marked)
        where T : IJsonModel
    {
        if (StartProperty(writer, name, value, marked))
            WriteModelMap(writer, value!);
    }

    public static void WriteModelMap<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? value)
        where T : IJsonModel
    {
        if (WriteNull(writer, value))
            return;

        writer.WriteStartObject();
        foreach (KeyValuePair<string, T> entry in value!)
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

    public static void WriteMap<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? value, JsonItemWriter<T> write)
    {
        if (WriteNull(writer, value))
            return;

        writer.WriteStartObject();
        foreach (KeyValuePair<string, T> entry in value!)
        {
            writer.WritePropertyName(entry.Key);
            write(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes null for a list or map that an item of another one may lack.</summary>
    private static bool WriteNull(Utf8JsonWriter writer, object? value)
    {
        if (value is not null)
            return false;

        writer.WriteNullValue();
        return true;
    }

    private static bool StartArray(ref Utf8JsonReader reader)
    {
        EnsureStack(ref reader);
        return reader.TokenType switch
        {
            JsonTokenType.StartArray => true,
            JsonTokenType.Null => false,
            _ => throw WrongKind(ref reader, "an array"),
        };
    }

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
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value is null)
            writer.WriteNullValue();
        else
            value.Write(writer);
    }
}
