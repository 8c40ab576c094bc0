using System.Net;
using System.Text;

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>A server with the files of a browser's program, and the API that it calls.</summary>
internal sealed class BrowserServer : IDisposable
{
    private const string Page = """
        <!doctype html>
        <script type="module">
          import { dotnet } from './_framework/dotnet.js';
          const lines = [];
          console.log = line => lines.push(line);
          const { runMain } = await dotnet.withApplicationArguments(location.origin).create();
          try { await runMain(); } catch (error) { lines.push(String(error)); }
          await fetch('/result', { method: 'POST', body: lines.join('\n') });
        </script>
        """;

    private readonly HttpListener _listener = new();

    private readonly string _files;

    private readonly SemaphoreSlim _confirmed = new(0);

    private readonly TaskCompletionSource<string> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BrowserServer(string files)
    {
        _files = files;
        Address = $"http://127.0.0.1:{Loopback.FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address { get; }

    /// <summary>What the program wrote, when the page has sent it.</summary>
    public Task<string> Result => _result.Task;

    /// <summary>What arrived at the API: method, path and credential.</summary>
    public List<string> Requests { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        HttpListenerRequest request = context.Request;
        using HttpListenerResponse response = context.Response;
        string path = request.Url!.AbsolutePath;
        if (path == "/")
            await WriteAsync(response, "text/html", Page);
        else if (path.StartsWith("/_framework/", StringComparison.Ordinal) || path == "/favicon.ico")
            await SendFileAsync(response, Path.Combine(_files, path.TrimStart('/')));
        else if (path == "/result")
            _result.TrySetResult(await new StreamReader(request.InputStream).ReadToEndAsync());
        else
        {
            lock (Requests)
                Requests.Add($"{request.HttpMethod} {path} {request.Headers["Authorization"]}");

            await AnswerApiAsync(request, response, path);
        }
    }

    private async Task AnswerApiAsync(HttpListenerRequest request, HttpListenerResponse response, string path)
    {
        switch (request.HttpMethod + " " + path)
        {
            case "GET /things/a%20b":
                await WriteAsync(response, "application/json", """{"name":"found"}""");
                break;
            case "POST /things":
                response.ContentType = "application/json";
                await request.InputStream.CopyToAsync(response.OutputStream);
                break;
            case "GET /events":
                response.SendChunked = true;
                foreach (string name in (string[])["1", "2", "3"])
                {
                    await WriteAsync(response, "text/event-stream", $$"""data: {"name":"{{name}}"}{{"\n\n"}}""");
                    await response.OutputStream.FlushAsync();
                    await _confirmed.WaitAsync();
                }

                break;
            default:
                response.StatusCode = 204;
                _confirmed.Release();
                break;
        }
    }

    private static async Task SendFileAsync(HttpListenerResponse response, string file)
    {
        response.ContentType = Path.GetExtension(file) switch
        {
            ".js" => "text/javascript",
            ".wasm" => "application/wasm",
            ".json" => "application/json",
            _ => "application/octet-stream",
        };
        response.StatusCode = File.Exists(file) ? 200 : 404;
        if (File.Exists(file))
            await response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(file));
    }

    private static async Task WriteAsync(HttpListenerResponse response, string contentType, string text)
    {
        if (response.ContentType is null)
            response.ContentType = contentType;

        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
    }
}
