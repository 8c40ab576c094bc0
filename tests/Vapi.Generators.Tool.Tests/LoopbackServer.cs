using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vapi.Generators.Tool.Tests;

/// <summary>A server that sends whatever bytes a test wants, HTTP or not: one response a connection, which then is closed.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private readonly Func<string, string> _respond;

    private readonly TimeSpan _delay;

    /// <param name="respond">From the head of the request to the response.</param>
    /// <param name="delay">How long the server waits before it sends.</param>
    public LoopbackServer(Func<string, string> respond, TimeSpan delay = default)
    {
        _respond = respond;
        _delay = delay;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}/openapi.json";

    /// <summary>The heads of the requests.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>A server that publishes a document, and knows by its ETag who has it.</summary>
    public static LoopbackServer Publish(Func<string> document) => new(request =>
    {
        string etag = $"\"{document().Length}\"";
        return request.Contains($"If-None-Match: {etag}", StringComparison.OrdinalIgnoreCase) ? "HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n" : Ok(document(), $"ETag: {etag}\r\n");
    });

    public static string Ok(string content, string headers = "") => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(content)}\r\n\r\n{content}";

    public static string Redirect(string location) => $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n";

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient connection;
            try
            {
                connection = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // The test is over.
                return;
            }

            _ = RespondAsync(connection);
        }
    }

    private async Task RespondAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                NetworkStream stream = connection.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                var head = new StringBuilder();
                while (await reader.ReadLineAsync() is { Length: > 0 } line)
                    head.Append(line).Append('\n');

                Requests.Add(head.ToString());
                await Task.Delay(_delay);
                await stream.WriteAsync(Encoding.UTF8.GetBytes(_respond(head.ToString())));
            }
            catch (IOException)
            {
                // The client has gone, as some tests want it to.
            }
        }
    }
}
