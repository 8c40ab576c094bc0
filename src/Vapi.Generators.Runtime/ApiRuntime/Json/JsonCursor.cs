namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.Text.Json;

/// <summary>How exactly a C# type represents the value that was just read.</summary>
internal enum JsonFit
{
    /// <summary>Written back, the value is the same JSON.</summary>
    Whole,

    /// <summary>The type represents the value, but would write it differently, so the text is also kept.</summary>
    Inexact,

    /// <summary>The type cannot represent the value, so it is kept as JSON.</summary>
    None,
}

/// <summary>
/// The position in the table of an object's properties, while the object is read or written. One method of each class does both: its switch calls a method of the
/// cursor for the current property.
/// </summary>
internal partial struct JsonCursor
{
    /// <summary>The index of the current property; -1 for a name that is not in the table.</summary>
    public int Ordinal;

    /// <summary>The start of the current entry in the table.</summary>
    internal int Start;

    /// <summary>The expected position of the next entry in the table.</summary>
    internal int Position;

    /// <summary>The index of the entry at <see cref="Position"/>.</summary>
    internal int Next;

    /// <summary>The fit of the last value. Unless it is <see cref="JsonFit.Whole"/>, the reader is still at the value, which must be kept as JSON.</summary>
    internal JsonFit Fit;

    /// <summary>Whether a property has kept JSON, which a later property with the same name replaces.</summary>
    internal bool HasKept;

    /// <summary>Writes the object; null while it is read.</summary>
    internal Utf8JsonWriter? Writer;

    /// <summary>The names of the properties, while the object is written.</summary>
    internal JsonNames Names;

    /// <summary>The name of the current property, while the object is written.</summary>
    private readonly JsonEncodedText Name => Names.Texts[Ordinal];

    /// <summary>Returns null for a value that the type cannot represent.</summary>
    internal T? Misfit<T>()
    {
        Fit = JsonFit.None;
        return default;
    }

    /// <summary>Returns a value, and records whether it is exact.</summary>
    internal T Read<T>(T value, bool isExact)
    {
        if (!isExact)
            Fit = JsonFit.Inexact;

        return value;
    }
}
