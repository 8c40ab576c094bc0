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
public sealed partial class ModelConverter<
#if NET
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)]
#endif
    T> : JsonConverter<T>
    where T : IJsonModel
{
    /// <summary>Readers are instance methods, because not all target frameworks have static interface members.</summary>
    private static readonly T Blank = CreateBlank();

    /// <summary>Reads a value of the type.</summary>
    internal static readonly JsonItemReader<T> Reader = static (ref Utf8JsonReader reader) => (T?)Blank.Read(ref reader);

    /// <summary>The JSON kinds of the type. An open enum that accepts any text is a string.</summary>
    internal static JsonKinds Kinds => Blank is IJsonEnum key ? key.Read("a") is not null ? JsonKinds.String : JsonKinds.Number : default(T) is null ? JsonKinds.Object : JsonKinds.Values;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a value of the type.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Json.ReadForSerializer(ref reader, Reader, typeof(T).Name);

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is nested too deeply, or contains itself.</exception>
    /// <exception cref="ArgumentException">The value contains a number that JSON cannot represent.</exception>
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
