namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text.Json;

/// <summary>What an object keeps besides the values of its properties.</summary>
internal interface IJsonState
{
    /// <summary>What was read and has no property, or does not fit its property.</summary>
    Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Whether a property is written although it has no value: as null, or as its constant.</summary>
    bool Has(int ordinal);

    void Set(int ordinal, bool value);
}

/// <summary>The state of an object with at most 64 properties.</summary>
internal struct JsonState : IJsonState
{
    private ulong _marks;

    public Dictionary<string, JsonElement>? Unknown { get; set; }

    public readonly bool Has(int ordinal) => (_marks >> ordinal & 1) != 0;

    public void Set(int ordinal, bool value = true) => _marks = value ? _marks | 1UL << ordinal : _marks & ~(1UL << ordinal);
}

/// <summary>The state of an object with any number of properties.</summary>
internal struct WideJsonState : IJsonState
{
    private ulong[]? _marks;

    public Dictionary<string, JsonElement>? Unknown { get; set; }

    public readonly bool Has(int ordinal) => _marks is { } marks && ordinal >> 6 < marks.Length && (marks[ordinal >> 6] >> ordinal & 1) != 0;

    public void Set(int ordinal, bool value = true)
    {
        if (!value && !Has(ordinal))
            return;

        int word = ordinal >> 6;
        if (_marks is null || _marks.Length <= word)
            Array.Resize(ref _marks, word + 1);

        _marks[word] = value ? _marks[word] | 1UL << ordinal : _marks[word] & ~(1UL << ordinal);
    }
}

/// <summary>Where a reader stands in the table of its names.</summary>
internal struct JsonCursor
{
    /// <summary>The index of the property that was found; -1 for a name that is not in the table.</summary>
    public int Ordinal;

    /// <summary>Where the name that was found begins in the table.</summary>
    internal int Start;

    /// <summary>Where the next name is expected in the table.</summary>
    internal int Position;

    /// <summary>The index of the name at <see cref="Position"/>.</summary>
    internal int Next;

    /// <summary>Whether the value that was just read does not fit its property, and is to be kept as JSON.</summary>
    internal bool IsMisfit;

    /// <summary>Whether any value was kept because it did not fit.</summary>
    internal bool HadMisfits;

    /// <summary>Nothing in place of a value that does not fit.</summary>
    internal T? Misfit<T>()
    {
        IsMisfit = true;
        return default;
    }
}
