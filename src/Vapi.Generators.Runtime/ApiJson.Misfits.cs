namespace Vapi.Generators.Runtime;

/// <content>Values of a response that do not match the document.</content>
public static partial class ApiJson
{
    /// <summary>
    /// Returns the values within an object that did not match the types in the document, also in nested objects, lists and maps. Such a property has no value, and such an item is left out,
    /// but their JSON is kept and written back. This method serializes the object once to find them.
    /// </summary>
    public static global::System.Collections.Generic.IReadOnlyList<ApiMisfit> Misfits(ApiRuntime.IJsonModel value) => ApiRuntime.Json.FindMisfits(value.Write);

    /// <inheritdoc cref="Misfits(ApiRuntime.IJsonModel)"/>
    public static global::System.Collections.Generic.IReadOnlyList<ApiMisfit> Misfits<T>(global::System.Collections.Generic.IReadOnlyList<T> values)
        => ApiRuntime.Json.FindMisfits(writer => ApiRuntime.Json.WriteList(writer, values, WriteModels));

    /// <inheritdoc cref="Misfits(ApiRuntime.IJsonModel)"/>
    public static global::System.Collections.Generic.IReadOnlyList<ApiMisfit> Misfits<T>(global::System.Collections.Generic.IReadOnlyDictionary<string, T> values)
        => ApiRuntime.Json.FindMisfits(writer => ApiRuntime.Json.WriteMap(writer, values, WriteModels));

    /// <summary>Only generated types, and lists and maps of them, can contain misfits.</summary>
    private static void WriteModels<T>(global::System.Text.Json.Utf8JsonWriter writer, T value)
    {
        if (value is ApiRuntime.IJsonModel model)
            model.Write(writer);
        else if (value is ApiRuntime.PartialCollection collection)
            collection.Write(writer, WriteModels);
        else
            writer.WriteNullValue();
    }
}
