namespace Vapi.Generators.Runtime.ApiRuntime;

/// <summary>The state of an object besides the values of its properties.</summary>
internal struct JsonState
{
    /// <summary>The number of properties whose marks need no other object.</summary>
    private const int NearMarks = 64;

    /// <summary>The kept JSON, and the marks of properties after the first 64; null if there are none.</summary>
    public KeptProperties? Kept;

    private ulong _marks;

    /// <summary>Whether a property is marked. Without a value, it is then written as null or as its constant. With a value, its kept exact text is written instead.</summary>
    public readonly bool Has(int ordinal) => ordinal < NearMarks ? (_marks >> ordinal & 1) != 0 : Kept?.IsMarked(ordinal) == true;

    public void Set(int ordinal, bool value = true)
    {
        if (ordinal < NearMarks)
            _marks = value ? _marks | 1UL << ordinal : _marks & ~(1UL << ordinal);
        else if (value || Kept is not null)
            (Kept ??= new()).Mark(ordinal, value);
    }

    /// <summary>A property was assigned, so its kept JSON is removed.</summary>
    public void Assign(int ordinal, bool mark = false)
    {
        Kept?.Forget(ordinal);
        Set(ordinal, mark);
    }
}
