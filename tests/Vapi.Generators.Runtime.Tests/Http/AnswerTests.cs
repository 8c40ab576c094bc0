using System.Text;
using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>What becomes of an answer by its content type, its length and its headers.</summary>
public class AnswerTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.api+json")]
    [InlineData("application/problem+json")]
    [InlineData("text/json")]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    [InlineData(null)]
    public async Task JsonUnderATypeThatMayBeIt_IsRead(string? contentType)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer(contentType, """{"x":7}"""));

        Assert.Equal(7, (await TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/"))).X);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("image/png")]
    public async Task SuccessOfAnotherType_IsAnExceptionWithAllOfIt(string contentType)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer(contentType, """{"x":7}"""));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/")));

        Assert.Equal((200, """{"x":7}""", contentType), ((int)exception.StatusCode, exception.Body, exception.Headers["Content-Type"]));
        Assert.Contains($"with '{contentType}' instead of JSON", exception.Message);
    }

    [Theory]
    [InlineData("""[{"x":1}]""", "$", "byte 0")]
    [InlineData("""{"x":1""", "$.x", "byte 5")]
    public async Task BrokenJson_IsLocated(string body, string path, string position)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer("application/json", body));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/")));

        Assert.Contains($"Path: {path}, {position}", exception.Message);
        Assert.Equal(body, exception.Body);
    }

    [Theory]
    [InlineData(1 << 20, true, 1 << 20)]
    [InlineData((1 << 20) + 1, true, (1 << 20) + 1)]
    [InlineData(3_000_000, true, 3_000_000)]
    [InlineData(3_000_000, false, null)]
    [InlineData(1000, false, 1000)]
    public async Task LongFailure_IsKeptUpToAMegabyte(int length, bool tellsLength, int? expected)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 400;
            if (tellsLength)
                context.Response.ContentLength = length;
            await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(new string('a', length)));
        });

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/")));

        Assert.Equal((Math.Min(length, 1 << 20), expected), (exception.Body.Length, (int?)exception.BodyLength));
    }

    [Theory]
    [InlineData("POST", 400)]
    [InlineData("POST", 500)]
    [InlineData("GET", 404)]
    public async Task FailureWhoseBodyBreaksOff_HasItsStatusAndWhatArrived(string method, int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            // Less than announced: the server closes the connection. It does not reset it, which may cost what was sent before.
            context.Response.StatusCode = status;
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("half of");
        });

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address, retries: 2).SendForPointAsync(TestClient.Request(method, "/")));

        Assert.Equal((status, "half of", 100, 1), ((int)exception.StatusCode, exception.Body, exception.BodyLength, exception.Attempts));
        Assert.Contains("but its body is incomplete: half of", exception.Message);
        Assert.NotNull(exception.InnerException);
    }

    [Theory]
    [InlineData("application/json; charset=iso-8859-1", "iso-8859-1")]
    [InlineData("application/json; charset=\"UTF-16\"", "utf-16")]
    [InlineData("application/problem+json; charset=utf-8", "utf-8")]
    [InlineData("application/json; charset=nobody-knows", "utf-8")]
    public async Task Json_IsDecodedAsItsCharsetSays(string contentType, string encoding)
    {
        const string Json = """{"größe":"漢","x":7}""";
        string json = encoding == "iso-8859-1" ? Json.Replace("漢", "é", StringComparison.Ordinal) : Json;
        await using LoopbackServer success = await LoopbackServer.StartAsync(ApiClientResultTests.Answer(contentType, json, Encoding.GetEncoding(encoding)));
        await using LoopbackServer failure = await LoopbackServer.StartAsync(ApiClientResultTests.Answer(contentType, json, Encoding.GetEncoding(encoding), status: 400));

        Point point = await TestClient.Create(success.Address).SendForPointAsync(TestClient.Get("/"));
        ApiException<Point> exception = await Assert.ThrowsAsync<ApiException<Point>>(
            () => TestClient.Create(failure.Address).SendForPointAsync(TestClient.Get("/"), static failure => failure.Read<Point>(TestClient.ReadPoint)));

        Assert.Equal((7, 7, json), (point.X, exception.Error.X, exception.Body));
    }

    [Fact]
    public async Task ByteOrderMark_IsLeftOut()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer("application/json", "\ufeff{\"x\":7}"));

        Assert.Equal(7, (await TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/"))).X);
    }

    [Theory]
    [InlineData("X-Request-Id", "request-id")]
    [InlineData("Request-Id", "CF-Ray")]
    [InlineData("x-amzn-RequestId", null)]
    public async Task RequestId_IsThatOfTheApi(string header, string? lesser)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 400;
            context.Response.Headers[header] = "id-1";
            if (lesser is not null)
                context.Response.Headers[lesser] = "id-2";

            return Task.CompletedTask;
        });

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/")));

        Assert.Equal("id-1", exception.RequestId);
        Assert.Contains("(request id-1)", exception.Message);
    }

    [Fact]
    public async Task TimeoutOfTheHttpClient_IsATimeoutThatSaysSo()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(100) };

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(() => TestClient.Create(new TestClient.Options { BaseAddress = server.Address }, http: http).SendForPointAsync(TestClient.Get("/")));

        Assert.Contains("the HttpClient's own Timeout", exception.Message);
    }
}
