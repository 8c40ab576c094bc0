using Vapi.Generators.Reading.Files;

namespace Vapi.Generators.Tool.Documents;

/// <summary>The overlay files of a document on the disk.</summary>
internal static class ProjectOverlays
{
    /// <summary>Reads the overlays in the order in which they apply: those of the command line, or else those of the project, or else those next to the document.</summary>
    /// <param name="listed">The paths on the command line.</param>
    /// <param name="options">The options of the project for the document.</param>
    /// <exception cref="ToolException">A file does not exist.</exception>
    public static IReadOnlyList<Overlay> Read(IReadOnlyList<string> listed, GeneratorOptions options, string document)
    {
        IEnumerable<string> paths = listed.Count > 0 ? listed.Select(Path.GetFullPath)
            : options.Overlays.Count > 0 ? options.Overlays.Select(o => OverlayPaths.Resolve(document, o))
            : OverlayPaths.NextTo(document).Where(File.Exists);
        return [.. paths.Select(p => File.Exists(p) ? new Overlay(p, File.ReadAllBytes(p)) : throw new ToolException($"There is no overlay {p}"))];
    }
}

/// <summary>An overlay file.</summary>
internal sealed record Overlay(string Path, byte[] Bytes)
{
    public string Sha256 => ApiDocument.Hash(Bytes);
}
