using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading;

/// <summary>Something to report about a document, before it is known which line it stands on.</summary>
/// <param name="Pointer">Where, as a JSON pointer in fragment form (RFC 6901, section 6).</param>
internal sealed record Finding(string Id, string Pointer, string[] Arguments)
{
    /// <summary>The file that the pointer leads into; null: the document with all that its references have brought together.</summary>
    public DocumentFile? File { get; init; }

    /// <summary>Where, when that is in a file that could not be read.</summary>
    public DocumentLocation? Location { get; init; }
}
