using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators.Tests.Samples;

/// <summary>A text in which <c>[|…|]</c> marks a place.</summary>
internal sealed record MarkedText(string Text, LinePositionSpan Span)
{
    public static MarkedText Parse(string marked)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        string text = marked.Remove(end + 2, 2).Remove(start, 2);
        return new MarkedText(text, SourceText.From(text).Lines.GetLinePositionSpan(TextSpan.FromBounds(start, end)));
    }

    /// <summary>Demands that a diagnostic stands at the mark.</summary>
    public void RequireAt(Diagnostic diagnostic, string path = InputDocument.DefaultPath)
    {
        FileLinePositionSpan location = diagnostic.Location.GetLineSpan();
        Assert.Equal(path, location.Path);
        Assert.True(location.Span == Span, $"Expected {Span}, but it stands at {location.Span}: {diagnostic}");
    }
}
