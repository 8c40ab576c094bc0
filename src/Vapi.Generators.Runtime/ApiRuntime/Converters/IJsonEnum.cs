namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.ComponentModel;

/// <summary>An open enum: its value can be written as text, and read from any text of its kind.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonEnum : IJsonModel
{
    /// <summary>Reads a value from text; null if the text is not a value of the type. The current value is not used.</summary>
    object? Read(string? text);
}

/// <summary>The interfaces that all open enums implement.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonEnum<T> : IJsonEnum, IEquatable<T>
#if NET7_0_OR_GREATER
    , IParsable<T>
#endif
    where T : struct, IJsonEnum<T>
{
}
