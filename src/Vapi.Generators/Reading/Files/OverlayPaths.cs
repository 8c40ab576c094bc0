namespace Vapi.Generators.Reading.Files;

/// <summary>The paths of overlay files.</summary>
internal static class OverlayPaths
{
    private static readonly string[] Extensions = [".overlay.json", ".overlay.yaml", ".overlay.yml"];

    public static bool IsOverlay(string path) => Array.Exists(Extensions, e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>The possible paths of the overlays next to a document, in the order in which they apply: <c>openapi.overlay.yaml</c> next to <c>openapi.json</c>.</summary>
    public static IEnumerable<string> NextTo(string document) => Extensions.Select(e => DocumentFiles.WithoutExtension(document) + e);

    /// <summary>Resolves a path of the project.</summary>
    /// <param name="from">The folder, with a separator at its end, or a file in it; empty if it is unknown.</param>
    public static string Resolve(string from, string path)
    {
        bool isRooted = path[0] is '/' or '\\' || path.Length > 1 && path[1] == ':';
        return isRooted || from.Length == 0 ? path : DocumentFiles.Resolve(from, path);
    }
}
