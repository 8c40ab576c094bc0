namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
#if NET
using global::System.Runtime.CompilerServices;
using global::System.Runtime.InteropServices;
#endif
using global::System.Text.Json;

/// <content>
/// Lists and maps. An item that does not match its type is kept as JSON, and the list contains the others. This is exact, because the item is written back in its position, and it keeps
/// the other items usable. Generic methods, including those of <see cref="List{T}"/>, are compiled for each struct, which is the largest cost of a first
/// read. So one method reads a list into an array.
/// </content>
internal static partial class Json
{
    /// <summary>The kinds are those of the items, including null; <see cref="JsonKinds.EmptyArray"/> represents any array.</summary>
    public static IReadOnlyList<T>? ReadList<T>(ref Utf8JsonReader reader, JsonKinds kinds, JsonItemReader<T> read)
    {
        if (!StartArray(reader))
            return null;

        List<KeptItem>? kept = null;
        bool hasItem = NextItem(ref reader, kinds, ref kept, 0);
        if (!hasItem && kept is null)
            return Array.Empty<T>();

        var items = new T[4];
        int count = 0;
        for (; hasItem; hasItem = NextItem(ref reader, kinds, ref kept, count))
        {
            if (count == items.Length)
                Array.Copy(items, items = new T[count * 2], count);

            items[count++] = read(ref reader)!;
        }

        if (count < items.Length)
            Array.Copy(items, items = new T[count], count);

        return kept is null ? items : Partial(items, kept);
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
                Array.Copy(items, items = new T[count * 2], count);

            items[count++] = item;
        }
        while (NextItem(ref reader));

        if (count < items.Length)
            Array.Copy(items, items = new T[count], count);

        return kept is null ? items : Partial(items, kept);
    }

    /// <inheritdoc cref="ReadList{T}(ref Utf8JsonReader, JsonKinds, JsonItemReader{T})"/>
    public static IReadOnlyDictionary<string, T>? ReadMap<T>(ref Utf8JsonReader reader, JsonKinds kinds, JsonItemReader<T> read)
    {
        if (!StartObject(reader))
            return null;

        Dictionary<string, KeptItem>? kept = null;
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (NextEntry(ref reader, ref kept, out string name))
        {
            if (Takes(kinds, reader.TokenType))
                map[name] = read(ref reader)!;
            else
                KeepEntry(ref reader, ref kept, map, name, hasValue: false);
        }

        return kept is null ? map : Partial(map, kept);
    }

    /// <inheritdoc cref="ReadList{T}(ref Utf8JsonReader, JsonKinds, JsonItemReader{T})"/>
    public static IReadOnlyDictionary<string, T>? ReadMap<T>(ref Utf8JsonReader reader, JsonKinds kinds, JsonPropertyReader<T> read)
    {
        if (!StartObject(reader))
            return null;

        Dictionary<string, KeptItem>? kept = null;
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (NextEntry(ref reader, ref kept, out string name))
        {
            bool hasValue = TryReadItem(ref reader, kinds, read, out T item, out bool isExact);
            if (hasValue)
                map[name] = item;
            if (!isExact)
                KeepEntry(ref reader, ref kept, map, name, hasValue);
        }

        return kept is null ? map : Partial(map, kept);
    }

    /// <summary>The most frequent list. A delegate in each class that has one would be more code to compile.</summary>
    public static IReadOnlyList<string>? ReadStrings(ref Utf8JsonReader reader) => ReadList<string>(ref reader, JsonKinds.String, ReadString);

    /// <summary>An object with any values. If the reader has its text in one segment, the text is kept and parsed on first access.</summary>
    public static IReadOnlyDictionary<string, JsonElement>? ReadFreeForm(ref Utf8JsonReader reader)
    {
#if NET
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;

        Utf8JsonReader start = reader;
        ref byte first = ref MemoryMarshal.GetReference(reader.ValueSpan);
        if (reader.TrySkip())
        {
            // The first and the last byte have the same distance in memory and in the text, so the memory between them is the text.
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

    /// <summary>Moves to the next item of a kind that its type accepts. Other items are kept as JSON.</summary>
    private static bool NextItem(ref Utf8JsonReader reader, JsonKinds kinds, ref List<KeptItem>? kept, int count)
    {
        while (NextItem(ref reader))
        {
            if (Takes(kinds, reader.TokenType))
                return true;

            KeepItem(ref reader, ref kept, count, hasValue: false);
        }

        return false;
    }

    private static bool NextItem(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Moves to the value of the next entry. If a name is repeated, the last entry wins.</summary>
    private static bool NextEntry(ref Utf8JsonReader reader, ref Dictionary<string, KeptItem>? kept, out string name)
    {
        reader.Read();
        bool isEntry = reader.TokenType != JsonTokenType.EndObject;
        name = isEntry ? reader.GetString()! : "";
        if (isEntry)
        {
            kept?.Remove(name);
            reader.Read();
        }

        return isEntry;
    }

    /// <summary>Returns false if the type cannot represent the item. In this case, or if the item is not exact, the reader is still at it.</summary>
    internal static bool TryReadItem<T>(ref Utf8JsonReader reader, JsonKinds kinds, JsonPropertyReader<T> read, out T item, out bool isExact)
    {
        var cursor = new JsonCursor { Fit = Takes(kinds, reader.TokenType) ? JsonFit.Whole : JsonFit.None };
        item = cursor.Fit == JsonFit.Whole ? read(ref reader, ref cursor) : default!;
        isExact = cursor.Fit == JsonFit.Whole;
        return cursor.Fit != JsonFit.None;
    }

    // A separate method, so that the type is loaded only when needed.
    private static PartialList<T> Partial<T>(T[] items, List<KeptItem> kept) => new(items, kept);

    private static PartialMap<T> Partial<T>(Dictionary<string, T> map, Dictionary<string, KeptItem> kept) => new(map, kept);

    private static void KeepItem(ref Utf8JsonReader reader, ref List<KeptItem>? kept, int place, bool hasValue)
        => (kept ??= new()).Add(new KeptItem(place, hasValue, ReadAny(ref reader)));

    private static void KeepEntry<T>(ref Utf8JsonReader reader, ref Dictionary<string, KeptItem>? kept, Dictionary<string, T> map, string name, bool hasValue)
    {
        if (!hasValue)
            map.Remove(name);

        (kept ??= new(StringComparer.Ordinal))[name] = new KeptItem(0, hasValue, ReadAny(ref reader));
    }
}
