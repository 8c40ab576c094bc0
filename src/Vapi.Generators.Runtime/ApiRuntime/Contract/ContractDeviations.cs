namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.Text;
using global::System.Text.Json;

/// <summary>The deviations that a check found, as positions in the text. Their pointers and texts are created at the end.</summary>
internal sealed class ContractDeviations
{
    /// <summary>The maximum number of deviations. A hostile value could have millions.</summary>
    public const int Max = 100;

    private const int MaxQuote = 100;

    private readonly List<Draft> _drafts = new();

    public int Count => _drafts.Count;

    public bool IsFull => _drafts.Count >= Max;

    /// <summary>The number of deviations that make the value invalid.</summary>
    public int Violations { get; private set; }

    /// <param name="kind">What deviates.</param>
    /// <param name="expected">What the document describes.</param>
    /// <param name="path">The names and indexes that lead to the value.</param>
    /// <param name="start">The position of the value that was found; -1 if nothing was found there.</param>
    /// <param name="found">What was found; null for the value itself.</param>
    public void Add(ApiDeviationKind kind, string expected, ReadOnlySpan<ContractStep> path, long start, string? found = null)
    {
        if (IsFull)
            return;
        if (kind != ApiDeviationKind.UnknownProperty)
            Violations++;

        _drafts.Add(new Draft(kind, expected, path.ToArray(), start, found));
    }

    public void AddRange(ContractDeviations others)
    {
        foreach (Draft draft in others._drafts)
        {
            if (!IsFull)
                _drafts.Add(draft);
        }

        Violations += others.Violations;
    }

    /// <param name="utf8">The text that was checked.</param>
    /// <param name="secrets">The texts that must not appear; null if there are none.</param>
    public IReadOnlyList<ApiDeviation> ToList(ReadOnlySpan<byte> utf8, SecretTexts? secrets)
    {
        if (_drafts.Count == 0)
            return Array.Empty<ApiDeviation>();

        var deviations = new ApiDeviation[_drafts.Count];
        for (int i = 0; i < deviations.Length; i++)
        {
            Draft draft = _drafts[i];
            deviations[i] = new ApiDeviation(Hide(Pointer(draft.Path, utf8), secrets), draft.Kind, draft.Expected, draft.Found ?? MessageText.Clean(Hide(Quote(utf8, draft.Start), secrets), MaxQuote));
        }

        return deviations;
    }

    private static string Hide(string text, SecretTexts? secrets) => secrets is null ? text : secrets.Redact(text);

    private static string Pointer(ContractStep[] path, ReadOnlySpan<byte> utf8)
    {
        var pointer = new StringBuilder();
        foreach (ContractStep step in path)
            pointer.Append('/').Append(JsonPointerText.Escape(step.Name(utf8)));

        return pointer.ToString();
    }

    /// <summary>The JSON of a value without parts; the kind of another one.</summary>
    private static string Quote(ReadOnlySpan<byte> utf8, long start)
    {
        if (start < 0)
            return "nothing";

        switch ((char)utf8[(int)start])
        {
            case '{':
                return "an object";
            case '[':
                return "an array";
        }

        var reader = new Utf8JsonReader(utf8.Slice((int)start));
        reader.Read();
        return Encoding.UTF8.GetString(utf8.Slice((int)start, (int)reader.BytesConsumed).ToArray());
    }

    private sealed class Draft
    {
        public Draft(ApiDeviationKind kind, string expected, ContractStep[] path, long start, string? found)
        {
            Kind = kind;
            Expected = expected;
            Path = path;
            Start = start;
            Found = found;
        }

        public ApiDeviationKind Kind { get; }

        public string Expected { get; }

        public ContractStep[] Path { get; }

        public long Start { get; }

        public string? Found { get; }
    }
}

/// <summary>A step of a pointer: the position of a name in the text, the index of an item, or a name that the text does not have.</summary>
internal readonly struct ContractStep
{
    private readonly long _position;

    private readonly byte[]? _name;

    private ContractStep(long position, byte[]? name)
    {
        _position = position;
        _name = name;
    }

    /// <param name="start">The position of the quotation mark before the name.</param>
    public static ContractStep Property(long start) => new(~start, null);

    public static ContractStep Item(int index) => new(index, null);

    public static ContractStep Missing(byte[] name) => new(0, name);

    public string Name(ReadOnlySpan<byte> utf8)
    {
        if (_name is not null)
            return Encoding.UTF8.GetString(_name);
        if (_position >= 0)
            return _position.ToString(CultureInfo.InvariantCulture);

        var reader = new Utf8JsonReader(utf8.Slice((int)~_position));
        reader.Read();
        return reader.ValueIsEscaped ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
    }
}
