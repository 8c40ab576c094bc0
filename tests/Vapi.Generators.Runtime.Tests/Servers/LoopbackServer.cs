using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>A server of this process that answers every request in one way.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private readonly Connections _connections;

    private LoopbackServer(WebApplication application, Uri address, Connections connections)
    {
        _application = application;
        _connections = connections;
        Address = address;
    }

    /// <summary>How many connections there were at a time.</summary>
    public int MostConnections => _connections.Most;

    /// <summary>By number: <c>http://127.0.0.1:port/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The same server under another name: <c>http://localhost:port/</c>.</summary>
    public Uri OtherName => new($"http://localhost:{Address.Port}/");

    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer)
    {
        var connections = new Connections();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Use(connections.Count)));
        WebApplication application = builder.Build();
        application.Run(answer);
        await application.StartAsync(TestContext.Current.CancellationToken);
        string address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new LoopbackServer(application, new Uri(address), connections);
    }

    /// <summary>Ends when the other side has closed its last connection.</summary>
    public Task AllClosedAsync() => _connections.AllClosed.WaitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private sealed class Connections
    {
        private readonly TaskCompletionSource _allClosed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private int _open;

        public int Most { get; private set; }

        public Task AllClosed => _allClosed.Task;

        public ConnectionDelegate Count(ConnectionDelegate next) => async connection =>
        {
            lock (_allClosed)
                Most = Math.Max(Most, ++_open);

            await next(connection);
            lock (_allClosed)
            {
                if (--_open == 0)
                    _allClosed.TrySetResult();
            }
        };
    }
}
