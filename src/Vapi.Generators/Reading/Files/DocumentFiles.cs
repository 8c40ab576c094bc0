using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading.Files;

/// <summary>The files of a document: the document itself and the files that it can reference.</summary>
internal sealed class DocumentFiles(DocumentFile main, IEnumerable<(string Path, SourceText Text)> others)
{
    private readonly List<(string Path, SourceText Text)> _others = [.. others];

    private readonly Dictionary<string, DocumentFile> _read = new(StringComparer.OrdinalIgnoreCase);

    public DocumentFile Main { get; } = main;

    /// <summary>The total length of the files that were read, in bytes.</summary>
    public long Length { get; private set; } = main.Length;

    /// <summary>Finds the file that a reference leads to; null with the reason if there is none, and with the location if the file cannot be read.</summary>
    public DocumentFile? Find(DocumentFile from, string reference, CancellationToken cancellationToken, out (string Reason, DocumentLocation? Location) failure)
    {
        failure = default;
        if (reference.Length == 0)
            return from;
        if (reference.IndexOf("://", StringComparison.Ordinal) >= 0)
        {
            failure.Reason = "Nothing is downloaded during the build: save the file next to the document, refer to it by its relative path, and add it to AdditionalFiles";
            return null;
        }

        string path = Resolve(from.Path, reference);
        if (IsSame(path, Main.Path))
            return Main;
        if (_read.TryGetValue(path, out DocumentFile? known))
            return known;
        if (_others.FirstOrDefault(o => IsSame(o.Path, path)) is not { Text: { } text })
        {
            failure.Reason = $"The file is not one of the project's additional files: correct the path, or add <AdditionalFiles Include=\"{reference}\" />";
            return null;
        }

        if (DocumentFile.Read(path, text, isMain: false, cancellationToken, out (string, DocumentLocation) unreadable) is not { } file)
        {
            failure = unreadable;
            return null;
        }

        _read.Add(path, file);
        Length += file.Length;
        return file;
    }

    public static string WithoutExtension(string path)
    {
        int extension = path.LastIndexOf('.');
        return extension > path.LastIndexOfAny(['/', '\\']) ? path.Substring(0, extension) : path;
    }

    /// <summary>A path without dot segments. MSBuild passes <c>../api/openapi.json</c> as <c>/project/../api/openapi.json</c>.</summary>
    public static string Normalize(string path)
    {
        var segments = new List<string>();
        foreach (string segment in path.Split('/', '\\'))
        {
            if (segment == ".." && segments.Count > 1)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or ".."))
                segments.Add(segment);
        }

        return string.Join("/", segments);
    }

    /// <summary>Resolves a relative path as in RFC 3986, on any operating system.</summary>
    public static string Resolve(string from, string reference)
        => Normalize(reference[0] == '/' ? "/" + reference.TrimStart('/') : from.Substring(0, from.LastIndexOfAny(['/', '\\']) + 1) + reference);

    /// <summary>Whether two paths are the same file, on any operating system.</summary>
    public static bool IsSame(string path, string other) => Normalize(path).Equals(Normalize(other), StringComparison.OrdinalIgnoreCase);
}
