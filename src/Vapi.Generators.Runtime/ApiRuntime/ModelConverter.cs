namespace Vapi.Generators.Runtime.ApiRuntime;

using System;
using System.ComponentModel;
#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

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
        try
        {
            return Blank.Read(ref reader);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.Write(writer);

    private static T CreateBlank()
    {
        if (default(T) is { } value)
            return value;
#if NET
        return (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
#else
        return (T)System.Runtime.Serialization.FormatterServices.GetUninitializedObject(typeof(T));
#endif
    }
}
