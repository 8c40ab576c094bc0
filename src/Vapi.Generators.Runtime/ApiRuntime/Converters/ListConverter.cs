namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
#if NET
using global::System.Diagnostics.CodeAnalysis;
#endif
using global::System.Text.Json;
using global::System.Text.Json.Serialization;

/// <summary>Lets <see cref="JsonSerializer"/> read and write a list like the client: an item that does not match its type does not affect the others.</summary>
internal sealed class ListConverter<
#if NET
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)]
#endif
    T> : JsonConverter<IReadOnlyList<T>>
    where T : IJsonModel
{
    private static readonly JsonItemReader<IReadOnlyList<T>> Reader = static (ref Utf8JsonReader reader) => Json.ReadList<T>(ref reader, ModelConverter<T>.Kinds, ModelConverter<T>.Reader);

    public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Json.ReadForSerializer(ref reader, Reader, $"a list of {typeof(T).Name}");

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) => Json.WriteModelList(writer, value);
}
