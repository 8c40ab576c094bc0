namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.ComponentModel;
#if NET
using global::System.Diagnostics.CodeAnalysis;
#endif
using global::System.Runtime.CompilerServices;
using global::System.Text.Json;
using global::System.Text.Json.Serialization;

/// <summary>Lets <see cref="JsonSerializer"/> read and write every generated type through the type's own JSON code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelConverter<
#if NET
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)]
#endif
    T> : JsonConverter<T>
    where T : IJsonModel<T>
{
    /// <summary>Reading needs a value to call: static interface members are not everywhere.</summary>
    private static readonly T Blank = CreateBlank();

    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a value of the type.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Utf8JsonReader start = reader;
        try
        {
            return Blank.Read(ref reader);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or JsonException or InsufficientExecutionStackException)
        {
            // A copy of the reader found what is no JSON: this reader goes there too, so that the serializer names that place.
            if (exception is JsonException { LineNumber: not null })
                Json.MoveToError(ref reader, start);

            // The serializer adds the path of this value; the way on from here is only known here.
            throw new JsonException($"{exception.Message} In {typeof(T).Name}: {Json.Locate(start, reader.TokenStartIndex)}.", exception);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is nested too deep, or contains itself.</exception>
    /// <exception cref="ArgumentException">It has a number that JSON does not have.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        try
        {
            value.Write(writer);
        }
        catch (Exception exception) when (exception is not ArgumentException && Json.WhyRefused(writer, exception) is not null)
        {
            throw new JsonException($"{typeof(T).Name} cannot be written as JSON. {Json.WhyRefused(writer, exception)}", exception);
        }
    }

    private static T CreateBlank()
    {
        if (default(T) is { } value)
            return value;
#if NET
        return (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
#else
        return (T)global::System.Runtime.Serialization.FormatterServices.GetUninitializedObject(typeof(T));
#endif
    }
}
