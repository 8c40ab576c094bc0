namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text.Json;

/// <summary>
/// The JSON that an object keeps. Its entries are the properties that are not in the document and those whose values do not match. In addition, it has the exact text of values that their type
/// would write differently.
/// </summary>
internal sealed class KeptProperties : Dictionary<string, JsonElement>
{
    /// <summary>The declared properties with kept JSON; null if there are none.</summary>
    private List<KeptProperty>? _declared;

    /// <summary>A bit for each property that is set, except for the first 64: see <see cref="JsonState"/>.</summary>
    private ulong[] _set = Array.Empty<ulong>();

    /// <summary>The properties as values of their declared type; null unless the user requested them.</summary>
    public IAdditionalValues? Typed { get; set; }

    public bool IsSet(int bit) => bit >> 6 < _set.Length && (_set[bit >> 6] >> bit & 1) != 0;

    public void Set(int bit, bool isSet)
    {
        if (bit >> 6 >= _set.Length)
            Array.Resize(ref _set, (bit >> 6) + 1);

        ulong mask = 1UL << bit;
        _set[bit >> 6] = isSet ? _set[bit >> 6] | mask : _set[bit >> 6] & ~mask;
    }

    /// <summary>Whether the exact text of a property is written instead of its value.</summary>
    public bool HasExactText(int ordinal) => Find(ordinal)?.ExactJson is not null;

    /// <summary>Whether a property is a declared one whose value does not match.</summary>
    public bool IsDeclared(string name) => _declared?.Exists(p => p.ExactJson is null && p.Name == name) == true;

    /// <summary>Keeps the JSON of a declared property.</summary>
    public void Keep(int ordinal, string name, JsonElement json, bool isExact, bool isReadOnly)
    {
        Forget(ordinal);
        (_declared ??= new()).Add(new KeptProperty(ordinal, name, isExact ? json : null, isReadOnly));
        if (!isExact)
            this[name] = json;
    }

    /// <summary>Removes the kept JSON of a declared property.</summary>
    public void Forget(int ordinal)
    {
        if (Find(ordinal) is not { } property)
            return;

        _declared!.Remove(property);
        if (property.ExactJson is null)
            Remove(property.Name);
    }

    /// <summary>Writes all kept properties, except for read-only properties in a request.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        if (_declared is not null)
        {
            WriteWithDeclared(writer, _declared);
            return;
        }

        foreach (KeyValuePair<string, JsonElement> entry in this)
        {
            writer.WritePropertyName(entry.Key);
            WriteValue(writer, entry);
        }
    }

    /// <summary>The current JSON of an entry.</summary>
    public JsonElement ToElement(KeyValuePair<string, JsonElement> entry) => Typed is null ? entry.Value : Json.ToElement(entry, WriteValue, entry.Key);

    /// <summary>Called for each property that is written or assigned, so it allocates nothing.</summary>
    private KeptProperty? Find(int ordinal)
    {
        for (int i = 0; i < _declared?.Count; i++)
        {
            if (_declared[i].Ordinal == ordinal)
                return _declared[i];
        }

        return null;
    }

    private void WriteValue(Utf8JsonWriter writer, KeyValuePair<string, JsonElement> entry)
    {
        if (Typed?.TryWrite(writer, entry.Key, entry.Value) != true)
            entry.Value.WriteTo(writer);
    }

    private void WriteWithDeclared(Utf8JsonWriter writer, List<KeptProperty> declared)
    {
        foreach (KeyValuePair<string, JsonElement> entry in this)
        {
            KeptProperty? property = declared.Find(p => p.ExactJson is null && p.Name == entry.Key);
            if (property is { IsReadOnly: true } && Json.IsRequest)
                continue;

            writer.WritePropertyName(entry.Key);
            if (property is not null)
                Json.Misfits?.Add(writer);
            WriteValue(writer, entry);
        }

        foreach (KeptProperty property in declared)
        {
            if (property.ExactJson is not { } json || property.IsReadOnly && Json.IsRequest)
                continue;

            writer.WritePropertyName(property.Name);
            json.WriteTo(writer);
        }
    }
}

/// <summary>A declared property with kept JSON.</summary>
internal sealed class KeptProperty
{
    public readonly int Ordinal;

    public readonly string Name;

    /// <summary>The exact text of the value; null if there is no value, and the JSON is an entry with the name.</summary>
    public readonly JsonElement? ExactJson;

    public readonly bool IsReadOnly;

    public KeptProperty(int ordinal, string name, JsonElement? exactJson, bool isReadOnly)
    {
        Ordinal = ordinal;
        Name = name;
        ExactJson = exactJson;
        IsReadOnly = isReadOnly;
    }
}
