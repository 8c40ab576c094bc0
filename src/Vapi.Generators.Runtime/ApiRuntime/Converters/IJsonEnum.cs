namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.ComponentModel;

/// <summary>An open enum: a value that can be written as text, and read from any text of its kind.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonEnum : IJsonModel
{
    /// <summary>The value that a text stands for; null where it stands for none. The value it is called on plays no part.</summary>
    object? Read(string? text);
}

/// <summary>What the values of an open enum have in common.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonEnum<T> : IJsonEnum, IEquatable<T>
#if NET7_0_OR_GREATER
    , IParsable<T>
#endif
    where T : struct, IJsonEnum<T>
{
}
