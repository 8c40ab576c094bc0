using System.Net;
using System.Text;

namespace Vapi.Generators.PackageTests;

/// <summary>A server of this machine that publishes a document.</summary>
internal sealed class DocumentServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public DocumentServer(string document)
    {
        Document = document;
        int port = Loopback.FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        Address = $"http://127.0.0.1:{port}/openapi.json";
        _ = RespondAsync();
    }

    public string Address { get; }

    public string Document { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Requests { get; private set; }

    public void Dispose() => _listener.Close();

    private async Task RespondAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
                return;
            }

            Requests++;
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Document));
            context.Response.Close();
        }
    }
}
