using System.Text.Json.Nodes;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Findings;

namespace Vapi.Generators.Reading.Trees;

/// <summary>A document with the targets of all its references, as one tree.</summary>
internal sealed class DocumentBundle(DocumentFile main, JsonObject root)
{
    private readonly Dictionary<string, (DocumentFile File, string Pointer)> _origins = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _moves = new(StringComparer.Ordinal);

    public DocumentFile Main { get; } = main;

    public JsonObject Root { get; } = root;

    /// <summary>Records that a part of the tree has another location in the files.</summary>
    public void AddOrigin(string pointer, DocumentFile file, string origin) => _origins[pointer] = (file, origin);

    /// <summary>Records that a part of the tree had another location in it, before the other records.</summary>
    public void Move(string pointer, string earlier) => _moves[pointer] = earlier;

    /// <summary>Returns the locations of findings in the files, in the same order.</summary>
    public DocumentLocation[] Locate(IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var locations = new DocumentLocation[findings.Count];
        var origins = findings.Select((finding, i) => (Index: i, Origin: Origin(finding)));
        foreach (IGrouping<DocumentFile, (int Index, (DocumentFile File, string Pointer) Origin)> file in origins.GroupBy(o => o.Origin.File))
        {
            DocumentLocation[] found = file.Key.Index.Locate([.. file.Select(o => o.Origin.Pointer)], cancellationToken);
            foreach ((int index, DocumentLocation location) in file.Select((o, i) => (o.Index, found[i])))
                locations[index] = findings[index].Location ?? location;
        }

        return locations;
    }

    private (DocumentFile File, string Pointer) Origin(Finding finding) => finding.File is { } file ? file.Trace(finding.Pointer) : Origin(finding.Pointer);

    /// <summary>The location of a part of the tree in the files.</summary>
    public (DocumentFile File, string Pointer) Origin(string pointer)
    {
        if (DocumentPointer.FindNearest(_moves, pointer) is { } move)
            pointer = move.Value + pointer.Substring(move.Length);

        return DocumentPointer.FindNearest(_origins, pointer) is { } origin
            ? origin.Value.File.Trace(origin.Value.Pointer + pointer.Substring(origin.Length))
            : Main.Trace(pointer);
    }
}
