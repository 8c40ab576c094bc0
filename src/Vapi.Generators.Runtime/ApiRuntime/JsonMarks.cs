namespace Vapi.Generators.Runtime.ApiRuntime;

using System;

/// <summary>One bit a property, for at most 64: it is written although its field is empty, as null or as its constant.</summary>
internal struct JsonMarks
{
    private ulong _bits;

    public readonly bool Has(int ordinal) => (_bits >> ordinal & 1) != 0;

    public void Set(int ordinal) => _bits |= 1UL << ordinal;

    public void Set(int ordinal, bool value) => _bits = value ? _bits | 1UL << ordinal : _bits & ~(1UL << ordinal);
}

/// <summary><see cref="JsonMarks"/> for any number of properties.</summary>
internal struct WideJsonMarks
{
    private ulong[]? _bits;

    public readonly bool Has(int ordinal) => _bits is { } bits && ordinal >> 6 < bits.Length && (bits[ordinal >> 6] >> ordinal & 1) != 0;

    public void Set(int ordinal) => Set(ordinal, true);

    public void Set(int ordinal, bool value)
    {
        if (!value && !Has(ordinal))
            return;

        int word = ordinal >> 6;
        if (_bits is null || _bits.Length <= word)
            Array.Resize(ref _bits, word + 1);

        _bits[word] = value ? _bits[word] | 1UL << ordinal : _bits[word] & ~(1UL << ordinal);
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
}
