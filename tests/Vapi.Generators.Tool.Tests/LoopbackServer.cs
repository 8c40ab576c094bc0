using System.Text;
using Vapi.Generators.Runtime.Tests;

namespace Vapi.Generators.Tool.Tests;

/// <summary>A server of this machine that publishes a document, or fails to.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly RawServer _server;

    /// <param name="respond">From the head of the request to the response.</param>
    /// <param name="delay">How long the server waits before it sends.</param>
    public LoopbackServer(Func<string, string> respond, TimeSpan delay = default) => _server = new RawServer(async (stream, head) =>
    {
        await Task.Delay(delay);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(respond(head)));
    });

    public string Address => $"{_server.Address}openapi.json";

    /// <summary>The heads of the requests.</summary>
    public List<string> Requests => _server.Requests;

    /// <summary>A server that publishes a document, and knows by its ETag who has it.</summary>
    public static LoopbackServer Publish(Func<string> document) => new(request =>
    {
        string etag = $"\"{document().Length}\"";
        return request.Contains($"If-None-Match: {etag}", StringComparison.OrdinalIgnoreCase) ? "HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n" : Ok(document(), $"ETag: {etag}\r\n");
    });

    public static string Ok(string content, string headers = "") => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(content)}\r\n\r\n{content}";

    public static string Redirect(string location) => $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n";

    public void Dispose() => _server.Dispose();
}
