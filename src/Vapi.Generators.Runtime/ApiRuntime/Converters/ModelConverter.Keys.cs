namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Text.Json;

/// <content>Open enums as the keys of dictionaries.</content>
public sealed partial class ModelConverter<T>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The name is not a value of the type.</exception>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (Blank is not IJsonEnum keys)
            return base.ReadAsPropertyName(ref reader, typeToConvert, options);

        string name = reader.GetString()!;
        return keys.Read(name) is T key ? key : throw new JsonException($"'{name}' is not a valid {typeof(T).Name}.");
    }

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (Blank is IJsonEnum)
            writer.WritePropertyName(value!.ToString()!);
        else
            base.WriteAsPropertyName(writer, value, options);
    }
}
