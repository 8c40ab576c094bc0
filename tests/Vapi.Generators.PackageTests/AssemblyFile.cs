using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Vapi.Generators.PackageTests;

/// <summary>An assembly and what it references, without loading it.</summary>
internal sealed record AssemblyFile(string Name, Version Version, IReadOnlyList<(string Name, Version Version)> References)
{
    public static AssemblyFile Read(Stream stream)
    {
        using var file = new PEReader(stream);
        MetadataReader metadata = file.GetMetadataReader();
        AssemblyDefinition definition = metadata.GetAssemblyDefinition();
        return new AssemblyFile(
            metadata.GetString(definition.Name),
            definition.Version,
            [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(r => (metadata.GetString(r.Name), r.Version))]);
    }

    /// <summary>All assemblies in a folder, by name.</summary>
    public static Dictionary<string, AssemblyFile> ReadAll(string folder)
        => Directory.EnumerateFiles(folder, "*.dll").Select(f => Read(File.OpenRead(f))).ToDictionary(a => a.Name);
}
