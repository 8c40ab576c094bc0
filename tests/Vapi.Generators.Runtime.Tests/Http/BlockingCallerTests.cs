using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Who blocks the one thread of a user interface until an answer is there gets it: nothing wants to come back to that thread.</summary>
public class BlockingCallerTests
{
    public static TheoryData<string> Ways => ["json", "optional", "nothing", "text", "file", "stream", "events", "pages", "error", "retry", "redirect", "upload", "token", "refused token", "cancelled"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Blocking_DoesNotDeadlock(string way)
    {
        int count = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            await Task.Delay(20);
            count++;
            if (way == "error")
                context.Response.StatusCode = 400;
            else if (way == "retry" && count == 1)
                (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (503, "0");
            else if (way == "redirect" && count == 1)
                context.Response.Redirect("/there");
            else if (way == "refused token" && count == 1)
                context.Response.StatusCode = 401;
            else if (way == "cancelled")
                await Task.Delay(Timeout.Infinite, context.RequestAborted);

            context.Response.ContentType = way == "events" ? "text/event-stream" : way == "stream" ? "application/x-ndjson" : "application/json";
            await context.Response.WriteAsync(way == "events" ? "data: {\"x\":" : "{\"x\":");
            await context.Response.Body.FlushAsync();
            await Task.Delay(20);
            await context.Response.WriteAsync("1}\n\n");
        });
        var options = new TestClient.Options { BaseAddress = server.Address, MaxRetries = 1, Timeout = TimeSpan.FromSeconds(30) };
        if (way.EndsWith("token", StringComparison.Ordinal))
        {
            options.SetCredential("bearer", ApiCredential.FromToken(async (_, token) =>
            {
                // As users write it, who may not know of ConfigureAwait.
                await Task.Delay(20, token);
                return "token";
            }));
        }

        ApiClient client = TestClient.Create(options);
        using var thread = new OneThread();

        Task blocked = thread.Run(() => Send(client, way));

        Assert.Same(blocked, await Task.WhenAny(blocked, Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)));
        await blocked;
        Assert.Equal(0, thread.Posted);
    }

    private static void Send(ApiClient client, string way)
    {
        ApiRequest request = TestClient.Request(way == "upload" ? "POST" : "GET", "/a");
        if (way == "upload")
            request.SetFile(new FileContent(new MemoryStream(new byte[1 << 20])), "application/octet-stream");

        switch (way)
        {
            case "optional":
                client.SendOptionalAsync<Point>(request, TestClient.ReadPoint, null, default).GetAwaiter().GetResult();
                break;
            case "nothing":
                client.SendAsync(request, null, default).GetAwaiter().GetResult();
                break;
            case "text":
                client.SendForTextAsync(request, null, default).GetAwaiter().GetResult();
                break;
            case "file":
                using (ApiStream file = client.SendForStreamAsync(request, null, default).GetAwaiter().GetResult())
                    file.Stream.CopyTo(Stream.Null);
                break;
            case "stream" or "events":
                Assert.Equal(1, Block(client.StreamAsync<Point>(request, TestClient.ReadPoint, null, default)));
                break;
            case "pages":
                Assert.Equal(2, Block(ApiPages.ReadAsync(1, (page, token) => page > 2 ? Task.FromResult<Point[]>([]) : Page(client, token), static page => page, static _ => null, default)));
                break;
            case "error":
                Assert.Throws<ApiException>(() => client.SendForPointAsync(request, cancellationToken: default(CancellationToken)).GetAwaiter().GetResult());
                break;
            case "cancelled":
                using (var source = new CancellationTokenSource(100))
                    Assert.ThrowsAny<OperationCanceledException>(() => client.SendForPointAsync(request, cancellationToken: source.Token).GetAwaiter().GetResult());
                break;
            default:
                Assert.Equal(1, client.SendForPointAsync(request, cancellationToken: default(CancellationToken)).GetAwaiter().GetResult().X);
                break;
        }
    }

    private static async Task<Point[]> Page(ApiClient client, CancellationToken token) => [await client.SendForPointAsync(TestClient.Get("/a"), cancellationToken: token).ConfigureAwait(false)];

    private static int Block<T>(IAsyncEnumerable<T> items)
    {
        int count = 0;
        IAsyncEnumerator<T> enumerator = items.GetAsyncEnumerator();
        while (enumerator.MoveNextAsync().AsTask().GetAwaiter().GetResult())
            count++;

        enumerator.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return count;
    }

    /// <summary>A thread with a context that runs what is posted to it, as that of a user interface does; and how much that was.</summary>
    private sealed class OneThread : SynchronizationContext, IDisposable
    {
        private readonly BlockingCollection<Action> _work = [];

        private int _posted;

        public OneThread() => new Thread(() =>
        {
            SetSynchronizationContext(this);
            foreach (Action work in _work.GetConsumingEnumerable())
                work();
        })
        { IsBackground = true }.Start();

        public int Posted => Volatile.Read(ref _posted);

        public Task Run(Action action)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _work.Add(() =>
            {
                if (Record.Exception(action) is { } exception)
                    done.SetException(exception);
                else
                    done.SetResult();
            });
            return done.Task;
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posted);
            _work.Add(() => d(state));
        }

        public override void Send(SendOrPostCallback d, object? state) => Post(d, state);

        public void Dispose() => _work.CompleteAdding();
    }
}
