using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Model;
using Vapi.Generators.Reading.Files;

namespace Vapi.Generators;

/// <summary>The text of a document and its options. Two are equal if the compiler passes the same text.</summary>
internal sealed record DocumentSource(string Path, SourceText? Text, GeneratorOptions Options)
{
    private static readonly string[] FileNames = ["openapi.json", "openapi.yaml", "openapi.yml"];

    /// <summary>The other files that the document mentions, directly or through other files.</summary>
    public EquatableArray<ReferableFile> Others { get; init; } = [];

    /// <summary>The lock file next to the document; null if there is none.</summary>
    public SourceText? Lock { get; init; }

    /// <summary>The names lock next to the document; null if there is none.</summary>
    public ReferableFile? Names { get; init; }

    /// <summary>The overlays, in the order in which they apply.</summary>
    public EquatableArray<OverlayFile> Overlays { get; init; } = [];

    /// <summary>The namespaces whose types other documents use.</summary>
    public EquatableArray<WantedNamespace> WantedNamespaces { get; init; } = [];

    /// <summary>The types of another document that this document uses; null if the project has none.</summary>
    public SharedTypes? Shared { get; init; }

    public static bool IsDocument(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        string name = ReferableFile.FileName(file.Path);
        return !IsLock(name) && !OverlayPaths.IsOverlay(name) && (Array.Exists(FileNames, f => name.Equals(f, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + f, StringComparison.OrdinalIgnoreCase))
            || GeneratorOptions.IsDeclared(options.GetOptions(file)));
    }

    public static DocumentSource Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
        => new(file.Path, file.GetText(cancellationToken), GeneratorOptions.Read(options.GetOptions(file), options.GlobalOptions));

    /// <summary>The namespaces whose types other documents use.</summary>
    public static EquatableArray<WantedNamespace> FindWantedNamespaces(ImmutableArray<DocumentSource> documents) => documents
        .Where(d => d.Options.TypesFrom is not null)
        .GroupBy(d => d.Options.TypesFrom!, d => d.Options.HasFake, StringComparer.Ordinal)
        .OrderBy(n => n.Key, StringComparer.Ordinal)
        .Select(n => new WantedNamespace(n.Key, n.Any(hasFake => hasFake)))
        .ToEquatableArray();

    /// <summary>Returns the same document with the types that it uses.</summary>
    public DocumentSource WithTypes(ImmutableArray<SharedTypes?> types) => this with { Shared = types.FirstOrDefault(t => t?.Settings.Namespace == Options.TypesFrom) };

    /// <summary>Returns the same document with its lock files, its overlays and the files that it can reference: those whose names it mentions.</summary>
    public DocumentSource WithOthers(ImmutableArray<ReferableFile> files, CancellationToken cancellationToken)
    {
        string lockPath = DocumentLock.PathOf(Path);
        string namesPath = NamesLock.PathOf(Path);
        SourceText? pin = files.FirstOrDefault(f => f.Path.Equals(lockPath, StringComparison.OrdinalIgnoreCase))?.Text;
        ReferableFile? names = files.FirstOrDefault(f => f.Path.Equals(namesPath, StringComparison.OrdinalIgnoreCase));
        EquatableArray<OverlayFile> overlays = FindOverlays(files).ToEquatableArray();
        List<ReferableFile> left = [.. files.Where(f => f.Path != Path && !IsLock(f.Path))];
        var found = new List<ReferableFile>();
        var open = new Queue<SourceText>();
        if (Text is not null && left.Count > 0)
            open.Enqueue(Text);
        foreach (SourceText overlay in overlays.Select(o => o.Text).OfType<SourceText>())
            open.Enqueue(overlay);

        while (open.Count > 0 && left.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string text = open.Dequeue().ToString();
            List<ReferableFile> mentioned = left.FindAll(f => f.IsMentionedIn(text));
            left.RemoveAll(mentioned.Contains);
            found.AddRange(mentioned);
            foreach (ReferableFile file in mentioned)
                open.Enqueue(file.Text);
        }

        return found.Count == 0 && pin is null && names is null && overlays.Count == 0
            ? this
            : this with { Lock = pin, Names = names, Overlays = overlays, Others = found.OrderBy(f => f.Path, StringComparer.Ordinal).ToEquatableArray() };
    }

    /// <summary>The listed overlays, or else those next to the document.</summary>
    private IEnumerable<OverlayFile> FindOverlays(ImmutableArray<ReferableFile> files)
    {
        return Options.Overlays.Count > 0
            ? Options.Overlays.Select(o => Find(OverlayPaths.Resolve(Path, o)))
            : OverlayPaths.NextTo(Path).Select(Find).Where(o => o.Text is not null);

        OverlayFile Find(string path) => new(path, files.FirstOrDefault(f => DocumentFiles.IsSame(f.Path, path))?.Text);
    }

    private static bool IsLock(string path) => DocumentLock.IsLock(path) || NamesLock.IsNamesLock(path);
}

/// <summary>An overlay of a document.</summary>
/// <param name="Text">Null if there is no such file.</param>
internal sealed record OverlayFile(string Path, SourceText? Text);

/// <summary>An additional file that a document can reference.</summary>
internal sealed record ReferableFile(string Path, SourceText Text)
{
    private static readonly string[] Extensions = [".json", ".yaml", ".yml"];

    public static bool IsReferable(AdditionalText file) => Array.Exists(Extensions, e => file.Path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null if the file cannot be read.</summary>
    public static ReferableFile? Read(AdditionalText file, CancellationToken cancellationToken) => file.GetText(cancellationToken) is { } text ? new(file.Path, text) : null;

    /// <summary>The last segment of a path, on any operating system.</summary>
    public static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    public bool IsMentionedIn(string text)
    {
        string name = FileName(Path);
        return text.IndexOf(name, StringComparison.Ordinal) >= 0 || text.IndexOf(Uri.EscapeDataString(name), StringComparison.Ordinal) >= 0;
    }
}
