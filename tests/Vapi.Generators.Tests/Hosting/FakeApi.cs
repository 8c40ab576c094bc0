using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>
/// The other side of a client's connections, which keeps what arrives and answers what it is told. It is a server of this process, over HTTP, and stands for every host: connections lead to it whatever the address is.
/// </summary>
internal sealed class FakeApi(HttpStatusCode status = HttpStatusCode.OK, string body = "", string contentType = "application/json")
{
    private static readonly Lazy<Task<WebApplication>> Server = new(StartAsync);

    /// <summary>Which of them a connection is meant for, by its port on the client's side.</summary>
    private static readonly ConcurrentDictionary<int, FakeApi> ByPort = new();

    private readonly List<FakeRequest> _received = [];

    /// <summary>What arrived, as bytes on the wire say.</summary>
    public IReadOnlyList<FakeRequest> Requests => _received;

    public HttpClient CreateHttpClient() => new(CreateHandler());

    /// <summary>Answers instead of the handlers behind it.</summary>
    public DelegatingHandler CreateHandler() => new Handler(this);

    private static async Task<WebApplication> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        WebApplication server = builder.Build();
        server.Run(static context => ByPort[context.Connection.RemotePort].AnswerAsync(context));
        await server.StartAsync();
        return server;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, new Uri((await Server.Value).Urls.Single()).Port, cancellationToken);
        ByPort[((IPEndPoint)socket.LocalEndPoint!).Port] = this;
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content);
        _received.Add(new FakeRequest(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            content.Length == 0 ? null : Encoding.UTF8.GetString(content.ToArray()),
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        context.Response.StatusCode = (int)status;
        if (status == HttpStatusCode.NoContent)
            return;

        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body);
    }

    /// <summary>Sends to the server what is meant for another host; https becomes http on the way.</summary>
    private sealed class Handler(FakeApi api) : DelegatingHandler
    {
        private readonly HttpMessageInvoker _wire = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, ConnectCallback = api.ConnectAsync, PooledConnectionLifetime = TimeSpan.Zero,
        });

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Uri meant = request.RequestUri!;
            request.RequestUri = new Uri("http" + meant.AbsoluteUri[meant.Scheme.Length..]);
            HttpResponseMessage response = await _wire.SendAsync(request, cancellationToken);
            request.RequestUri = meant;
            api._received[^1] = api._received[^1] with { Url = meant.AbsoluteUri };
            return response;
        }

        protected override void Dispose(bool disposing)
        {
            _wire.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>A request that arrived.</summary>
/// <param name="PathAndQuery">As they stand in the request line.</param>
internal sealed record FakeRequest(string Method, string PathAndQuery, string? Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The address that the client meant.</summary>
    public string Url { get; init; } = "";

    public string Query => PathAndQuery.IndexOf('?') is >= 0 and var start ? PathAndQuery[start..] : "";

    public string? ContentType => Header("Content-Type");

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
