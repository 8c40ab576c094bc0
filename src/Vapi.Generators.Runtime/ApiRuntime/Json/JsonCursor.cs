namespace Vapi.Generators.Runtime.ApiRuntime;

/// <summary>How well a C# type holds the value that was just read.</summary>
internal enum JsonFit
{
    /// <summary>Written back, the value is the same JSON.</summary>
    Whole,

    /// <summary>The type holds the value, but not all that its text says: the text is kept too.</summary>
    Inexact,

    /// <summary>The type cannot hold the value: it is kept as JSON instead.</summary>
    None,
}

/// <summary>Where a reader stands in the table of its properties, and how the last value fitted.</summary>
internal struct JsonCursor
{
    /// <summary>The index of the property that was found; -1 for a name that is not in the table.</summary>
    public int Ordinal;

    /// <summary>Where the entry that was found begins in the table.</summary>
    internal int Start;

    /// <summary>Where the next entry is expected in the table.</summary>
    internal int Position;

    /// <summary>The index of the entry at <see cref="Position"/>.</summary>
    internal int Next;

    /// <summary>Anything but <see cref="JsonFit.Whole"/>: the reader still stands on the value, which is to be kept as JSON.</summary>
    internal JsonFit Fit;

    /// <summary>Whether any property was null, or has its JSON kept: the next one of the same name replaces that.</summary>
    internal bool HasMarks;

    /// <summary>No value: the type cannot hold it.</summary>
    internal T? Misfit<T>()
    {
        Fit = JsonFit.None;
        return default;
    }

    /// <summary>A value that is written back differently unless it is exact.</summary>
    internal T Read<T>(T value, bool isExact)
    {
        if (!isExact)
            Fit = JsonFit.Inexact;

        return value;
    }
}
