namespace Vapi.Generators.Runtime;

/// <summary>A file to upload: its bytes, file name and content type.</summary>
public sealed class FileContent
{
    private readonly string? _text;

    /// <summary>Creates a file from a stream. The stream is read once, from its current position, while the request is sent. It is not disposed.</summary>
    /// <param name="stream">The content of the file.</param>
    /// <param name="fileName">The file name that is sent to the API; <c>file</c> if it is null.</param>
    /// <param name="contentType">The content type, such as <c>audio/wav</c>; <c>application/octet-stream</c> if it is null.</param>
    /// <exception cref="global::System.ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public FileContent(global::System.IO.Stream stream, string? fileName = null, string? contentType = null)
    {
        Stream = stream ?? throw new global::System.ArgumentNullException(nameof(stream));
        FileName = fileName;
        ContentType = contentType;
    }

    private FileContent(string text)
        : this(new global::System.IO.MemoryStream(global::System.Text.Encoding.UTF8.GetBytes(text))) => _text = text;

    /// <summary>The content of the file.</summary>
    public global::System.IO.Stream Stream { get; }

    /// <summary>The file name that is sent to the API.</summary>
    public string? FileName { get; }

    /// <summary>The content type.</summary>
    public string? ContentType { get; }

    /// <summary>Creates a file without a name from a stream.</summary>
    public static implicit operator FileContent(global::System.IO.Stream stream) => new(stream);

    /// <summary>Creates a file from its JSON form, a string.</summary>
    internal static FileContent FromText(string text) => new(text);

    /// <summary>Returns the JSON string: the string that was read, or else the content as base64.</summary>
    internal string ToText()
    {
        if (_text is not null)
            return _text;

        using var copy = new global::System.IO.MemoryStream();
        Stream.CopyTo(copy);
        return global::System.Convert.ToBase64String(copy.ToArray());
    }
}
