using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>The names of the assemblies whose types a signature has, in order.</summary>
internal sealed class AssembliesOfSignature : ISignatureTypeProvider<string[], object?>
{
    public static string[] Of(MethodSignature<string[]> signature) => [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(p => p)];

    public string[] GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        EntityHandle scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => [reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)],
            HandleKind.TypeReference => GetTypeFromReference(reader, (TypeReferenceHandle)scope, rawTypeKind),
            _ => [],
        };
    }

    public string[] GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
        => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string[] GetGenericInstantiation(string[] genericType, ImmutableArray<string[]> typeArguments) => [.. genericType, .. typeArguments.SelectMany(t => t)];

    public string[] GetFunctionPointerType(MethodSignature<string[]> signature) => Of(signature);

    public string[] GetModifiedType(string[] modifier, string[] unmodifiedType, bool isRequired) => [.. unmodifiedType, .. modifier];

    public string[] GetArrayType(string[] elementType, ArrayShape shape) => elementType;

    public string[] GetSZArrayType(string[] elementType) => elementType;

    public string[] GetByReferenceType(string[] elementType) => elementType;

    public string[] GetPointerType(string[] elementType) => elementType;

    public string[] GetPinnedType(string[] elementType) => elementType;

    public string[] GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [];

    public string[] GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public string[] GetGenericMethodParameter(object? genericContext, int index) => [];

    public string[] GetGenericTypeParameter(object? genericContext, int index) => [];
}
