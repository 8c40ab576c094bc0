using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class ApiClientDeadlineTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);

    /// <summary>The ways to send, and whether the server is slow before or within its answer.</summary>
    public static TheoryData<string, bool> Ways => new()
    {
        { "json", false },
        { "json", true },
        { "text", false },
        { "text", true },
        { "nothing", false },
        { "stream", false },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task TimeLimit_IsATimeoutException(string way, bool startsToAnswer)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Hang(context, startsToAnswer));

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(() => Send(TestClient.Create(server.Address, timeout: Short), way, null, TestContext.Current.CancellationToken));

        Assert.Contains("GET", exception.Message);
        Assert.Contains("0.15 seconds", exception.Message);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Cancellation_IsAnOperationCanceledException(string way, bool startsToAnswer)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Hang(context, startsToAnswer));
        using var source = new CancellationTokenSource(Short);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Send(TestClient.Create(server.Address), way, null, source.Token));
    }

    [Fact]
    public async Task CancelledBefore_NothingIsSent()
    {
        bool seen = false;
        await using LoopbackServer server = await LoopbackServer.StartAsync(_ =>
        {
            seen = true;
            return Task.CompletedTask;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Send(TestClient.Create(server.Address), "json", null, new CancellationToken(canceled: true)));
        Assert.False(seen);
    }

    [Fact]
    public async Task TimeLimitOfTheRequest_GoesBeforeTheClients()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Hang(context, startsToAnswer: false));

        await Assert.ThrowsAsync<TimeoutException>(() => Send(TestClient.Create(server.Address), "json", new RequestOptions { Timeout = Short }, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task InfiniteTimeLimit_IsNone(bool ofTheRequest)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            await Task.Delay(2 * Short);
            await context.Response.WriteAsync("{}");
        });

        await Send(
            TestClient.Create(server.Address, timeout: ofTheRequest ? Short : Timeout.InfiniteTimeSpan), "json",
            ofTheRequest ? new RequestOptions { Timeout = Timeout.InfiniteTimeSpan } : null, TestContext.Current.CancellationToken);
    }

    private static Task Send(ApiClient client, string way, RequestOptions? options, CancellationToken cancellationToken)
    {
        ApiRequest request = TestClient.Get("/slow", options);
        return way switch
        {
            "json" => client.SendForPointAsync(request, null, cancellationToken),
            "text" => client.SendForTextAsync(request, null, cancellationToken),
            "stream" => client.SendForStreamAsync(request, null, cancellationToken),
            _ => client.SendAsync(request, null, cancellationToken),
        };
    }

    private static async Task Hang(HttpContext context, bool startsToAnswer)
    {
        if (startsToAnswer)
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
        }

        await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
    }
}
