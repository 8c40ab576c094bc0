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
    [InlineData("""{"x":true}""", "$.x", "byte 5")]
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
