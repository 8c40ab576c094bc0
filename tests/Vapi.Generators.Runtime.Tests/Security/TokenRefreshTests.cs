using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>However many requests the API refuses at once, one new token is asked for.</summary>
public class TokenRefreshTests
{
    private const int Requests = 100;

    private readonly ConcurrentQueue<bool> _asked = [];

    private int _version = 1;

    private int _sent;

    private int Refreshes => _asked.Count(isRefresh => isRefresh);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task ManyRefusedAtOnce_AskForOneToken_AndEachIsSentOnceMore(int millisecondsApart)
    {
        await using LoopbackServer server = await StartAsync(millisecondsApart);
        ApiClient client = Client(server.Address, async _ =>
        {
            await Task.Delay(50);
            return NewToken();
        });

        await Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => SendAsync(client)));

        Assert.Equal((1, 2 * Requests), (Refreshes, _sent));
    }

    [Fact]
    public async Task ClientsThatShareACredential_ShareItsTokens()
    {
        await using LoopbackServer server = await StartAsync(0);
        TestClient.Options options = Options(server.Address, _ => Task.FromResult(NewToken()));

        await Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => SendAsync(TestClient.Create(options))));

        Assert.Equal(1, Refreshes);
    }

    [Fact]
    public async Task RefusalAfterTheNewToken_AsksAgain()
    {
        await using LoopbackServer server = await StartAsync(0);
        ApiClient client = Client(server.Address, _ => Task.FromResult(NewToken()));

        await SendAsync(client);
        _version++;
        await SendAsync(client);

        Assert.Equal([false, true, false, true], _asked);
    }

    [Fact]
    public async Task RefreshThatFails_FailsAllThatWait_AndTheNextRequestTriesAgain()
    {
        await using LoopbackServer server = await StartAsync(0);
        bool isDown = true;
        ApiClient client = Client(server.Address, async _ =>
        {
            await Task.Delay(50);
            return isDown ? throw new FormatException("the login is down") : NewToken();
        });

        Exception?[] thrown = await Task.WhenAll(Enumerable.Range(0, Requests).Select(async _ => await Record.ExceptionAsync(() => SendAsync(client))));

        Assert.All(thrown, e => Assert.Equal("the login is down", Assert.IsType<FormatException>(e).Message));
        Assert.Equal(1, Refreshes);
        isDown = false;
        await SendAsync(client);
        Assert.Equal(2, Refreshes);
    }

    [Fact]
    public async Task CancellationOfOne_DoesNotEndTheRefreshForTheOthers()
    {
        await using LoopbackServer server = await StartAsync(0);
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ApiClient client = Client(server.Address, async token =>
        {
            isAsked.SetResult();
            await goOn.Task.WaitAsync(token);
            return NewToken();
        });
        using var source = new CancellationTokenSource();
        Task first = SendAsync(client, source.Token);
        await isAsked.Task;
        Task[] others = [.. Enumerable.Range(0, 10).Select(_ => SendAsync(client))];
        while (_sent < 11)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        goOn.SetResult();
        await Task.WhenAll(others);

        Assert.Equal(1, Refreshes);
    }

    [Fact]
    public async Task RefreshThatNobodyWaitsForAnyMore_IsCancelled_AndTheNextRequestTriesAgain()
    {
        await using LoopbackServer server = await StartAsync(0);
        var isCancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ApiClient client = Client(server.Address, async token =>
        {
            if (!isCancelled.Task.IsCompleted)
            {
                using CancellationTokenRegistration registration = token.Register(isCancelled.SetResult);
                await Task.Delay(Timeout.Infinite, token);
            }

            return NewToken();
        });
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(client, source.Token));

        await isCancelled.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await SendAsync(client);
        Assert.Equal(2, Refreshes);
    }

    [Fact]
    public async Task RefreshThatHangs_EndsAtTheTimeLimit()
    {
        await using LoopbackServer server = await StartAsync(0);
        TestClient.Options options = Options(server.Address, token => Task.Delay(Timeout.Infinite, token).ContinueWith(_ => "", TaskScheduler.Default));
        options.Timeout = TimeSpan.FromMilliseconds(300);

        await Assert.ThrowsAsync<TimeoutException>(() => SendAsync(TestClient.Create(options)));
    }

    /// <summary>What is refused waits for the others, so that all are sent with the old token.</summary>
    private Task<LoopbackServer> StartAsync(int millisecondsApart) => LoopbackServer.StartAsync(async context =>
    {
        bool isGood = context.Request.Headers.Authorization == "Bearer good" + Volatile.Read(ref _version);
        int number = Interlocked.Increment(ref _sent);
        if (!isGood)
            await Task.Delay(20 + number * millisecondsApart);

        context.Response.StatusCode = isGood ? 204 : 401;
    });

    private string NewToken() => _current = "good" + _version;

    private string _current = "old";

    private ApiClient Client(Uri address, Func<CancellationToken, Task<string>> refresh) => TestClient.Create(Options(address, refresh));

    private TestClient.Options Options(Uri address, Func<CancellationToken, Task<string>> refresh)
    {
        var options = new TestClient.Options { BaseAddress = address, MaxRetries = 0 };
        options.SetCredential("bearer", ApiCredential.FromToken((request, token) =>
        {
            _asked.Enqueue(request.IsRefresh);
            return request.IsRefresh ? refresh(token) : Task.FromResult(_current);
        }));
        return options;
    }

    private static Task SendAsync(ApiClient client, CancellationToken? cancellationToken = null)
        => client.SendAsync(TestClient.Get("/things"), null, cancellationToken ?? TestContext.Current.CancellationToken);
}
