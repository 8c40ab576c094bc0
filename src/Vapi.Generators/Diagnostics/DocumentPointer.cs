namespace Vapi.Generators.Diagnostics;

/// <summary>A location in a JSON document (RFC 6901). It is a linked list, so that traversing a document allocates no strings. Pointers to the same place are equal.</summary>
internal sealed class DocumentPointer : IEquatable<DocumentPointer>
{
    public static readonly DocumentPointer Root = new(null, "");

    private readonly DocumentPointer? _parent;
    private readonly string _token;

    /// <summary>The hash code; 0 until it is requested. The tokens of the parents, which can be long, are not hashed again.</summary>
    private int _hashCode;

    private DocumentPointer(DocumentPointer? parent, string token)
    {
        _parent = parent;
        _token = token;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    /// <summary>The number of tokens.</summary>
    private int Depth { get; }

    /// <summary>The parent. The root is its own parent.</summary>
    public DocumentPointer Parent => _parent ?? this;

    public DocumentPointer this[string token] => new(this, token);

    public DocumentPointer this[int index] => new(this, index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Whether this is the given place, or inside it.</summary>
    public bool IsIn(DocumentPointer place)
    {
        DocumentPointer? own = this;
        for (int levels = Depth - place.Depth; levels > 0; levels--)
            own = own!._parent;

        DocumentPointer? other = place;
        while (own is not null && other is not null && !ReferenceEquals(own, other) && own._token == other._token)
            (own, other) = (own._parent, other._parent);

        return ReferenceEquals(own, other);
    }

    public bool Equals(DocumentPointer? other) => other is not null && Depth == other.Depth && IsIn(other);

    public override bool Equals(object? obj) => Equals(obj as DocumentPointer);

    public override int GetHashCode()
    {
        var missing = new Stack<DocumentPointer>();
        DocumentPointer? pointer = this;
        for (; pointer is { _hashCode: 0 }; pointer = pointer._parent)
            missing.Push(pointer);

        int hashCode = pointer?._hashCode ?? 0;
        foreach (DocumentPointer next in missing)
            next._hashCode = hashCode = unchecked(hashCode * 31 + next._token.GetHashCode()) | 1;

        return hashCode;
    }

    /// <summary>The fragment form: <c>#/components/schemas/A~1B</c>.</summary>
    public override string ToString()
    {
        var tokens = new Stack<string>();
        for (DocumentPointer pointer = this; pointer._parent is { } parent; pointer = parent)
            tokens.Push(Escape(pointer._token));

        return string.Join("/", tokens.Prepend("#"));
    }

    /// <summary>Returns the record for a part or its nearest ancestor, and the length of the pointer to it.</summary>
    /// <param name="pointer">In fragment form.</param>
    public static (T Value, int Length)? FindNearest<T>(Dictionary<string, T> records, string pointer)
    {
        for (int end = pointer.Length; end > 0 && records.Count > 0; end = pointer.LastIndexOf('/', end - 1))
        {
            if (records.TryGetValue(pointer.Substring(0, end), out T? value))
                return (value, end);
        }

        return null;
    }

    /// <summary>RFC 6901, section 3.</summary>
    public static string Escape(string token) => token.Replace("~", "~0").Replace("/", "~1");

    /// <inheritdoc cref="Escape"/>
    public static string Unescape(string token) => token.Replace("~1", "/").Replace("~0", "~");
}
