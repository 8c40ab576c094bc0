using System.Net.Http.Headers;
using System.Net.Http.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Vapi.Generators.JsonBenchmarks.HandWritten;

namespace Vapi.Generators.JsonBenchmarks;

/// <summary>One request for an assistant, against a bare HttpClient with System.Text.Json's source generator: over loopback, and without a network, where nothing hides the client's own cost.</summary>
[MemoryDiagnoser]
public class RequestBenchmarks
{
    private const string Key = "key";

    private static readonly Guid Id = new("7f4f5d0c-53a5-4a8e-9b6c-2f1d3f9b8a11");

    private WebApplication? _server;

    private HttpClient _http = null!;

    private Generated.VapiClient _client = null!;

    /// <summary>Whether there is a network.</summary>
    [Params(false, true)]
    public bool Network { get; set; }

    /// <summary>Starts the other side.</summary>
    [GlobalSetup]
    public async Task SetUp()
    {
        byte[] assistant = Payload.Load("assistant");
        Uri address = new("http://127.0.0.1:1");
        if (Network)
        {
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _server = builder.Build();
            _server.Run(context =>
            {
                context.Response.ContentType = "application/json";
                return context.Response.Body.WriteAsync(assistant, 0, assistant.Length);
            });
            await _server.StartAsync();
            address = new Uri(_server.Urls.First());
        }

        _http = Network ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) : new HttpClient(new Memory(assistant));
        _http.BaseAddress = address;
        _client = new Generated.VapiClient(_http, new Generated.VapiClientOptions { BaseAddress = address, ApiKey = Key });
    }

    /// <summary>Stops it.</summary>
    [GlobalCleanup]
    public async Task CleanUp()
    {
        _http.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    /// <summary>The measure.</summary>
    [Benchmark(Baseline = true)]
    public async Task<object> Bare()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"assistant/{Id}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.ParseAdd("Bare/1.0");
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(HandWrittenContext.Default.Assistant))!;
    }

    /// <summary>The generated client.</summary>
    [Benchmark]
    public async Task<object> Client() => await _client.Assistants.FindOneAsync(Id);

    internal sealed class Memory(byte[] body) : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue Json = new("application/json");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) { Headers = { ContentType = Json } }, RequestMessage = request });
    }
}
