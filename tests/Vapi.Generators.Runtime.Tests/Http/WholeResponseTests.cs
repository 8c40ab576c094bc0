using System.Net;
using System.Text;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>The status and the headers of a response, besides its content or instead of it.</summary>
public class WholeResponseTests
{
    private const string Json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: \"v1\"\r\nLast-Modified: Wed, 21 Oct 2015 07:28:00 GMT\r\nX-Request-Id: r1\r\nX-Echo: s3cret-key\r\nContent-Length: 7\r\nConnection: close\r\n\r\n{\"x\":1}";

    private const string NotModified = "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n";

    private const string Busy = "HTTP/1.1 503 Busy\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbusy";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Success_TellsStatusHeadersAndRequestId_BesideItsContent_AndNoCredential()
    {
        using var server = new RawServer(Json);
        ApiClient client = TestClient.Create(server.Address, TestClient.Key, TestClient.Bearer);

        WholeResponse<Point> response = await WholeResponse.ReadAsync(options => client.SendForPointAsync(TestClient.Get("/a", options)));

        Assert.Equal((HttpStatusCode.OK, "r1", 1, false), (response.StatusCode, response.RequestId, response.Attempts, response.IsNotModified));
        Assert.Equal(("\"v1\"", "Wed, 21 Oct 2015 07:28:00 GMT", "application/json", "***"), (response.Headers["etag"], response.Headers["last-modified"], response.Headers["CONTENT-TYPE"], response.Headers["x-echo"]));
        Assert.Equal(1, response.Value!.X);
    }

    [Fact]
    public async Task NotModified_IsAResponseWithoutContent_ForWhoAsksByWholeResponse()
    {
        using var server = new RawServer(NotModified);
        ApiClient client = TestClient.Create(server.Address);
        var condition = new RequestOptions { Headers = { ["If-None-Match"] = "\"v1\"" } };

        WholeResponse<Point> point = await WholeResponse.ReadAsync(options => client.SendForPointAsync(TestClient.Get("/a", options)), condition);
        WholeResponse<ApiStream> stream = await WholeResponse.ReadAsync(options => client.SendForStreamAsync(TestClient.Get("/a", options), null, CancellationToken), condition);
        WholeResponse<IAsyncEnumerable<string>> items = await WholeResponse.ReadAsync(options => client.StreamTextAsync(TestClient.Get("/a", options), null, CancellationToken), condition);
        ApiException plain = await Assert.ThrowsAsync<ApiException>(() => client.SendForPointAsync(TestClient.Get("/a", condition)));

        Assert.Equal((true, true, true), (point.IsNotModified, stream.IsNotModified, items.IsNotModified));
        Assert.Equal((null, null), (point.Value, stream.Value));
        Assert.Empty(await items.Value!.ToListAsync(CancellationToken));
        Assert.Equal(("\"v1\"", HttpStatusCode.NotModified), (point.Headers["ETag"], plain.StatusCode));
        Assert.All(server.Requests, head => Assert.Contains("\r\nIf-None-Match: \"v1\"\r\n", head, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Head_TellsTheHeadersOfTheContentThatItHasNot()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 12345\r\nAccept-Ranges: bytes\r\nConnection: close\r\n\r\n");
        ApiClient client = TestClient.Create(server.Address);

        WholeResponse response = await WholeResponse.ReadAsync(options => client.SendAsync(TestClient.Request("HEAD", "/a", options), null, CancellationToken));

        Assert.Equal(("12345", "video/mp4", "bytes"), (response.Headers["Content-Length"], response.Headers["Content-Type"], response.Headers["Accept-Ranges"]));
    }

    [Fact]
    public async Task Stream_TellsItsHeadersBeforeItsItems()
    {
        var mayGoOn = new TaskCompletionSource();
        using var server = new RawServer(async (stream, _) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nX-Request-Id: r1\r\nConnection: close\r\n\r\n"));
            await mayGoOn.Task;
            await stream.WriteAsync("1\n2\n"u8.ToArray());
        });
        ApiClient client = TestClient.Create(server.Address);

        WholeResponse<IAsyncEnumerable<string>> response = await WholeResponse.ReadAsync(options => client.StreamTextAsync(TestClient.Get("/a", options), null, CancellationToken));
        Assert.Equal("r1", response.RequestId);
        mayGoOn.SetResult();

        Assert.Equal(["1", "2"], await response.Value!.ToListAsync(CancellationToken));
    }

    [Fact]
    public async Task Failure_IsTheExceptionThatItIs()
    {
        using var server = new RawServer(Busy);
        ApiClient client = TestClient.Create(server.Address);

        await Assert.ThrowsAsync<ApiException>(() => WholeResponse.ReadAsync(options => client.SendForPointAsync(TestClient.Get("/a", options))));
        await Assert.ThrowsAsync<ApiException>(() => WholeResponse.ReadAsync(options => client.StreamTextAsync(TestClient.Get("/a", options), null, CancellationToken)));
    }

    [Fact]
    public async Task RawResponse_IsTheLastOne_WithCredentialsAndRetries()
    {
        int count = 0;
        using var server = new RawServer((stream, _) => stream.WriteAsync(Encoding.ASCII.GetBytes(++count == 1 ? Busy : "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: 3\r\nConnection: close\r\n\r\na,b")).AsTask());
        ApiClient client = TestClient.Create(server.Address, TestClient.Key, TestClient.Bearer, retries: 1);

        using HttpResponseMessage response = await WholeResponse.ReadRawAsync(
            options => client.SendForPointAsync(TestClient.Get("/a", options)), new RequestOptions { Headers = { ["Accept"] = "text/csv" } });

        Assert.Equal((HttpStatusCode.OK, "text/csv", "a,b"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType, await response.Content.ReadAsStringAsync(CancellationToken)));
        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, head => Assert.Contains("\r\nAccept: text/csv\r\n", head, StringComparison.Ordinal));
        Assert.All(server.Requests, head => Assert.Contains($"\r\nAuthorization: Bearer {TestClient.Key}\r\n", head, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RawResponse_MayBeAFailure_OfEveryKindOfOperation()
    {
        using var server = new RawServer(Busy);
        ApiClient client = TestClient.Create(server.Address);
        Func<Task<HttpResponseMessage>>[] calls =
        [
            () => WholeResponse.ReadRawAsync(options => client.SendAsync(TestClient.Get("/a", options), null, CancellationToken)),
            () => WholeResponse.ReadRawAsync(options => client.SendForPointAsync(TestClient.Get("/a", options))),
            () => WholeResponse.ReadRawAsync(options => client.SendForTextAsync(TestClient.Get("/a", options), null, CancellationToken)),
            () => WholeResponse.ReadRawAsync(options => client.SendForStreamAsync(TestClient.Get("/a", options), null, CancellationToken)),
            () => WholeResponse.ReadRawAsync(options => client.StreamTextAsync(TestClient.Get("/a", options), null, CancellationToken)),
        ];

        foreach (Func<Task<HttpResponseMessage>> call in calls)
        {
            using HttpResponseMessage response = await call();
            Assert.Equal((503, "busy"), ((int)response.StatusCode, await response.Content.ReadAsStringAsync(CancellationToken)));
        }
    }

    [Fact]
    public async Task CallThatForgetsItsOptions_IsToldSo()
    {
        using var server = new RawServer(Json);
        ApiClient client = TestClient.Create(server.Address);

        await Assert.ThrowsAsync<InvalidOperationException>(() => WholeResponse.ReadAsync(_ => client.SendForPointAsync(TestClient.Get("/a"))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => WholeResponse.ReadRawAsync(_ => client.SendForPointAsync(TestClient.Get("/a"))));
    }

    [Theory]
    [InlineData("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", "returned 204 No Content, but without the content that the document describes (Expected a value, found nothing. Path: $, byte 0.).")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "returned 200 OK, but without the content that the document describes (Expected a value, found nothing. Path: $, byte 0.).")]
    public async Task SuccessWithoutTheDocumentedContent_SaysSo(string answer, string expected)
    {
        using var server = new RawServer(answer);

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/a")));

        Assert.EndsWith(expected, exception.Message, StringComparison.Ordinal);
    }
}
