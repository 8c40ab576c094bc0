using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>An assembly, what it references, and which members of others it uses, without loading it.</summary>
internal sealed record AssemblyFile(string Name, Version Version, IReadOnlyDictionary<string, Version> References, IReadOnlyList<UsedMember> Members)
{
    public static AssemblyFile Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        AssemblyDefinition definition = metadata.GetAssemblyDefinition();
        return new AssemblyFile(
            metadata.GetString(definition.Name),
            definition.Version,
            metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).ToDictionary(r => metadata.GetString(r.Name), r => r.Version),
            [.. metadata.MemberReferences.Select(metadata.GetMemberReference).Select(m => Read(m, metadata)).OfType<UsedMember>()]);
    }

    /// <summary>All assemblies in a folder, by name.</summary>
    public static Dictionary<string, AssemblyFile> ReadAll(string folder) => Directory.EnumerateFiles(folder, "*.dll").Select(Read).ToDictionary(a => a.Name);

    private static UsedMember? Read(MemberReference member, MetadataReader metadata)
    {
        var assemblies = new AssembliesOfSignature();
        string[] owner = member.Parent.Kind switch
        {
            HandleKind.TypeReference => assemblies.GetTypeFromReference(metadata, (TypeReferenceHandle)member.Parent, 0),
            HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)member.Parent).DecodeSignature(assemblies, null),
            _ => [],
        };
        if (owner.Length == 0)
            return null;

        string[] types = member.GetKind() == MemberReferenceKind.Method
            ? AssembliesOfSignature.Of(member.DecodeMethodSignature(assemblies, null))
            : member.DecodeFieldSignature(assemblies, null);
        return new UsedMember(metadata.GetString(member.Name), owner[0], [.. types.Distinct()]);
    }
}

/// <summary>A member of another assembly.</summary>
/// <param name="Owner">The assembly that declares it.</param>
/// <param name="Types">The assemblies of the types in its signature.</param>
internal sealed record UsedMember(string Name, string Owner, IReadOnlyList<string> Types);
