using System.Diagnostics;
using System.Net;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Whatever a server writes into its headers, the caller gets one of the documented exceptions, soon, and a message without anything that acts on a log.</summary>
public class HostileHeaderTests
{
    [Theory]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", 2)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 1)]
    [InlineData("-1", 1)]
    [InlineData("-99999999999999999999", 1)]
    [InlineData("2147483647", 1)]
    [InlineData("2147483648", 1)]
    [InlineData("99999999999999999999999999", 1)]
    [InlineData("1e1", 1)]
    [InlineData("NaN", 1)]
    [InlineData("soon", 1)]
    [InlineData("", 1)]
    [InlineData("0\r\nRetry-After: 0", 2)]
    [InlineData("soon\r\nRetry-After: 99999999999", 1)]
    public async Task RetryAfter_OfAnyKind_IsNoLongWaitAndNoOtherException(string retryAfter, int requests)
    {
        using var server = new RawServer($"HTTP/1.1 503 Busy\r\nRetry-After: {retryAfter}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        ApiClient client = TestClient.Create(server.Address, retries: 1, timeout: TimeSpan.FromSeconds(20));
        var watch = Stopwatch.StartNew();

        // A POST is only sent again when the API asks for it: that tells which ones are understood.
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(TestClient.Request("POST", "/a"), null, TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, requests, requests), (exception.StatusCode, exception.Attempts, server.Requests.Count));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Theory]
    [InlineData("Location: ")]
    [InlineData("Location: http://")]
    [InlineData("Location: http://[")]
    [InlineData("Location: //")]
    [InlineData("Location: http:////")]
    [InlineData("Location: https://a:99999/")]
    [InlineData("Location: file:///etc/passwd")]
    [InlineData("Location: javascript:alert(1)")]
    [InlineData("Location: ///\\\\x")]
    [InlineData("Location: \u00ff\u00fe")]
    public async Task Location_ThatIsNoAddress_IsTheAnswerThatItIs(string header)
    {
        using var server = new RawServer($"HTTP/1.1 302 Found\r\n{header}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => TestClient.Create(server.Address).SendAsync(TestClient.Get("/a"), null, TestContext.Current.CancellationToken));

        Assert.True(exception is ApiException or ApiConnectionException, exception.ToString());
    }

    [Theory]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=none-of-these")]
    [InlineData("application/json; charset=\"\"")]
    [InlineData("application/json; charset=\u00ff")]
    [InlineData(";;;")]
    [InlineData("json")]
    public async Task ContentType_ThatIsNone_IsTakenForUtf8(string type)
    {
        using var server = new RawServer($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: 7\r\nConnection: close\r\n\r\n{{\"x\":1}}");

        Assert.Equal(1, (await TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/a"))).X);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad\u001b[2J\u0007\u009b31m\r\nX-Request-Id: a\u001b]0;pwned\u0007\u0085b\r\nContent-Length: 5\r\n\r\na\n\u001b\r\t")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html; x=\"\u001b[31m\"\r\nContent-Length: 1\r\n\r\n\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 32\r\n\r\n{\"y\":1,\"a\u0085\u001b[31m\\u202e\\n\":{\"x\":}}")]
    [InlineData("\u001b[2J\n::error::pwned\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX\u001b\r\nfoo: bar\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\u001b[2J\r\n")]
    public async Task TextOfTheAnswer_IsVisibleInTheMessageAndDoesNothing(string answer)
    {
        using var server = new RawServer(answer);

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/a")));

        Assert.True(exception is ApiException or ApiConnectionException, exception.ToString());
        Assert.DoesNotContain(exception.Message, c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202e');
        Assert.InRange(exception.Message.Length, 10, 2500);
    }

    [Fact]
    public async Task LongTextOfTheAnswer_IsCut()
    {
        string filler = new('x', 20_000);
        using var server = new RawServer($"HTTP/1.1 400 {filler}\r\nX-Request-Id: {filler}\r\nContent-Length: {filler.Length}\r\nConnection: close\r\n\r\n{filler}");

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address).SendAsync(TestClient.Get("/a"), null, TestContext.Current.CancellationToken));

        Assert.InRange(exception.Message.Length, 500, 2500);
        Assert.Equal((filler, filler, filler), (exception.ReasonPhrase, exception.RequestId, exception.Body));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task BodyThatCannotBeDecompressed_IsAConnectionException(string encoding)
    {
        using var server = new RawServer($"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: 9\r\n\r\nno {encoding} it");
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        ApiClient client = TestClient.Create(new TestClient.Options { BaseAddress = server.Address, MaxRetries = 0 }, http: http);

        await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendForPointAsync(TestClient.Get("/a")));
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.StreamTextAsync(TestClient.Get("/a"), null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask());
    }
}
