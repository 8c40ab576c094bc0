namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.ComponentModel;
using global::System.Text.Json;

/// <summary>A type that reads and writes itself as JSON. It is not generic: what each type says of it would name the type again.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel
{
    /// <summary>Reads the value at the reader's position into a new object; the object it is called on plays no part.</summary>
    object? Read(ref Utf8JsonReader reader);

    /// <summary>Writes the value at the writer's position.</summary>
    void Write(Utf8JsonWriter writer);
}

/// <summary>Tells the constructor for readers, which leaves required members to the JSON, from the public one.</summary>
internal readonly struct JsonConstructor
{
}

/// <summary>Reads a value; null when it is JSON null.</summary>
internal delegate T? JsonItemReader<T>(ref Utf8JsonReader reader);

/// <summary>Reads the value of a property. The cursor handles a value that the type cannot represent.</summary>
internal delegate T JsonPropertyReader<T>(ref Utf8JsonReader reader, ref JsonCursor cursor);

/// <summary>Writes a value.</summary>
internal delegate void JsonItemWriter<T>(Utf8JsonWriter writer, T value);
