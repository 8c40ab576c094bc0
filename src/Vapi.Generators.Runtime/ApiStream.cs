namespace Vapi.Generators.Runtime;

/// <summary>A response body that is streamed from the connection. Dispose it to release the connection.</summary>
public sealed class ApiStream : global::System.IDisposable
{
    internal ApiStream(global::System.Net.Http.HttpResponseMessage response, global::System.IO.Stream stream)
    {
        Response = response;
        Stream = stream;
    }

    /// <summary>The stream of the body.</summary>
    public global::System.IO.Stream Stream { get; }

    /// <summary>The content type of the response; null if it has none.</summary>
    public string? ContentType => Response.Content.Headers.ContentType?.ToString();

    /// <summary>The length of the body in bytes; null if the response does not state it.</summary>
    public long? Length => Response.Content.Headers.ContentLength;

    /// <summary>The file name that the API suggests; null if it suggests none.</summary>
    public string? FileName
    {
        get
        {
            global::System.Net.Http.Headers.ContentDispositionHeaderValue? disposition = Response.Content.Headers.ContentDisposition;
            return (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"');
        }
    }

    internal global::System.Net.Http.HttpResponseMessage Response { get; }

    /// <summary>Closes the stream and releases the connection.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        Response.Dispose();
    }
}
