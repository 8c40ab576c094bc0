using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class ApiClientResultTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_IsReadAsTheType()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Answer("application/json", "{\"x\":1,\"new\":true}"));

        Point point = await TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/point"));

        Assert.Equal(1, point.X);
    }

    [Fact]
    public async Task Request_ArrivesAsItWasBuilt()
    {
        var seen = new List<string>();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            seen.Add(context.Request.Method + " " + context.Features.Get<IHttpRequestFeature>()!.RawTarget);
            seen.AddRange(context.Request.Headers.Where(h => h.Key != "Host").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {h.Value}"));
            seen.Add(await new StreamReader(context.Request.Body).ReadToEndAsync());
        });
        ApiRequest request = TestClient.Request("PUT", "/call/");
        request.AddPathParameter("id", "a/b c");
        request.AddQuery("q", TestClient.Items("1", "2 3"));
        request.AddHeader("X-Trace", "t");
        request.AddCookie("c", "v");
        request.SetJson(new Point { X = 1 }, "application/json", Json.WriteModel);

        await TestClient.Create(new Uri(server.Address, "/v1/"), TestClient.Key, TestClient.Bearer).SendAsync(request, null, CancellationToken);

        Assert.Equal(
            ["PUT /v1/call/a%2Fb%20c?q=1&q=2%203", "Accept: */*", "Authorization: Bearer s3cret-key", "Content-Length: 7", "Content-Type: application/json", "Cookie: c=v",
                "User-Agent: Test-API/1.0", "X-Trace: t", "{\"x\":1}"],
            seen);
    }

    [Theory]
    [InlineData("../secret", "/call/..%2Fsecret")]
    [InlineData("...", "/call/...")]
    public async Task PathParameter_CannotLeaveItsPlace(string value, string expected)
    {
        string? target = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
            return Task.CompletedTask;
        });
        ApiRequest request = TestClient.Get("/call/");
        request.AddPathParameter("id", value);

        await TestClient.Create(server.Address).SendAsync(request, null, CancellationToken);

        Assert.Equal(expected, target);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    public async Task NoContent_NeedsAnySuccess(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        await TestClient.Create(server.Address).SendAsync(TestClient.Request("DELETE", "/call/1"), null, CancellationToken);
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8", "größe")]
    [InlineData("text/plain", "größe")]
    [InlineData("text/csv; charset=\"UTF-8\"", "größe")]
    public async Task Text_IsTheBody(string contentType, string expected)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Answer(contentType, expected));

        Assert.Equal(expected, await TestClient.Create(server.Address).SendForTextAsync(TestClient.Get("/text"), null, CancellationToken));
    }

    [Fact]
    public async Task Text_IsDecodedAsItsCharsetSays()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Answer("text/plain; charset=iso-8859-1", "größe", Encoding.Latin1));

        Assert.Equal("größe", await TestClient.Create(server.Address).SendForTextAsync(TestClient.Get("/text"), null, CancellationToken));
    }

    [Fact]
    public async Task Stream_ArrivesBeforeItsEnd()
    {
        var firstBytesWereRead = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "audio/wav";
            context.Response.Headers.ContentDisposition = "attachment; filename=\"call.wav\"; filename*=UTF-8''gr%C3%B6%C3%9Fe.wav";
            await context.Response.Body.WriteAsync("first"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await firstBytesWereRead.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await context.Response.Body.WriteAsync("last"u8.ToArray());
        });

        using ApiStream answer = await TestClient.Create(server.Address).SendForStreamAsync(TestClient.Get("/recording"), null, CancellationToken);
        var first = new byte[5];
        await answer.Stream.ReadExactlyAsync(first, CancellationToken);
        firstBytesWereRead.SetResult();

        Assert.Equal("first", Encoding.UTF8.GetString(first));
        Assert.Equal("last", await new StreamReader(answer.Stream).ReadToEndAsync(CancellationToken));
        Assert.Equal("audio/wav", answer.ContentType);
        Assert.Equal("größe.wav", answer.FileName);
        Assert.Null(answer.Length);
    }

    [Fact]
    public async Task Stream_TellsItsLength_AndNoNameItWasNotTold()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Answer(null, "12345"));

        using ApiStream answer = await TestClient.Create(server.Address).SendForStreamAsync(TestClient.Get("/recording"), null, CancellationToken);

        Assert.Equal(5, answer.Length);
        Assert.Null(answer.FileName);
        Assert.Null(answer.ContentType);
    }

    [Fact]
    public async Task Stream_OutlivesTheTimeLimit()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync("first"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await Task.Delay(2500);
            await context.Response.Body.WriteAsync("last"u8.ToArray());
        });

        using ApiStream answer = await TestClient.Create(server.Address, timeout: TimeSpan.FromSeconds(2)).SendForStreamAsync(TestClient.Get("/recording"), null, CancellationToken);

        Assert.Equal("firstlast", await new StreamReader(answer.Stream).ReadToEndAsync(CancellationToken));
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("text/plain", "text/plain")]
    public async Task Accept_IsWhatTheCallerSaysBeforeTheKindOfResult(string? own, string expected)
    {
        string? accept = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            accept = context.Request.Headers.Accept;
            await context.Response.WriteAsync("{}");
        });
        var options = new RequestOptions();
        if (own is not null)
            options.Headers["Accept"] = own;

        await TestClient.Create(server.Address).SendForPointAsync(TestClient.Get("/point", options));

        Assert.Equal(expected, accept);
    }

    internal static RequestDelegate Answer(string? contentType, string body, Encoding? encoding = null, int status = 200) => async context =>
    {
        byte[] bytes = (encoding ?? Encoding.UTF8).GetBytes(body);
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    };
}
