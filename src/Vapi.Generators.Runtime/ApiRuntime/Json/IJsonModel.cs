namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.ComponentModel;
using global::System.Text.Json;

/// <summary>A type that writes itself as JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel
{
    /// <summary>Writes the value at the writer's position.</summary>
    void Write(Utf8JsonWriter writer);
}

/// <summary>A type that reads itself from JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel<T> : IJsonModel
{
    /// <summary>Reads the value at the reader's position into a new object. The current object is not used.</summary>
    T? Read(ref Utf8JsonReader reader);
}

/// <summary>Marks the constructor for readers, which does not require required members.</summary>
internal readonly struct JsonConstructor
{
}

/// <summary>Reads a value; null when it is JSON null.</summary>
internal delegate T? JsonItemReader<T>(ref Utf8JsonReader reader);

/// <summary>Reads the value of a property. The cursor handles a value that the type cannot represent.</summary>
internal delegate T JsonPropertyReader<T>(ref Utf8JsonReader reader, ref JsonCursor cursor);

/// <summary>Writes a value.</summary>
internal delegate void JsonItemWriter<T>(Utf8JsonWriter writer, T value);
