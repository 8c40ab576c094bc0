namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.ComponentModel;
using global::System.Text.Json;

/// <summary>A type that reads and writes itself as JSON. It is not generic, because each generic implementation adds metadata to the assembly.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel
{
    /// <summary>Reads the value at the reader's position into a new object. The current object is not used.</summary>
    object? Read(ref Utf8JsonReader reader);

    /// <summary>Writes the value at the writer's position.</summary>
    void Write(Utf8JsonWriter writer);
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
