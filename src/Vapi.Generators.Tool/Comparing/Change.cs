using System.Security.Cryptography;
using System.Text;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Tool.Uses;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>What a change means for code that uses the client, the worst first.</summary>
internal enum ChangeGroup
{
    /// <summary>Code that uses it does not compile any more.</summary>
    Breaking,

    /// <summary>Code compiles, and does or gets something else.</summary>
    Behavior,

    New,

    Documentation,
}

/// <summary>Who meets a type: whoever sends requests, whoever reads responses, or both.</summary>
[Flags]
internal enum Direction
{
    None = 0,
    Request = 1,
    Response = 2,
    Both = Request | Response,
}

/// <summary>One difference between two documents, in terms of the C# that is generated from them.</summary>
internal sealed record Change
{
    public required ChangeGroup Group { get; init; }

    /// <summary>What kind of change, for programs: <c>property-gone</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The C# name that it is about, as it is in the old document, or for something new, in the new one: <c>Call.Status</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The rest of a sentence that begins with the name.</summary>
    public required string Text { get; init; }

    public string? Old { get; init; }

    public string? New { get; init; }

    public Direction Direction { get; init; }

    /// <summary>Where it stands, as a JSON pointer: in the new document, or where it is gone, in the old one.</summary>
    public required string Pointer { get; init; }

    /// <summary>Other names that go with it, or come with it: the types of a property that is gone.</summary>
    public List<string> With { get; } = [];

    /// <summary>Where the project's code uses it, as far as it is known and the change breaks it.</summary>
    public List<Use> Uses { get; } = [];

    /// <summary>Where it is in the new document, or is no more; both begin at 1.</summary>
    public (string File, int Line, int Column) Place { get; init; }

    /// <summary>The same for the same change in any two documents, wherever it stands there.</summary>
    public string Fingerprint
    {
        get
        {
            const int Length = 12;
            string identity = string.Join("\n", Kind, Name, Old, New);
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..Length].ToLowerInvariant();
        }
    }

    /// <summary>The same change with texts that may stand in any report: all of them may come from a document.</summary>
    public Change Clean()
    {
        Change clean = this with
        {
            Name = MessageText.Clean(Name),
            Old = Old is null ? null : MessageText.Clean(Old),
            New = New is null ? null : MessageText.Clean(New),
            Pointer = MessageText.Clean(Pointer),
            Place = (MessageText.Clean(Place.File), Place.Line, Place.Column),
        };
        return clean;
    }
}
