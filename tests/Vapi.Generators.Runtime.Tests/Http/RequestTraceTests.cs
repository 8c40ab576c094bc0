using System.Diagnostics;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>The spans of requests: OpenTelemetry's semantic conventions for HTTP clients. Who listens changes the requests of other tests, which get a traceparent: they wait.</summary>
[Collection(nameof(RequestTraceTests))]
[CollectionDefinition(nameof(RequestTraceTests), DisableParallelization = true)]
public class RequestTraceTests
{
    [Theory]
    [InlineData(200, 1, null)]
    [InlineData(404, 1, "404")]
    [InlineData(503, 2, "503")]
    public async Task Request_IsASpan(int status, int attempts, string? error)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer("application/json", """{"x":1}""", status: status));
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Vapi.Generators.Runtime",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("server.port") is int port && port == server.Address.Port)
                    spans.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        ApiRequest request = TestClient.Get("/points/");
        request.AddPathParameter("id", "a b");

        await Record.ExceptionAsync(() => TestClient.Create(server.Address, TestClient.Key, TestClient.Query, retries: 1).SendForPointAsync(request));

        Activity span = Assert.Single(spans);
        Assert.Equal(("GET /points/{id}", ActivityKind.Client, error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(
            [
                ("error.type", error), ("http.request.method", "GET"), ("http.request.resend_count", attempts == 1 ? null : "1"), ("http.response.status_code", status.ToString()),
                ("server.address", "127.0.0.1"), ("url.full", server.Address + "points/a%20b"), ("url.template", "/points/{id}"),
            ],
            new[] { "error.type", "http.request.method", "http.request.resend_count", "http.response.status_code", "server.address", "url.full", "url.template" }
                .Select(tag => (tag, span.GetTagItem(tag)?.ToString())));
    }

    [Fact]
    public void WithoutAListener_NothingIsKeptForIt() => Assert.Null(TestClient.Get("/a").Template);
}
