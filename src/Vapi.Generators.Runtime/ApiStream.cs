namespace Vapi.Generators.Runtime;

/// <summary>The body of an answer, read from the connection as the caller reads. Dispose it to give the connection back.</summary>
public sealed class ApiStream : global::System.IDisposable
{
    private readonly global::System.Net.Http.HttpResponseMessage _response;

    internal ApiStream(global::System.Net.Http.HttpResponseMessage response, global::System.IO.Stream stream)
    {
        _response = response;
        Stream = stream;
    }

    /// <summary>The bytes.</summary>
    public global::System.IO.Stream Stream { get; }

    /// <summary>The media type, when the answer has one.</summary>
    public string? ContentType => _response.Content.Headers.ContentType?.ToString();

    /// <summary>How many bytes there are, when the answer says so.</summary>
    public long? Length => _response.Content.Headers.ContentLength;

    /// <summary>The name the API gives the file, when it gives one.</summary>
    public string? FileName
    {
        get
        {
            global::System.Net.Http.Headers.ContentDispositionHeaderValue? disposition = _response.Content.Headers.ContentDisposition;
            return (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"');
        }
    }

    /// <summary>Ends the reading.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        _response.Dispose();
    }
}
