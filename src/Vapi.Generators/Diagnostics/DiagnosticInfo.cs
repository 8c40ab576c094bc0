using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators.Diagnostics;

/// <summary>A diagnostic as plain, comparable data. Its text is always clean.</summary>
internal sealed record DiagnosticInfo
{
    private readonly string _id;

    private readonly DocumentLocation? _location;

    private readonly Model.EquatableArray<string> _arguments;

    /// <param name="location">Null for a diagnostic about the project instead of a document.</param>
    /// <param name="arguments">They can contain any text.</param>
    public DiagnosticInfo(string id, DocumentLocation? location, params string[] arguments)
    {
        _id = id;
        _location = location;
        _arguments = [.. arguments.Select(MessageText.Clean)];
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptors.Find(_id), _location?.ToLocation() ?? Location.None, [.. _arguments]);
}

/// <summary>A location in a document, as an editor shows it.</summary>
internal sealed record DocumentLocation(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public Location ToLocation() => Location.Create(Path, Span, Lines);

    public static DocumentLocation Of(string path, SourceText text, TextSpan span) => new(path, span, text.Lines.GetLinePositionSpan(span));
}
