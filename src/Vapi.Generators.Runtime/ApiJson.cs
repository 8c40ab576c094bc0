namespace Vapi.Generators.Runtime;

// No schema's type has a name in lower case, so that none hides these.
#pragma warning disable CS8981
using generic = global::System.Collections.Generic;
using json = global::System.Text.Json;
using metadata = global::System.Text.Json.Serialization.Metadata;
#if NET
using trim = global::System.Diagnostics.CodeAnalysis;
#endif

/// <summary>
/// The metadata of generated types one by one, for the overloads of JsonSerializer, HttpClient and HttpContent that need no reflection. A program that is trimmed or compiled ahead of time
/// takes in what it asks for here, while the resolver of a document takes in all of the document.
/// </summary>
public static partial class ApiJson
{
    private static readonly json::JsonSerializerOptions Options = new() { TypeInfoResolver = metadata::JsonTypeInfoResolver.Combine() };

    /// <summary>The metadata of a generated class, union or enum.</summary>
    public static metadata::JsonTypeInfo<T> Of<
#if NET
        [trim::DynamicallyAccessedMembers(trim::DynamicallyAccessedMemberTypes.PublicConstructors | trim::DynamicallyAccessedMemberTypes.NonPublicConstructors)]
#endif
        T>()
        where T : ApiRuntime.IJsonModel
        => Infos<T>.One;

    /// <summary>The metadata of a list of a generated class, union or enum. An item that does not fit is left out when it is read, and written back in its place.</summary>
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
