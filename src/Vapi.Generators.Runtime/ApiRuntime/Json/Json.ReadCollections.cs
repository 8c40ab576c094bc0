namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
#if NET
using global::System.Runtime.CompilerServices;
using global::System.Runtime.InteropServices;
#endif
using global::System.Text.Json;

/// <content>
/// Lists and maps. An item that its type cannot hold costs nothing but itself: it is kept as JSON, and the list has the others. That is exact, because it is written back in its place; a list
/// that were all JSON for one odd item would be of no use.
/// </content>
internal static partial class Json
{
    /// <summary>The kinds are those of the items, null included; any array counts as <see cref="JsonKinds.EmptyArray"/>.</summary>
    public static IReadOnlyList<T>? ReadList<T>(ref Utf8JsonReader reader, JsonKinds kinds, JsonItemReader<T> read)
    {
        if (!StartArray(reader))
            return null;
        if (!NextItem(ref reader))
            return Array.Empty<T>();

        List<KeptItem>? kept = null;
        var items = new T[4];
        int count = 0;
        do
        {
            if (!Takes(kinds, reader.TokenType))
            {
                KeepItem(ref reader, ref kept, count, hasValue: false);
                continue;
            }

            if (count == items.Length)
                items = Resize(items, count * 2);

            items[count++] = read(ref reader)!;
        }
        while (NextItem(ref reader));

        return ToList(items, count, kept);
    }

    /// <inheritdoc cref="ReadList{T}(ref Utf8JsonReader, JsonKinds, JsonItemReader{T})"/>
    public static IReadOnlyList<T>? ReadList<T>(ref Utf8JsonReader reader, JsonKinds kinds, JsonPropertyReader<T> read)
    {
        if (!StartArray(reader))
            return null;
        if (!NextItem(ref reader))
            return Array.Empty<T>();

        List<KeptItem>? kept = null;
        var items = new T[4];
        int count = 0;
        do
        {
            if (!TryReadItem(ref reader, kinds, read, out T item, out bool isExact))
            {
                KeepItem(ref reader, ref kept, count, hasValue: false);
                continue;
            }

            if (!isExact)
                KeepItem(ref reader, ref kept, count, hasValue: true);
            if (count == items.Length)
                items = Resize(items, count * 2);

            items[count++] = item;
        }
        while (NextItem(ref reader));

        return ToList(items, count, kept);
    }

    /// <inheritdoc cref="ReadList{T}(ref Utf8JsonReader, JsonKinds, JsonItemReader{T})"/>
    public static IReadOnlyDictionary<string, T>? ReadMap<T>(ref Utf8JsonReader reader, JsonKinds kinds, JsonItemReader<T> read)
    {
        if (!StartObject(ref reader, out _))
            return null;

        Dictionary<string, KeptItem>? kept = null;
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (NextEntry(ref reader, out string name))
        {
            kept?.Remove(name);
            if (Takes(kinds, reader.TokenType))
                map[name] = read(ref reader)!;
            else
                KeepEntry(ref reader, ref kept, map, name, hasValue: false);
        }

        return kept is null ? map : new PartialMap<T>(map, kept);
    }

    /// <inheritdoc cref="ReadList{T}(ref Utf8JsonReader, JsonKinds, JsonItemReader{T})"/>
    public static IReadOnlyDictionary<string, T>? ReadMap<T>(ref Utf8JsonReader reader, JsonKinds kinds, JsonPropertyReader<T> read)
    {
        if (!StartObject(ref reader, out _))
            return null;

        Dictionary<string, KeptItem>? kept = null;
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (NextEntry(ref reader, out string name))
        {
            kept?.Remove(name);
            bool hasValue = TryReadItem(ref reader, kinds, read, out T item, out bool isExact);
            if (hasValue)
                map[name] = item;
            if (!isExact)
                KeepEntry(ref reader, ref kept, map, name, hasValue);
        }

        return kept is null ? map : new PartialMap<T>(map, kept);
    }

    /// <summary>An object of any values; its text is kept, when the reader has it in one piece, and taken apart when it is first looked at.</summary>
    public static IReadOnlyDictionary<string, JsonElement>? ReadFreeForm(ref Utf8JsonReader reader)
    {
#if NET
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;

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
        return ReadMap<JsonElement>(ref reader, JsonKinds.Any, ReadAny);
    }

    private static bool StartArray(in Utf8JsonReader reader)
    {
        EnsureStack(reader);
        return reader.TokenType == JsonTokenType.StartArray;
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

    /// <summary>False when the type cannot hold the item; the reader still stands on it then, and when the item is not exact.</summary>
    private static bool TryReadItem<T>(ref Utf8JsonReader reader, JsonKinds kinds, JsonPropertyReader<T> read, out T item, out bool isExact)
    {
        var cursor = new JsonCursor { Fit = Takes(kinds, reader.TokenType) ? JsonFit.Whole : JsonFit.None };
        item = cursor.Fit == JsonFit.Whole ? read(ref reader, ref cursor) : default!;
        isExact = cursor.Fit == JsonFit.Whole;
        return cursor.Fit != JsonFit.None;
    }

    private static void KeepItem(ref Utf8JsonReader reader, ref List<KeptItem>? kept, int place, bool hasValue)
        => (kept ??= new()).Add(new KeptItem(place, hasValue, ReadAny(ref reader)));

    private static void KeepEntry<T>(ref Utf8JsonReader reader, ref Dictionary<string, KeptItem>? kept, Dictionary<string, T> map, string name, bool hasValue)
    {
        // The last of several entries of one name wins.
        if (!hasValue)
            map.Remove(name);

        (kept ??= new(StringComparer.Ordinal))[name] = new KeptItem(0, hasValue, ReadAny(ref reader));
    }

    // An array, and Array.Copy: the methods of List, and generic ones, are compiled anew for every struct, which costs more than all else in a first read.
    private static T[] Resize<T>(T[] items, int length)
    {
        var resized = new T[length];
        Array.Copy(items, resized, Math.Min(items.Length, length));
        return resized;
    }

    private static IReadOnlyList<T> ToList<T>(T[] items, int count, List<KeptItem>? kept)
    {
        T[] exact = count == items.Length ? items : Resize(items, count);
        return kept is null ? exact : new PartialList<T>(exact, kept);
    }
}
