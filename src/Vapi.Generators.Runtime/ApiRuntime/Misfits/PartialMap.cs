namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.Collections;
using global::System.Collections.Generic;
using global::System.Text.Json;

/// <summary>The entries of an object that match their type. Other entries, and exact texts that the type would write differently, are kept by name and written back.</summary>
internal sealed class PartialMap<T> : PartialCollection, IReadOnlyDictionary<string, T>
{
    private readonly Dictionary<string, T> _entries;

    private readonly Dictionary<string, KeptItem> _kept;

    public PartialMap(Dictionary<string, T> entries, Dictionary<string, KeptItem> kept)
    {
        _entries = entries;
        _kept = kept;
    }

    public IEnumerable<string> Keys => _entries.Keys;

    public IEnumerable<T> Values => _entries.Values;

    public int Count => _entries.Count;

    public T this[string key] => _entries[key];

    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    public bool TryGetValue(string key, out T value) => _entries.TryGetValue(key, out value!);

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Writes all entries of the object.</summary>
    public override void Write(Utf8JsonWriter writer, JsonItemWriter<object?> write)
    {
        writer.WriteStartObject();
        foreach (KeyValuePair<string, T> entry in _entries)
        {
            writer.WritePropertyName(entry.Key);
            if (_kept.TryGetValue(entry.Key, out KeptItem? exact))
                exact.Write(writer);
            else
                write(writer, entry.Value);
        }

        foreach (KeyValuePair<string, KeptItem> entry in _kept)
        {
            if (entry.Value.HasValue)
                continue;

            writer.WritePropertyName(entry.Key);
            entry.Value.Write(writer);
        }

        writer.WriteEndObject();
    }
}
