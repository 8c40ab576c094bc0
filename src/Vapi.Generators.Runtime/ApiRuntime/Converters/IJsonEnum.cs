namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.ComponentModel;

/// <summary>A type whose values can be property names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonKey<T>
{
    /// <summary>Reads a value from text. The current value is not used.</summary>
    bool TryRead(string? text, out T value);
}

/// <summary>An open enum: its value can be written as text, and read from any text of its kind.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonEnum<T> : IJsonModel<T>, IJsonKey<T>
#if NET7_0_OR_GREATER
    , IParsable<T>
#endif
    where T : struct, IJsonEnum<T>
{
}
