using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>What a browser needs and does not have. The build fails (CA1416) where the runtime uses what a browser has not without asking where it is; the package tests run it in one.</summary>
public class BrowserTests
{
    private static readonly HttpRequestOptionsKey<bool> Streaming = new("WebAssemblyEnableStreamingResponse");

    [Fact]
    public async Task Response_IsHandedOverAsItArrives_WhereItIsReadThatWay()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("{}"));
        var streamed = new List<bool>();
        ApiClient client = TestClient.Create(new TestClient.Options { BaseAddress = server.Address, OnRequest = message => streamed.Add(message.Options.TryGetValue(Streaming, out bool isStream) && isStream) });
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;

        await client.SendForPointAsync(TestClient.Get("/"));
        await client.SendForTextAsync(TestClient.Get("/"), null, cancellationToken);
        (await client.SendForStreamAsync(TestClient.Get("/"), null, cancellationToken)).Dispose();
        await client.StreamTextAsync(TestClient.Get("/"), null, cancellationToken).ToListAsync(cancellationToken);

        Assert.Equal([false, false, true, true], streamed);
    }
}
