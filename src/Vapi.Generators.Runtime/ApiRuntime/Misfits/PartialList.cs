namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.Collections;
using global::System.Collections.Generic;
using global::System.Text.Json;

/// <summary>The items of an array that match their type. Other items, and exact texts that the type would write differently, are kept by position and written back there.</summary>
internal sealed class PartialList<T> : PartialCollection, IReadOnlyList<T>
{
    private readonly T[] _items;

    private readonly List<KeptItem> _kept;

    public PartialList(T[] items, List<KeptItem> kept)
    {
        _items = items;
        _kept = kept;
    }

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Writes all items of the array in their order.</summary>
    public override void Write(Utf8JsonWriter writer, JsonItemWriter<object?> write)
    {
        writer.WriteStartArray();
        int next = 0;
        foreach (KeptItem kept in _kept)
        {
            for (; next < kept.Place; next++)
                write(writer, _items[next]);

            kept.Write(writer);
            if (kept.HasValue)
                next++;
        }

        for (; next < _items.Length; next++)
            write(writer, _items[next]);

        writer.WriteEndArray();
    }
}

/// <summary>A list or map that keeps the JSON of some items. It is a class, because a cast of an array to an interface is slow, and every list that is written is tested for it.</summary>
internal abstract class PartialCollection
{
    public abstract void Write(Utf8JsonWriter writer, JsonItemWriter<object?> write);
}

/// <summary>The JSON of an item of a list, or of an entry of a map.</summary>
internal sealed class KeptItem
{
    /// <summary>In a list, the number of items with a value before it.</summary>
    public readonly int Place;

    /// <summary>Whether it is the exact text of an item with a value.</summary>
    public readonly bool HasValue;

    private readonly JsonElement _json;

    public KeptItem(int place, bool hasValue, JsonElement json)
    {
        Place = place;
        HasValue = hasValue;
        _json = json;
    }

    public void Write(Utf8JsonWriter writer)
    {
        if (!HasValue)
            Json.Misfits?.Add(writer);
        _json.WriteTo(writer);
    }
}
