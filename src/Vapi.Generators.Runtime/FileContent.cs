namespace Vapi.Generators.Runtime;

/// <summary>A file to send: its bytes, and what the other side is told about it.</summary>
public sealed class FileContent
{
    private readonly string? _text;

    /// <summary>A file from a stream. The stream is read once, from where it stands, while the request is sent, and not disposed.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="fileName">The name the other side sees; without one, <c>file</c>.</param>
    /// <param name="contentType">The media type, such as <c>audio/wav</c>; without one, <c>application/octet-stream</c>.</param>
    /// <exception cref="global::System.ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public FileContent(global::System.IO.Stream stream, string? fileName = null, string? contentType = null)
    {
        Stream = stream ?? throw new global::System.ArgumentNullException(nameof(stream));
        FileName = fileName;
        ContentType = contentType;
    }

    private FileContent(string text)
        : this(new global::System.IO.MemoryStream(global::System.Text.Encoding.UTF8.GetBytes(text))) => _text = text;

    /// <summary>The bytes.</summary>
    public global::System.IO.Stream Stream { get; }

    /// <summary>The name the other side sees.</summary>
    public string? FileName { get; }

    /// <summary>The media type.</summary>
    public string? ContentType { get; }

    /// <summary>A file without a name.</summary>
    public static implicit operator FileContent(global::System.IO.Stream stream) => new(stream);

    /// <summary>In JSON, a file is a string.</summary>
    internal static FileContent FromText(string text) => new(text);

    /// <summary>The string in JSON: the one that was read, else the bytes in base64.</summary>
    internal string ToText()
    {
        if (_text is not null)
            return _text;

        using var copy = new global::System.IO.MemoryStream();
        Stream.CopyTo(copy);
        return global::System.Convert.ToBase64String(copy.ToArray());
    }
}
