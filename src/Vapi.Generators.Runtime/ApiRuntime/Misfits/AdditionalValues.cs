namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections;
using global::System.Collections.Generic;
using global::System.Linq;
using global::System.Text;
using global::System.Text.Json;

/// <summary>
/// The kept properties whose values match the type that the document declares for additional properties. Their JSON stays where it is, so that it is written back as it was received. A value
/// that can be changed, such as an object, is created once, and then written instead of its JSON.
/// </summary>
internal sealed class AdditionalValues<T> : IDictionary<string, T>, IAdditionalValues
{
    private readonly KeptProperties _kept;

    private readonly JsonKinds _kinds;

    private readonly JsonPropertyReader<T> _read;

    private readonly JsonItemWriter<T> _write;

    /// <summary>The values that can be changed, each with the JSON that it replaces; null if no value can be changed.</summary>
    private readonly Dictionary<string, (JsonElement Json, T Value)>? _live;

    public AdditionalValues(KeptProperties kept, JsonKinds kinds, JsonPropertyReader<T> read, JsonItemWriter<T> write, bool areLive)
    {
        _kept = kept;
        _kinds = kinds;
        _read = read;
        _write = write;
        _live = areLive ? new(StringComparer.Ordinal) : null;
    }

    public ICollection<string> Keys => Entries().Select(e => e.Key).ToArray();

    public ICollection<T> Values => Entries().Select(e => e.Value).ToArray();

    public int Count => Entries().Count();

    public bool IsReadOnly => false;

    public T this[string key]
    {
        get => TryGetValue(key, out T value) ? value : throw new KeyNotFoundException($"No additional property '{key}' matches its type.");
        set => Keep(key, value);
    }

    public bool TryGetValue(string key, out T value)
    {
        value = default!;
        return _kept.TryGetValue(key, out JsonElement json) && TryRead(key, json, out value);
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <exception cref="ArgumentException">There is already a property with this name, whether its value matches or not.</exception>
    public void Add(string key, T value)
    {
        if (_kept.ContainsKey(key))
            throw new ArgumentException($"There is already a property '{key}'.", nameof(key));

        Keep(key, value);
    }

    public bool Remove(string key) => ContainsKey(key) && _kept.Remove(key);

    public void Clear()
    {
        foreach (string key in Keys)
            _kept.Remove(key);
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => Entries().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<string, T>>.Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, T>>.Contains(KeyValuePair<string, T> item) => TryGetValue(item.Key, out T value) && EqualityComparer<T>.Default.Equals(value, item.Value);

    bool ICollection<KeyValuePair<string, T>>.Remove(KeyValuePair<string, T> item) => ((ICollection<KeyValuePair<string, T>>)this).Contains(item) && _kept.Remove(item.Key);

    void ICollection<KeyValuePair<string, T>>.CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => Entries().ToArray().CopyTo(array, arrayIndex);

    bool IAdditionalValues.TryWrite(Utf8JsonWriter writer, string name, JsonElement json)
    {
        if (!TryFind(name, json, out T value))
            return false;

        _write(writer, value);
        return true;
    }

    FileContent? IAdditionalValues.FindFile(string name, JsonElement json) => TryFind(name, json, out T value) ? value as FileContent : null;

    /// <summary>Finds the value that replaces the JSON.</summary>
    private bool TryFind(string name, JsonElement json, out T value)
    {
        value = default!;
        if (_live is null)
            return false;

        lock (_live)
        {
            bool isFound = _live.TryGetValue(name, out (JsonElement Json, T Value) live) && live.Json.Equals(json);
            value = live.Value;
            return isFound;
        }
    }

    private IEnumerable<KeyValuePair<string, T>> Entries()
    {
        foreach (KeyValuePair<string, JsonElement> entry in _kept)
        {
            if (TryRead(entry.Key, entry.Value, out T value))
                yield return new(entry.Key, value);
        }
    }

    private bool TryRead(string name, JsonElement json, out T value)
    {
        if (TryFind(name, json, out value))
            return true;
        if (!TryRead(json, out value) || _kept.IsDeclared(name))
            return false;

        Replace(name, json, value);
        return true;
    }

    private bool TryRead(JsonElement json, out T value)
    {
        value = default!;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json.GetRawText()), FreeFormObject.Lenient);
            reader.Read();
            return Json.TryReadItem(ref reader, _kinds, _read, out value, out _);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // The text cannot be decoded, or the user kept an element without a value.
            return false;
        }
    }

    private void Keep(string name, T value)
    {
        var utf8 = new global::System.IO.MemoryStream();
        using (var writer = new Utf8JsonWriter(utf8))
        {
            // The stream of a file can be read only once, when it is sent.
            if (value is FileContent)
                writer.WriteStringValue("");
            else
                _write(writer, value);
        }

        var reader = new Utf8JsonReader(new ReadOnlySpan<byte>(utf8.GetBuffer(), 0, (int)utf8.Length), FreeFormObject.Lenient);
        JsonElement json = JsonElement.ParseValue(ref reader);
        _kept[name] = json;
        Replace(name, json, value);
    }

    /// <summary>Writes a value instead of its JSON from now on, if it can be changed.</summary>
    private void Replace(string name, JsonElement json, T value)
    {
        if (_live is null)
            return;

        lock (_live)
            _live[name] = (json, value);
    }
}

/// <summary>Additional properties with a type.</summary>
internal interface IAdditionalValues
{
    /// <summary>Writes a value that can have changed since it was read. Returns false if the JSON is the value.</summary>
    bool TryWrite(Utf8JsonWriter writer, string name, JsonElement json);

    /// <summary>The file that is the value; null if it is none.</summary>
    FileContent? FindFile(string name, JsonElement json);
}
