using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class ApiClientErrorTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task DeclaredError_IsTypedByItsStatus(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer("application/json", "{\"x\":7}", status: status));

        ApiException exception = await Assert.ThrowsAnyAsync<ApiException>(() => TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/point"), Error));

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal("{\"x\":7}", exception.Body);
        if (status == 400)
            Assert.Equal(7, Assert.IsType<ApiException<Point>>(exception).Error.X);
        else
            Assert.Equal(7, Assert.IsType<ApiException<NumberOrText>>(exception).Error.Value is JsonElement error ? error.GetProperty("x").GetInt32() : 0);
    }

    [Theory]
    [InlineData(500, "{\"x\":7}")]
    [InlineData(400, "<html><h1>Bad gateway</h1></html>")]
    [InlineData(400, "[{\"x\":1}]")]
    [InlineData(400, "null")]
    [InlineData(400, "")]
    public async Task OtherError_IsPlainAndKeepsTheBody(int status, string body)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer("text/html", body, status: status));

        ApiException exception = await Assert.ThrowsAnyAsync<ApiException>(() => TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/point"), Error));

        Assert.Equal(typeof(ApiException), exception.GetType());
        Assert.Equal(body, exception.Body);
        Assert.Equal(status, (int)exception.StatusCode);
    }

    [Fact]
    public async Task Error_TellsMethodAddressHeadersAndReason()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "7";
            context.Response.Headers.Append("X-Two", "a");
            context.Response.Headers.Append("X-Two", "b");
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("slow down");
        });
        ApiRequest request = TestClient.Request("POST", "/call");
        request.AddQuery("limit", "10");

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address).SendAsync(request, null, CancellationToken));

        Assert.Equal("Too Many Requests", exception.ReasonPhrase);
        Assert.Equal("POST", exception.Method);
        Assert.Equal(new Uri(server.Address, "/call?limit=10"), exception.Url);
        Assert.Equal("7", exception.Headers["retry-after"]);
        Assert.Equal("a, b", exception.Headers["X-Two"]);
        Assert.Equal("text/plain", exception.Headers["content-type"]);
        Assert.Equal($"POST {server.Address}call?limit=10 returned 429 Too Many Requests: slow down", exception.Message);
    }

    [Fact]
    public async Task LongBody_IsQuotedInPartOnly()
    {
        string body = new('x', 100_000);
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer("text/plain", body, status: 500));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address).SendAsync(TestClient.Get("/point"), null, CancellationToken));

        Assert.Equal(body, exception.Body);
        Assert.InRange(exception.Message.Length, 500, 700);
    }

    [Theory]
    [InlineData("[{\"x\":1}]", "$")]
    [InlineData("{\"x\":1", "$.x")]
    [InlineData("<html>", "$")]
    [InlineData("null", "$")]
    [InlineData("", "$")]
    [InlineData("{} {}", "$")]
    public async Task SuccessThatIsNotWhatTheDocumentSays_KeepsTheBodyAndSaysWhere(string body, string path)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer("application/json", body));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/point"), Error));

        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
        Assert.Equal(body, exception.Body);
        Assert.IsType<JsonException>(exception.InnerException);
        Assert.Contains($"Path: {path}, byte ", exception.Message);
    }

    [Fact]
    public async Task ErrorOfAStreamOrText_IsReadLikeAnyOther()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer("application/json", "{\"x\":7}", status: 400));
        ApiClient client = TestClient.Create(server.Address);

        Assert.Equal(7, (await Assert.ThrowsAsync<ApiException<Point>>(() => client.SendForStreamAsync(TestClient.Get("/a"), Error, CancellationToken))).Error.X);
        Assert.Equal(7, (await Assert.ThrowsAsync<ApiException<Point>>(() => client.SendForTextAsync(TestClient.Get("/a"), Error, CancellationToken))).Error.X);
        Assert.Equal(7, (await Assert.ThrowsAsync<ApiException<Point>>(() => client.SendAsync(TestClient.Get("/a"), Error, CancellationToken))).Error.X);
    }

    [Fact]
    public async Task NoServer_IsAConnectionException()
    {
        Uri address;
        await using (LoopbackServer server = await LoopbackServer.StartAsync(_ => Task.CompletedTask))
            address = server.Address;

        await Assert.ThrowsAsync<ApiConnectionException>(() => TestClient.Create(address).SendAsync(TestClient.Get("/a"), null, CancellationToken));
    }

    private static ApiException? Error(ApiFailure failure) => failure.Status switch
    {
        400 => failure.Read<Point>(TestClient.ReadPoint),
        404 => failure.Read(static NumberOrText (ref Utf8JsonReader reader) => NumberOrText.ReadJson(ref reader)),
        _ => null,
    };
}
