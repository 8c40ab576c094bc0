using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>One client for many at once.</summary>
public class LoadTests
{
    private const int Requests = 10_000;

    private const int Concurrency = 64;

    [Fact]
    public async Task ManyRequestsAtOnce_AllSucceedOverFewConnections()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync($$"""{"x":{{context.Request.Query["n"]}}}"""));
        using HttpClient http = ApiClient.CreateHttpClient();
        ApiClient client = TestClient.Create(new TestClient.Options { BaseAddress = server.Address, ApiKey = TestClient.Key, MaxRetries = 0 }, TestClient.Bearer, http);
        int succeeded = 0;
        int running = 0;
        var watch = Stopwatch.StartNew();

        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = TestContext.Current.CancellationToken }, async (i, token) =>
        {
            Interlocked.Increment(ref running);
            ApiRequest request = TestClient.Get("/point");
            request.AddQuery("n", ApiParameter.Int32(i));
            if ((await client.SendForPointAsync(request, cancellationToken: token)).X == i)
                Interlocked.Increment(ref succeeded);
            Interlocked.Decrement(ref running);
        });

        int most = server.MostConnections;
        http.Dispose();
        await server.AllClosedAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{succeeded} of {Requests} requests, {Concurrency} at a time, in {watch.Elapsed.TotalSeconds:0.0} s over at most {most} connections");
        Assert.Equal((Requests, 0), (succeeded, running));

        // The handler opens a connection for each request that waits, even if another one gets free first.
        Assert.InRange(most, 1, 2 * Concurrency);
    }
}
