using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Vapi.Generators.Tests.Operations;

/// <summary>Receivers as endpoints of ASP.NET Core, over HTTP.</summary>
public class WebhookEndpointTests
{
    private const string Document = """
        { "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "paths": {}, "webhooks": {
          "shipped": { "post": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } } }, "responses": { "202": { "description": "" } } } },
          "lost": { "put": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } } },
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } } } } } } },
          "components": { "schemas": { "Order": { "type": "object", "properties": { "id": { "type": "string" } } } } } }
        """;

    /// <summary>The payloads are the same, so only the address tells which webhook it is.</summary>
    [Theory]
    [InlineData("POST", "/hooks/shipped", "right", "202  ")]
    [InlineData("PUT", "/hooks/lost", "right", "200 application/json {\"id\":\"<7>\"}")]
    [InlineData("PUT", "/hooks/other", "right", "200 application/json {\"other\":true}")]
    [InlineData("POST", "/hooks/shipped", "wrong", "401  ")]
    [InlineData("GET", "/hooks/shipped", "right", "405  ")]
    [InlineData("PUT", "/scoped/lost", "right", "200 application/json {\"id\":\"<7>\"}")]
    public async Task Endpoint_Responds(string method, string path, string secret, string expected)
    {
        using var log = new Log();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddScoped(_ => new StringBuilder("<"));
        await using WebApplication app = builder.Build();
        Run.Run<object>(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), app.Urls.Single() + path) { Headers = { { "X-Secret", secret } }, Content = method == "GET" ? null : new StringContent("""{"id":"7"}""") };

        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, $"{(int)response.StatusCode} {response.Content.Headers.ContentType} {body.Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal)}");
        Assert.Equal(secret == "wrong" ? ["Test.TestWebhooks: The request was refused with 401. The header X-Secret has a wrong secret."] : [], log.Lines.Where(l => l.StartsWith("Test.", StringComparison.Ordinal)));
    }

    /// <summary>A project without ASP.NET Core gets the receiver only.</summary>
    [Fact]
    public void WithoutAspNetCore_ThereIsNoEndpoint() => Assert.DoesNotContain("AspNetCore", GeneratorHost.Run(Document).File("TestWebhooks"), StringComparison.Ordinal);

    private static GeneratorOutput Run { get; } = GeneratorHost.Run(new GeneratorInput(Document)
    {
        Framework = Framework.Net10WithAspNetCore,
        Source = """
            using System;
            using System.Text;
            using System.Text.Json;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Routing;
            using Microsoft.Extensions.DependencyInjection;
            using Test;

            public static class Probe
            {
                public static object Run(IEndpointRouteBuilder app)
                {
                    app.MapTestWebhooks("/scoped/{webhook}", services => Create(services.GetRequiredService<StringBuilder>().ToString()));
                    return app.MapTestWebhooks("/hooks/{webhook}", Create("<"));
                }

                private static TestWebhooks Create(string prefix) => new(ApiWebhookVerification.Header("X-Secret", "right"))
                {
                    OnShipped = (order, _) => order.Id == "7" ? Task.CompletedTask : throw new InvalidOperationException(),
                    OnLost = (order, _) => Task.FromResult<Order?>(new Order { Id = prefix + order.Id + ">" }),
                    OnOther = (json, _) => Task.FromResult<JsonElement?>(JsonDocument.Parse("{\"other\":true}").RootElement),
                };
            }
            """,
    });

    /// <summary>Keeps what is logged.</summary>
    private sealed class Log : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, Lines);

        public void Dispose()
        {
        }

        private sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue($"{category}: {formatter(state, exception)}");
        }
    }
}
