using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators.Diagnostics;

/// <summary>A diagnostic as plain, comparable data.</summary>
internal sealed record DiagnosticInfo
{
    public required string Id { get; init; }

    /// <summary>Null: about the project, not about a document.</summary>
    public required DocumentLocation? Location { get; init; }

    public required Model.EquatableArray<string> Arguments { get; init; }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptors.Find(Id), Location?.ToLocation() ?? Microsoft.CodeAnalysis.Location.None, [.. Arguments]);
}

/// <summary>A place in a document, as an editor shows it.</summary>
internal sealed record DocumentLocation(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public Location ToLocation() => Location.Create(Path, Span, Lines);

    public static DocumentLocation Of(string path, SourceText text, TextSpan span) => new(path, span, text.Lines.GetLinePositionSpan(span));
}
