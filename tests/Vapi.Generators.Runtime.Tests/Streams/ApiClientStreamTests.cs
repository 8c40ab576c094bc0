using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Answers that come item by item.</summary>
public class ApiClientStreamTests
{
    [Theory]
    [InlineData("text/event-stream", "data: {\"x\":1}\n\n: ping\n\ndata: {\"x\":2}\n\n")]
    [InlineData("text/event-stream; charset=utf-8", "data: {\"x\":1}\n\ndata: {\"x\":2}\n\ndata: [DONE]\n\ndata: {\"x\":3}\n\n")]
    [InlineData("application/x-ndjson", "{\"x\":1}\n\n{\"x\":2}\r\n")]
    [InlineData("application/x-ndjson", "{\"x\":1}\n{\"x\":2}")]
    [InlineData("application/jsonl", "{\"x\":1}\n{\"x\":2}\n[DONE]\n{\"x\":3}\n")]
    public async Task Items_AreThoseOfTheStream(string contentType, string body)
        => Assert.Equal([1, 2], await ReadAsync(contentType, context => context.Response.WriteAsync(body)));

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/vnd.api+json")]
    public async Task AnswerThatIsNoStream_IsOneItem(string contentType)
        => Assert.Equal([7], await ReadAsync(contentType, context => context.Response.WriteAsync("{\n\"x\":\n7}")));

    [Fact]
    public async Task Item_IsThereAsSoonAsItArrives()
    {
        var wasRead = new TaskCompletionSource();
        await using LoopbackServer server = await StartAsync("text/event-stream", async context =>
        {
            await context.Response.WriteAsync("data: {\"x\":1}\n\n");
            await context.Response.Body.FlushAsync();
            await wasRead.Task;
            await context.Response.WriteAsync("data: {\"x\":2}\n\n");
        });
        var items = new List<int?>();

        await foreach (Point point in Stream(server))
        {
            items.Add(point.X);
            wasRead.TrySetResult();
        }

        Assert.Equal([1, 2], items);
    }

    [Fact]
    public async Task BreakingOut_ClosesTheConnection()
    {
        var closed = new TaskCompletionSource();
        await using LoopbackServer server = await StartAsync("text/event-stream", async context =>
        {
            context.RequestAborted.Register(closed.SetResult);
            await context.Response.WriteAsync("data: {\"x\":1}\n\n");
            await context.Response.Body.FlushAsync();
            await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        });

        await foreach (Point _ in Stream(server))
            break;

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("event: error\ndata: overloaded\n\n", "the stream contains an error event", "overloaded")]
    [InlineData("data: [\"no object\"]\n\n", "an item of the stream does not match the document", "[\"no object\"]")]
    [InlineData("data: null\n\n", "an item of the stream does not match the document", "null")]
    public async Task BadItem_IsAnException_AfterTheItemsBefore(string item, string reason, string body)
    {
        var items = new List<int?>();
        await using LoopbackServer server = await StartAsync("text/event-stream", context => context.Response.WriteAsync("data: {\"x\":1}\n\n" + item + "data: {\"x\":2}\n\n"));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(server, items));

        Assert.Equal([1], items);
        Assert.Contains(reason, exception.Message);
        Assert.Equal(body, exception.Body);
    }

    [Fact]
    public async Task ConnectionThatBreaks_IsAnException_AfterTheItemsBefore()
    {
        var wasRead = new TaskCompletionSource();
        await using LoopbackServer server = await StartAsync("text/event-stream", async context =>
        {
            await context.Response.WriteAsync("data: {\"x\":1}\n\ndata: {");
            await context.Response.Body.FlushAsync();
            await wasRead.Task;
            context.Abort();
        });
        var items = new List<int?>();

        await Assert.ThrowsAsync<ApiConnectionException>(async () =>
        {
            await foreach (Point point in Stream(server))
            {
                items.Add(point.X);
                wasRead.TrySetResult();
            }
        });

        Assert.Equal([1], items);
    }

    [Fact]
    public async Task Error_IsTheSameAsOfOtherRequests()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("gone");
        });

        Assert.Equal("gone", (await Assert.ThrowsAsync<ApiException>(() => ReadAsync(server, []))).Body);
    }

    [Fact]
    public async Task Cancellation_EndsTheStream()
    {
        using var source = new CancellationTokenSource();
        await using LoopbackServer server = await StartAsync("text/event-stream", async context =>
        {
            await context.Response.WriteAsync("data: {\"x\":1}\n\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(20_000, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Point _ in Stream(server, source.Token))
                await source.CancelAsync();
        });
    }

    [Fact]
    public async Task StreamThatIsReadTwice_IsAskedForTwice()
    {
        int requests = 0;
        await using LoopbackServer server = await StartAsync("text/event-stream", context =>
        {
            context.Response.StatusCode = ++requests % 2 == 1 ? 503 : 200;
            context.Response.Headers.RetryAfter = "0";
            return context.Response.WriteAsync("data: {\"x\":1}\n\n");
        });
        IAsyncEnumerable<Point> stream = TestClient.Create(server.Address, retries: 1).StreamAsync<Point>(TestClient.Get("/a"), TestClient.ReadPoint, null, TestContext.Current.CancellationToken);

        Assert.Single(await stream.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Single(await stream.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(4, requests);
    }

    [Fact]
    public async Task Text_IsHandedOutAsItIs()
    {
        await using LoopbackServer server = await StartAsync("text/event-stream", context => context.Response.WriteAsync("data: not\ndata: JSON\n\ndata: größe\n\n"));
        var items = new List<string>();

        await foreach (string item in TestClient.Create(server.Address).StreamTextAsync(TestClient.Get("/a"), null, TestContext.Current.CancellationToken))
            items.Add(item);

        Assert.Equal(["not\nJSON", "größe"], items);
    }

    [Fact]
    public async Task StreamedBody_AsksForTheStream_WhateverItSaid()
    {
        string sent = "";
        await using LoopbackServer server = await StartAsync("text/event-stream", async context =>
        {
            Assert.Equal("text/event-stream, application/x-ndjson, application/json; q=0.5", context.Request.Headers.Accept.ToString());
            sent = await new StreamReader(context.Request.Body).ReadToEndAsync();
        });
        ApiRequest request = TestClient.Request("POST", "/a");
        request.SetStreamedJson(new Point { X = 5 }, "application/json", static (writer, value) => Json.WriteModel(writer, value), "stream");

        await foreach (Point _ in TestClient.Create(server.Address).StreamAsync<Point>(request, TestClient.ReadPoint, null, TestContext.Current.CancellationToken))
            Assert.Fail("There is no item.");

        Assert.Equal("""{"x":5,"stream":true}""", sent);
    }

    private static async Task<List<int?>> ReadAsync(string contentType, RequestDelegate answer)
    {
        var items = new List<int?>();
        await using LoopbackServer server = await StartAsync(contentType, answer);
        await ReadAsync(server, items);
        return items;
    }

    private static async Task ReadAsync(LoopbackServer server, List<int?> items)
    {
        await foreach (Point point in Stream(server))
            items.Add(point.X);
    }

    private static IAsyncEnumerable<Point> Stream(LoopbackServer server, CancellationToken? cancellationToken = null)
        => TestClient.Create(server.Address).StreamAsync<Point>(TestClient.Get("/a"), TestClient.ReadPoint, null, cancellationToken ?? TestContext.Current.CancellationToken);

    private static Task<LoopbackServer> StartAsync(string contentType, RequestDelegate answer) => LoopbackServer.StartAsync(context =>
    {
        context.Response.ContentType = contentType;
        return answer(context);
    });
}
