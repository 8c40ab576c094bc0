using System.Collections.ObjectModel;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;

namespace Vapi.Generators.Reading.Findings;

/// <summary>Something to report about a document, before it is known which line it stands on.</summary>
/// <param name="Pointer">Where, as a JSON pointer in fragment form (RFC 6901, section 6).</param>
internal sealed record Finding(string Id, string Pointer, string[] Arguments)
{
    /// <summary>The file that the pointer leads into; null: the document with all that its references have brought together.</summary>
    public DocumentFile? File { get; init; }

    /// <summary>Where, when that is in a file that could not be read.</summary>
    public DocumentLocation? Location { get; init; }
}

/// <summary>The findings about a document, of which nobody reads more than a few thousand: what is said is short, and the last one says that there are more.</summary>
internal sealed class FindingList : Collection<Finding>
{
    private const int Max = 10_000;

    /// <summary>How long their pointers may be together, in characters: each may have long names in it.</summary>
    private const int MaxLength = 20_000_000;

    private int _length;

    /// <summary>Whether nothing is added any more.</summary>
    public bool IsFull { get; private set; }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
            Add(finding);
    }

    protected override void InsertItem(int index, Finding item)
    {
        if (IsFull)
            return;

        _length += item.Pointer.Length;
        IsFull = Count >= Max || _length > MaxLength;
        base.InsertItem(index, IsFull
            ? new Finding(Descriptors.DocumentDeviates.Id, "#", ["there are more problems than are listed"])
            : item with { Arguments = Array.ConvertAll(item.Arguments, MessageText.Clean) });
    }
}
