using System.Security.Cryptography;
using System.Text;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Tool.Uses;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>The effect of a change on code that uses the client, the most severe first.</summary>
internal enum ChangeGroup
{
    /// <summary>Code that uses the changed part no longer compiles.</summary>
    Breaking,

    /// <summary>Code compiles, but its behavior or results change.</summary>
    Behavior,

    New,

    Documentation,
}

/// <summary>Whether a type is used in requests, responses or both.</summary>
[Flags]
internal enum Direction
{
    None = 0,
    Request = 1,
    Response = 2,
    Both = Request | Response,
}

/// <summary>A difference between two documents, in terms of the generated C# code.</summary>
internal sealed record Change
{
    public required ChangeGroup Group { get; init; }

    /// <summary>The kind of change, for programs: <c>property-gone</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The C# name in the old document, or for an addition, in the new one: <c>Call.Status</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The rest of a sentence that starts with the name.</summary>
    public required string Text { get; init; }

    public string? Old { get; init; }

    public string? New { get; init; }

    public Direction Direction { get; init; }

    /// <summary>The location as a JSON pointer: in the new document, or for a removal, in the old one.</summary>
    public required string Pointer { get; init; }

    /// <summary>Other names that are removed or added with this one, such as the types of a removed property.</summary>
    public List<string> With { get; private init; } = [];

    /// <summary>The known places where the change breaks the project's code.</summary>
    public List<Use> Uses { get; } = [];

    /// <summary>The position in the new document. For a removal, the nearest part that exists. Line and column start at 1.</summary>
    public (string File, int Line, int Column) Place { get; init; }

    /// <summary>Equal for the same change in any two documents, regardless of its position.</summary>
    public string Fingerprint
    {
        get
        {
            const int Length = 12;
            string identity = string.Join("\n", Kind, Name, Old, New);
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..Length].ToLowerInvariant();
        }
    }

    /// <summary>Returns the change with escaped texts, which are safe in any report. All of the texts can come from a document.</summary>
    public Change Clean() => this with
    {
        Name = MessageText.Clean(Name),
        With = [.. With.Select(name => MessageText.Clean(name))],
        Old = Old is null ? null : MessageText.Clean(Old),
        New = New is null ? null : MessageText.Clean(New),
        Pointer = MessageText.Clean(Pointer),
        Place = (MessageText.Clean(Place.File), Place.Line, Place.Column),
    };
}
