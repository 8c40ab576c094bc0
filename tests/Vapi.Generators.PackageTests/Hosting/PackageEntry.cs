using System.IO.Compression;

namespace Vapi.Generators.PackageTests.Hosting;

internal static class PackageEntry
{
    /// <summary>The content of a file in a package.</summary>
    public static byte[] Bytes(this ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
