using System.Text.Json.Nodes;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading;

/// <summary>A document with everything that its references lead to, as one tree.</summary>
internal sealed class DocumentBundle(DocumentFile main, JsonObject root)
{
    private readonly Dictionary<string, (DocumentFile File, string Pointer)> _origins = new(StringComparer.Ordinal);

    public DocumentFile Main { get; } = main;

    public JsonObject Root { get; } = root;

    /// <summary>Notes that a part of the tree stands elsewhere in the files.</summary>
    public void AddOrigin(string pointer, DocumentFile file, string origin) => _origins[pointer] = (file, origin);

    /// <summary>Where findings stand in the files, in the same order.</summary>
    public DocumentLocation[] Locate(IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var locations = new DocumentLocation[findings.Count];
        var origins = findings.Select((finding, i) => (Index: i, Origin: Origin(finding)));
        foreach (IGrouping<DocumentFile, (int Index, (DocumentFile File, string Pointer) Origin)> file in origins.GroupBy(o => o.Origin.File))
        {
            DocumentLocation[] found = file.Key.Index.Locate([.. file.Select(o => o.Origin.Pointer)], cancellationToken);
            foreach ((int index, DocumentLocation location) in file.Select((o, i) => (o.Index, found[i])))
                locations[index] = location;
        }

        return locations;
    }

    private (DocumentFile File, string Pointer) Origin(Finding finding)
    {
        if (finding.File is { } file)
            return (file, finding.Pointer);

        // The nearest part that is known to stand elsewhere.
        for (int end = finding.Pointer.Length; end > 0 && _origins.Count > 0; end = finding.Pointer.LastIndexOf('/', end - 1))
        {
            if (_origins.TryGetValue(finding.Pointer.Substring(0, end), out (DocumentFile File, string Pointer) origin))
                return (origin.File, origin.Pointer + finding.Pointer.Substring(end));
        }

        return (Main, finding.Pointer);
    }
}
