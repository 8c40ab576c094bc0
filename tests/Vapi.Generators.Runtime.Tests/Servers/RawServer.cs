using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>A server that sends whatever bytes a test wants, HTTP or not: one answer a connection, which then is closed.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private readonly Func<NetworkStream, string, Task> _answer;

    /// <param name="answer">Gets the connection and the head of the request.</param>
    public RawServer(Func<NetworkStream, string, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <param name="answer">What each request is answered with, each character a byte.</param>
    public RawServer(string answer)
        : this((stream, _) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer)).AsTask())
    {
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>The heads of the requests.</summary>
    public List<string> Requests { get; } = [];

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

            _ = AnswerAsync(connection);
        }
    }

    private async Task AnswerAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                NetworkStream stream = connection.GetStream();
                var head = new StringBuilder();
                byte[] buffer = new byte[4096];
                while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
                {
                    int count = await stream.ReadAsync(buffer);
                    if (count == 0)
                        return;

                    head.Append(Encoding.Latin1.GetString(buffer, 0, count));
                }

                lock (Requests)
                    Requests.Add(head.ToString());

                await _answer(stream, head.ToString());
            }
            catch (IOException)
            {
                // The client has seen enough.
            }
        }
    }
}
