namespace Vapi.Generators.Runtime;

/// <summary>A deviation of JSON from its schema in the document.</summary>
public sealed class ApiDeviation
{
    private const int MaxPointer = 500;

    internal ApiDeviation(string pointer, ApiDeviationKind kind, string expected, string found)
    {
        Pointer = pointer;
        Kind = kind;
        Expected = expected;
        Found = found;
    }

    /// <summary>The location of the value: a JSON pointer (RFC 6901), such as <c>/voice/speed</c>. It is empty for the whole value.</summary>
    public string Pointer { get; }

    /// <summary>What deviates.</summary>
    public ApiDeviationKind Kind { get; }

    /// <summary>What the document describes, such as <c>at least 1</c>.</summary>
    public string Expected { get; }

    /// <summary>What was found, such as <c>0</c>: a value in at most 100 characters, or a description. Control characters are escaped.</summary>
    public string Found { get; }

    /// <summary>Returns the pointer, the kind, what was expected and what was found.</summary>
    public override string ToString() => $"{(Pointer.Length == 0 ? "The value" : ApiRuntime.MessageText.Clean(Pointer, MaxPointer))}: {Kind}. Expected {Expected}, found {Found}.";
}
