using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators.Emitting.Writing;

/// <summary>
/// The texts of the files. The driver keeps the result of a step, and the files that this result does not change from the run before. An equal text is the same object in both, so that it is kept in
/// memory once. The texts are held weakly: they live as long as a driver or a compilation has them.
/// </summary>
internal static class SourceTexts
{
    /// <summary>Some large documents, in case that an IDE has many projects open.</summary>
    private const int MaxCount = 20_000;

    private static readonly ConcurrentDictionary<string, WeakReference<SourceText>> Last = new(StringComparer.Ordinal);

    /// <summary>The text of a file, as the object that the last run had for this file if it is the same text.</summary>
    public static SourceText Of(string hintName, string text)
    {
        SourceText created = SourceText.From(text, Encoding.UTF8);
        if (Last.TryGetValue(hintName, out WeakReference<SourceText>? reference) && reference.TryGetTarget(out SourceText? last) && last.ContentEquals(created))
            return last;

        if (Last.Count >= MaxCount)
            Last.Clear();

        Last[hintName] = new WeakReference<SourceText>(created);
        return created;
    }
}
