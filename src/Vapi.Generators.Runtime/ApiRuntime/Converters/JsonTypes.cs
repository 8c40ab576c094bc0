namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
#if NET
using global::System.Diagnostics.CodeAnalysis;
#endif
using global::System.Text.Json;
using global::System.Text.Json.Serialization.Metadata;

/// <summary>The metadata for <see cref="JsonSerializer"/> of a generated type, and of lists and dictionaries of it.</summary>
internal static class JsonTypes
{
    /// <summary>The item type of a collection, or the type itself.</summary>
    public static Type ElementOf(Type type)
    {
        if (type.IsArray)
            return type.GetElementType()!;
        if (!type.IsGenericType)
            return type;

        Type[] arguments = type.GetGenericArguments();
        return arguments[arguments.Length - 1];
    }

    /// <summary>A number from 0 to 63 that is the same in every process.</summary>
    public static int GroupOf(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name)
            hash = unchecked((hash ^ c) * 16777619);

        return (int)(hash % 64);
    }

    /// <summary>The metadata of a type or of a collection of it; null for any other type.</summary>
    public static JsonTypeInfo? Find<
#if NET
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)]
#endif
        T>(Type type, JsonSerializerOptions options)
        where T : IJsonModel
    {
        if (type == typeof(T))
            return JsonMetadataServices.CreateValueInfo<T>(options, new ModelConverter<T>());
        if (type == typeof(List<T>))
            return JsonMetadataServices.CreateListInfo<List<T>, T>(options, new() { ObjectCreator = static () => new List<T>() });
        if (type == typeof(T[]))
            return JsonMetadataServices.CreateArrayInfo<T>(options, new());
        if (type == typeof(IReadOnlyList<T>))
            return JsonMetadataServices.CreateValueInfo<IReadOnlyList<T>>(options, new ListConverter<T>());
        if (type == typeof(IEnumerable<T>))
            return JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new());
        if (type == typeof(IAsyncEnumerable<T>))
            return JsonMetadataServices.CreateIAsyncEnumerableInfo<IAsyncEnumerable<T>, T>(options, new());
        if (type == typeof(Dictionary<string, T>))
            return JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, T>, string, T>(options, new() { ObjectCreator = static () => new Dictionary<string, T>(), KeyInfo = Key(options) });
        if (type == typeof(IReadOnlyDictionary<string, T>))
            return JsonMetadataServices.CreateIReadOnlyDictionaryInfo<IReadOnlyDictionary<string, T>, string, T>(options, new() { KeyInfo = Key(options) });

        return null;
    }

    /// <summary>The same for a struct, which also has a nullable form.</summary>
    public static JsonTypeInfo? FindValue<
#if NET
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)]
#endif
        T>(Type type, JsonSerializerOptions options)
        where T : struct, IJsonModel
        => type == typeof(T?)
            ? JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(JsonMetadataServices.CreateValueInfo<T>(options, new ModelConverter<T>())))
            : Find<T>(type, options);

    private static JsonTypeInfo<string> Key(JsonSerializerOptions options)
        => JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter);
}
