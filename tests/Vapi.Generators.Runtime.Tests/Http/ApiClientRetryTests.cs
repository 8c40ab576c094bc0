using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>What may be repeated is, and nothing else.</summary>
public class ApiClientRetryTests
{
    private const string PointJson = """{"x":1}""";

    private int _requests;

    [Theory]
    [InlineData("GET", 408)]
    [InlineData("GET", 429)]
    [InlineData("GET", 500)]
    [InlineData("GET", 503)]
    [InlineData("PUT", 502)]
    [InlineData("DELETE", 504)]
    [InlineData("OPTIONS", 500)]
    public async Task FailureThatPasses_IsRetriedWhereRepeatingIsSafe(string method, int status)
    {
        await using LoopbackServer server = await StartAsync(1, status);

        await TestClient.Create(server.Address, retries: 2).SendAsync(TestClient.Request(method, "/a"), null, TestContext.Current.CancellationToken);

        Assert.Equal(2, _requests);
    }

    [Theory]
    [InlineData("GET", 400)]
    [InlineData("GET", 404)]
    [InlineData("GET", 409)]
    [InlineData("POST", 429)]
    [InlineData("POST", 500)]
    [InlineData("POST", 503)]
    [InlineData("PATCH", 503)]
    [InlineData("LOCK", 503)]
    public async Task OtherFailure_IsNot(string method, int status)
    {
        await using LoopbackServer server = await StartAsync(1, status);

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => SendAsync(server, method));

        Assert.Equal((1, 1), (_requests, exception.Attempts));
    }

    [Theory]
    [InlineData("POST", 429, true)]
    [InlineData("PATCH", 503, true)]
    [InlineData("POST", 500, false)]
    [InlineData("POST", 502, false)]
    public async Task PostAndPatch_AreRetriedOnlyWhenTheApiAsksForIt(string method, int status, bool isRetried)
    {
        await using LoopbackServer server = await StartAsync(1, status, "0");

        Task send = SendAsync(server, method);

        if (isRetried)
            await send;
        else
            await Assert.ThrowsAsync<ApiException>(() => send);
        Assert.Equal(isRetried ? 2 : 1, _requests);
    }

    [Fact]
    public async Task RetriesEnd_AndTheExceptionTellsHowManyAttempts()
    {
        await using LoopbackServer server = await StartAsync(10, 503, "0");

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => SendAsync(server, "GET"));

        Assert.Equal((3, 3), (_requests, exception.Attempts));
        Assert.Contains("returned 503 Service Unavailable after 3 attempts", exception.Message);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 5)]
    public async Task RequestsOwnLimit_ComesBeforeTheClients(int retries, int requests)
    {
        await using LoopbackServer server = await StartAsync(10, 503, "0");
        ApiRequest request = TestClient.Get("/a", new RequestOptions { MaxRetries = retries });

        await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address, retries: 2).SendAsync(request, null, TestContext.Current.CancellationToken));

        Assert.Equal(requests, _requests);
    }

    [Theory]
    [InlineData("1", 0.9)]
    [InlineData("date", 0.9)]
    [InlineData("0", 0)]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", 0)]
    public async Task RetryAfter_IsWaitedFor(string retryAfter, double seconds)
    {
        // A date has whole seconds, and the server takes a moment to start: four from now are more than one.
        string header = retryAfter == "date" ? DateTimeOffset.UtcNow.AddSeconds(4).ToString("R", CultureInfo.InvariantCulture) : retryAfter;
        await using LoopbackServer server = await StartAsync(1, 429, header);
        var watch = Stopwatch.StartNew();

        await SendAsync(server, "POST");

        Assert.InRange(watch.Elapsed.TotalSeconds, seconds, 10);
        Assert.Equal(2, _requests);
    }

    [Theory]
    [InlineData(1, 0.25, 0.5)]
    [InlineData(2, 0.5, 1)]
    [InlineData(3, 1, 2)]
    [InlineData(10, 4, 8)]
    public void Wait_GrowsWithEachAttempt_AndIsNeverTheSame(int attempt, double least, double most)
    {
        double[] waits = [.. Enumerable.Range(0, 100).Select(_ => RetryPolicy.DelayAfterFailure(TestClient.Get("/"), attempt)!.Value.TotalSeconds)];

        Assert.All(waits, wait => Assert.InRange(wait, least, most));
        Assert.True(waits.Distinct().Count() > 50);
    }

    [Theory]
    [InlineData("61", 30)]
    [InlineData("20", 10)]
    public async Task RetryAfterThatIsTooLong_EndsTheRetries(string retryAfter, int timeout)
    {
        await using LoopbackServer server = await StartAsync(1, 429, retryAfter);
        ApiClient client = TestClient.Create(server.Address, retries: 2, timeout: TimeSpan.FromSeconds(timeout));

        await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(TestClient.Get("/a"), null, TestContext.Current.CancellationToken));

        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task Cancellation_EndsTheWait()
    {
        await using LoopbackServer server = await StartAsync(10, 429, "30");
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        ApiClient client = TestClient.Create(server.Address, retries: 2, timeout: Timeout.InfiniteTimeSpan);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendAsync(TestClient.Get("/a"), null, source.Token));
    }

    [Theory]
    [InlineData("GET", 3)]
    [InlineData("PUT", 3)]
    [InlineData("POST", 1)]
    [InlineData("PATCH", 1)]
    public async Task BrokenConnection_IsTriedAgainWhereRepeatingIsSafe(string method, int requests)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            _requests++;
            context.Abort();
            return Task.CompletedTask;
        });

        ApiConnectionException exception = await Assert.ThrowsAsync<ApiConnectionException>(() => SendAsync(server, method));

        Assert.Equal((requests, requests), (_requests, exception.Attempts));
    }

    [Theory]
    [InlineData("POST", false)]
    [InlineData("POST", true)]
    [InlineData("PATCH", false)]
    [InlineData("LOCK", false)]
    public async Task WhatMustNotBeRepeated_IsSentOnce_AlsoWhenAKeptConnectionIsClosedInsteadOfAnAnswer(string method, bool hasBody)
    {
        using var server = new ClosingServer();
        ApiClient client = TestClient.Create(server.Address, retries: 2);
        await client.SendAsync(TestClient.Get("/first"), null, TestContext.Current.CancellationToken);
        ApiRequest request = TestClient.Request(method, "/call");
        if (hasBody)
            request.SetJson(new Point { X = 1 }, "application/json", Json.WriteModel);

        ApiConnectionException exception = await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendAsync(request, null, TestContext.Current.CancellationToken));

        Assert.Equal(["GET /first", method + " /call"], server.Requests);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task ConnectionThatBreaksInTheBody_IsTriedAgain()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentLength = PointJson.Length;
            await context.Response.WriteAsync(++_requests < 3 ? PointJson[..3] : PointJson);
            await context.Response.Body.FlushAsync();
            if (_requests < 3)
                context.Abort();
        });

        Point point = await TestClient.Create(server.Address, retries: 2).SendForPointAsync(TestClient.Get("/point"));

        Assert.Equal((3, 1), (_requests, point.X));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stream_IsSentAgainFromItsStart_WhenItCanBe(bool canSeek)
    {
        var received = new List<string>();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            received.Add(await new StreamReader(context.Request.Body).ReadToEndAsync());
            context.Response.StatusCode = received.Count == 1 ? 503 : 200;
        });
        using var bytes = new MemoryStream("skipped, sent"u8.ToArray()) { Position = 9 };
        ApiRequest request = TestClient.Request("PUT", "/file");
        request.SetFile(new FileContent(canSeek ? bytes : new ForwardStream(bytes)), "application/octet-stream");

        Task send = TestClient.Create(server.Address, retries: 2).SendAsync(request, null, TestContext.Current.CancellationToken);

        if (canSeek)
            await send;
        else
            await Assert.ThrowsAsync<ApiException>(() => send);
        Assert.Equal(canSeek ? ["sent", "sent"] : ["sent"], received);
    }

    private static Task SendAsync(LoopbackServer server, string method)
        => TestClient.Create(server.Address, retries: 2).SendAsync(TestClient.Request(method, "/a"), null, TestContext.Current.CancellationToken);

    /// <summary>A server that fails a number of times.</summary>
    private Task<LoopbackServer> StartAsync(int failures, int status, string? retryAfter = null) => LoopbackServer.StartAsync(context =>
    {
        if (++_requests <= failures)
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter;
        }

        return Task.CompletedTask;
    });

    /// <summary>A server that answers the first request of a connection, and closes the connection instead of answering a second one.</summary>
    private sealed class ClosingServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public ClosingServer()
        {
            _listener.Start();
            _ = AcceptAsync();
        }

        public List<string> Requests { get; } = [];

        public Uri Address => new($"http://{_listener.LocalEndpoint}");

        public void Dispose() => _listener.Dispose();

        private async Task AcceptAsync()
        {
            while (true)
            {
                using TcpClient connection = await _listener.AcceptTcpClientAsync();
                var reader = new StreamReader(connection.GetStream());
                await ReadAsync(reader);
                await connection.GetStream().WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray());
                await ReadAsync(reader);
            }
        }

        private async Task ReadAsync(StreamReader reader)
        {
            string line = (await reader.ReadLineAsync())!;
            Requests.Add(line[..line.LastIndexOf(' ')]);
            int length = 0;
            while (await reader.ReadLineAsync() is { Length: > 0 } header)
                length = header.StartsWith("Content-Length:", StringComparison.Ordinal) ? int.Parse(header[15..], CultureInfo.InvariantCulture) : length;
            if (length > 0)
                await reader.ReadBlockAsync(new char[length]);
        }
    }

    /// <summary>A stream as it comes from a network.</summary>
    private sealed class ForwardStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
