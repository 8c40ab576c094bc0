namespace Vapi.Generators.Runtime;

// No type of a schema has a lowercase name, so none can hide these aliases.
#pragma warning disable CS8981
using generic = global::System.Collections.Generic;
using json = global::System.Text.Json;
using metadata = global::System.Text.Json.Serialization.Metadata;
#if NET
using trim = global::System.Diagnostics.CodeAnalysis;
#endif

/// <summary>
/// Returns the JSON metadata of single generated types, for the overloads of JsonSerializer, HttpClient and HttpContent that need no reflection. A program that is trimmed or compiled ahead of time
/// contains only the types that it requests here, while the resolver of a document adds all types of the document.
/// </summary>
public static partial class ApiJson
{
    private static readonly json::JsonSerializerOptions Options = new() { TypeInfoResolver = metadata::JsonTypeInfoResolver.Combine() };

    /// <summary>Returns the JSON metadata of a generated class, union or enum.</summary>
    public static metadata::JsonTypeInfo<T> Of<
#if NET
        [trim::DynamicallyAccessedMembers(trim::DynamicallyAccessedMemberTypes.PublicConstructors | trim::DynamicallyAccessedMemberTypes.NonPublicConstructors)]
#endif
        T>()
        where T : ApiRuntime.IJsonModel
        => Infos<T>.One;

    /// <summary>Returns the JSON metadata of a list of a generated class, union or enum. Reading leaves out items that do not match the type; writing puts them back in their positions.</summary>
    public static metadata::JsonTypeInfo<generic::IReadOnlyList<T>> ListOf<
#if NET
        [trim::DynamicallyAccessedMembers(trim::DynamicallyAccessedMemberTypes.PublicConstructors | trim::DynamicallyAccessedMemberTypes.NonPublicConstructors)]
#endif
        T>()
        where T : ApiRuntime.IJsonModel
        => Infos<T>.List;

    private static class Infos<
#if NET
        [trim::DynamicallyAccessedMembers(trim::DynamicallyAccessedMemberTypes.PublicConstructors | trim::DynamicallyAccessedMemberTypes.NonPublicConstructors)]
#endif
        T>
        where T : ApiRuntime.IJsonModel
    {
        private static metadata::JsonTypeInfo<T>? one;

        private static metadata::JsonTypeInfo<generic::IReadOnlyList<T>>? list;

        public static metadata::JsonTypeInfo<T> One => one ??= metadata::JsonMetadataServices.CreateValueInfo<T>(Options, new ApiRuntime.ModelConverter<T>());

        public static metadata::JsonTypeInfo<generic::IReadOnlyList<T>> List
            => list ??= metadata::JsonMetadataServices.CreateValueInfo<generic::IReadOnlyList<T>>(Options, new ApiRuntime.ListConverter<T>());
    }
}
