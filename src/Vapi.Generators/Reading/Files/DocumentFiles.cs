using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading.Files;

/// <summary>The files of a document: the one that is generated from, and those that it may refer to.</summary>
internal sealed class DocumentFiles(DocumentFile main, IEnumerable<(string Path, SourceText Text)> others)
{
    private readonly List<(string Path, SourceText Text)> _others = [.. others];

    private readonly Dictionary<string, DocumentFile> _read = new(StringComparer.OrdinalIgnoreCase);

    public DocumentFile Main { get; } = main;

    /// <summary>How long all are that were read, in bytes.</summary>
    public long Length { get; private set; } = main.Length;

    /// <summary>The file that a reference in another one leads to; null and the reason when there is none, and where that shows when it is in the file.</summary>
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

    /// <summary>A relative path, as RFC 3986 resolves it, on any operating system.</summary>
    private static string Resolve(string from, string reference)
    {
        List<string> segments = [.. from.Split('/', '\\')];
        segments.RemoveAt(segments.Count - 1);
        if (reference[0] == '/')
            segments = [""];

        foreach (string segment in reference.TrimStart('/').Split('/', '\\'))
        {
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or ".."))
                segments.Add(segment);
        }

        return string.Join("/", segments);
    }

    private static bool IsSame(string path, string other) => path.Replace('\\', '/').Equals(other.Replace('\\', '/'), StringComparison.OrdinalIgnoreCase);
}
