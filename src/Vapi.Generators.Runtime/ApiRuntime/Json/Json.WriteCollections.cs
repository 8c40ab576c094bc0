namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text.Json;

internal static partial class Json
{
    public static void WriteModelList<T>(Utf8JsonWriter writer, IReadOnlyList<T>? value)
        where T : IJsonModel
    {
        if (WriteAsWhole(writer, value))
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

    public static void WriteList<T>(Utf8JsonWriter writer, IReadOnlyList<T>? value, JsonItemWriter<T> write)
    {
        if (WriteNull(writer, value))
            return;

        if (value is PartialCollection partial)
        {
            WritePartial(writer, partial, write);
            return;
        }

        writer.WriteStartArray();
        if (value is T[] items)
        {
            foreach (T item in items)
                write(writer, item);
        }
        else
        {
            for (int i = 0; i < value!.Count; i++)
                write(writer, value[i]);
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc cref="ReadStrings"/>
    public static void WriteStrings(Utf8JsonWriter writer, IReadOnlyList<string?>? value) => WriteList(writer, value, static (writer, item) => writer.WriteStringValue(item));

    public static void WriteModelMap<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? value)
        where T : IJsonModel
    {
        if (WriteAsWhole(writer, value))
            return;

        writer.WriteStartObject();
        foreach (KeyValuePair<string, T> entry in value!)
        {
            writer.WritePropertyName(entry.Key);
            WriteItem(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    public static void WriteMap<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? value, JsonItemWriter<T> write)
    {
        if (WriteNull(writer, value))
            return;

        if (value is PartialCollection partial)
        {
            WritePartial(writer, partial, write);
            return;
        }

        writer.WriteStartObject();
        foreach (KeyValuePair<string, T> entry in value!)
        {
            writer.WritePropertyName(entry.Key);
            write(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes null for a missing list or map in another list or map. Each list and map is entered here.</summary>
    private static bool WriteNull(Utf8JsonWriter writer, object? value)
    {
        EnsureStack(writer);
        if (value is not null)
            return false;

        writer.WriteNullValue();
        return true;
    }

    /// <summary>Writes null, and collections that keep the JSON of some items. It is separate from the generic methods, which are compiled for each struct.</summary>
    private static bool WriteAsWhole(Utf8JsonWriter writer, object? value)
    {
        if (WriteNull(writer, value))
            return true;
        if (value is not PartialCollection partial)
            return false;

        partial.Write(writer, static (writer, item) => WriteItem(writer, (IJsonModel?)item));
        return true;
    }

    private static void WriteItem<T>(Utf8JsonWriter writer, T value)
        where T : IJsonModel?
    {
        EnsureStack(writer);
        if (value is null)
            writer.WriteNullValue();
        else
            value.Write(writer);
    }

    private static void WritePartial<T>(Utf8JsonWriter writer, PartialCollection partial, JsonItemWriter<T> write)
        => partial.Write(writer, (writer, item) => write(writer, (T)item!));
}
