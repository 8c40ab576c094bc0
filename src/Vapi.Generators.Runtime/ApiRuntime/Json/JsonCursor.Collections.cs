namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.Collections.Generic;
using global::System.Text.Json;

/// <content>Values whose reader is code of the document. The methods return false while the object is read, so that the caller reads the value.</content>
internal partial struct JsonCursor
{
    /// <summary>The most frequent list.</summary>
    public readonly void Strings(ref Utf8JsonReader reader, ref IReadOnlyList<string>? value)
    {
        if (Writer is null)
            value = Json.ReadStrings(ref reader);
        else
            Json.WriteStrings(Named, value);
    }

    /// <summary>An object with any values.</summary>
    public readonly void FreeForm(ref Utf8JsonReader reader, ref IReadOnlyDictionary<string, JsonElement>? value)
    {
        if (Writer is null)
            value = Json.ReadFreeForm(ref reader);
        else
            Json.WriteMap(Named, value, static (writer, entry) => Json.WriteElement(writer, entry));
    }

    public readonly bool TryWrite(ApiObject? value)
    {
        if (Writer is null)
            return false;

        Json.WriteObject(Named, value);
        return true;
    }

    public readonly bool TryWriteUnion<T>(T value)
        where T : struct, global::System.Runtime.CompilerServices.IUnion, IJsonModel
    {
        if (Writer is null)
            return false;

        Json.WriteUnion(Named, value);
        return true;
    }

    public readonly bool TryWriteModelList<T>(IReadOnlyList<T>? value)
        where T : IJsonModel
    {
        if (Writer is null)
            return false;

        Json.WriteModelList(Named, value);
        return true;
    }

    public readonly bool TryWriteModelMap<T>(IReadOnlyDictionary<string, T>? value)
        where T : IJsonModel
    {
        if (Writer is null)
            return false;

        Json.WriteModelMap(Named, value);
        return true;
    }

    public readonly bool TryWriteList<T>(IReadOnlyList<T>? value, JsonItemWriter<T> write)
    {
        if (Writer is null)
            return false;

        Json.WriteList(Named, value, write);
        return true;
    }

    public readonly bool TryWriteMap<T>(IReadOnlyDictionary<string, T>? value, JsonItemWriter<T> write)
    {
        if (Writer is null)
            return false;

        Json.WriteMap(Named, value, write);
        return true;
    }
}
