namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;

/// <summary>The state of an object besides the values of its properties.</summary>
internal interface IJsonState
{
    /// <summary>The kept JSON; null if there is none.</summary>
    KeptProperties? Kept { get; set; }

    /// <summary>Whether a property is marked. Without a value, it is then written as null or as its constant. With a value, its kept exact text is written instead.</summary>
    bool Has(int ordinal);

    void Set(int ordinal, bool value);
}

/// <summary>The state of an object with at most 64 properties.</summary>
internal struct JsonState : IJsonState
{
    private ulong _marks;

    public KeptProperties? Kept { get; set; }

    public readonly bool Has(int ordinal) => (_marks >> ordinal & 1) != 0;

    public void Set(int ordinal, bool value = true) => _marks = value ? _marks | 1UL << ordinal : _marks & ~(1UL << ordinal);

    /// <summary>A property was assigned, so its kept JSON is removed.</summary>
    public void Assign(int ordinal, bool mark = false)
    {
        Kept?.Forget(ordinal);
        Set(ordinal, mark);
    }
}

/// <summary>The state of an object with any number of properties.</summary>
internal struct WideJsonState : IJsonState
{
    private ulong[]? _marks;

    public KeptProperties? Kept { get; set; }

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

    /// <inheritdoc cref="JsonState.Assign"/>
    public void Assign(int ordinal, bool mark = false)
    {
        Kept?.Forget(ordinal);
        Set(ordinal, mark);
    }
}
