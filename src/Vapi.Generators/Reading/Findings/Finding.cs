using System.Collections.ObjectModel;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;

namespace Vapi.Generators.Reading.Findings;

/// <summary>A problem in a document, before its line is known.</summary>
/// <param name="Pointer">The location, as a JSON pointer in fragment form (RFC 6901, section 6).</param>
internal sealed record Finding(string Id, string Pointer, string[] Arguments)
{
    /// <summary>The file that the pointer refers to; null for the bundled document.</summary>
    public DocumentFile? File { get; init; }

    /// <summary>The location in a file that could not be read.</summary>
    public DocumentLocation? Location { get; init; }
}

/// <summary>The findings about a document, up to a limit. Their arguments are shortened, and the last finding says that there are more.</summary>
internal sealed class FindingList : Collection<Finding>
{
    private const int Max = 10_000;

    /// <summary>The maximum total length of their pointers in characters, because each can contain long names.</summary>
    private const int MaxLength = 20_000_000;

    private int _length;

    /// <summary>Whether the limit is reached. Further findings are dropped.</summary>
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
