namespace Vapi.Generators.Runtime;

/// <summary>The body of an answer, read from the connection as the caller reads. Dispose it to give the connection back.</summary>
public sealed class ApiStream : global::System.IDisposable
{
    internal ApiStream(global::System.Net.Http.HttpResponseMessage response, global::System.IO.Stream stream)
    {
        Response = response;
        Stream = stream;
    }

    /// <summary>The bytes.</summary>
    public global::System.IO.Stream Stream { get; }

    /// <summary>The media type, when the answer has one.</summary>
    public string? ContentType => Response.Content.Headers.ContentType?.ToString();

    /// <summary>How many bytes there are, when the answer says so.</summary>
    public long? Length => Response.Content.Headers.ContentLength;

    /// <summary>The name the API gives the file, when it gives one.</summary>
    public string? FileName
    {
        get
        {
            global::System.Net.Http.Headers.ContentDispositionHeaderValue? disposition = Response.Content.Headers.ContentDisposition;
            return (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"');
        }
    }

    internal global::System.Net.Http.HttpResponseMessage Response { get; }

    /// <summary>Ends the reading.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        Response.Dispose();
    }
}
