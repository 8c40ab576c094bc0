using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>What the caller gets when something goes wrong, and that nothing is left behind: the client has one connection, which one that was not given back would block.</summary>
public class FaultTests
{
    [Theory]
    [InlineData("the connection is reset before the answer", nameof(ApiConnectionException), 3)]
    [InlineData("the connection is reset in the body", nameof(ApiConnectionException), 3)]
    [InlineData("the body is slow", nameof(TimeoutException), 1)]
    [InlineData("the body is half of the JSON", nameof(ApiException), 1)]
    [InlineData("429 without end", nameof(ApiException) + " 429", 3)]
    [InlineData("429 without end, asking for seconds", nameof(ApiException) + " 429", 3)]
    [InlineData("redirects in a circle", nameof(ApiException) + " 302", 11)]
    [InlineData("500 with HTML", nameof(ApiException) + " 500", 3)]
    [InlineData("500 with a body without end", nameof(ApiException) + " 500", 3)]
    [InlineData("400 with a body that breaks off", nameof(ApiException) + " 400", 1)]
    [InlineData("more is announced than comes", nameof(ApiConnectionException), 3)]
    [InlineData("a chunked body that breaks off", nameof(ApiConnectionException), 3)]
    public async Task Fault_IsAnExceptionAndLeavesNothingBehind(string fault, string expected, int requests)
    {
        int count = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path == "/good")
                return context.Response.WriteAsync("""{"x":1}""");

            count++;
            return MakeAsync(fault, context);
        });
        using HttpClient http = OneConnection();
        ApiClient client = TestClient.Create(new TestClient.Options { BaseAddress = server.Address, MaxRetries = 2, Timeout = TimeSpan.FromSeconds(fault.Contains("slow", StringComparison.Ordinal) ? 1 : 60) }, http: http);

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => client.SendForPointAsync(TestClient.Get("/bad")));

        Assert.Equal(expected, exception.GetType().Name + (exception is ApiException { StatusCode: var status } && (int)status != 200 ? $" {(int)status}" : ""));
        Assert.Equal(requests, count);
        Assert.Equal(1, (await client.SendForPointAsync(TestClient.Get("/good"))).X);
    }

    [Theory]
    [InlineData("the connection is reset in the body")]
    [InlineData("more is announced than comes")]
    [InlineData("a chunked body that breaks off")]
    public async Task FileThatBreaksOff_IsAnExceptionOfItsStream_AndLeavesNothingBehind(string fault)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Request.Path == "/good" ? context.Response.WriteAsync("""{"x":1}""") : MakeAsync(fault, context));
        using HttpClient http = OneConnection();
        ApiClient client = TestClient.Create(new TestClient.Options { BaseAddress = server.Address, MaxRetries = 0 }, http: http);

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using ApiStream file = await client.SendForStreamAsync(TestClient.Get("/bad"), null, TestContext.Current.CancellationToken);
            await file.Stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        });

        // A reset may overtake the headers.
        Assert.True(exception is IOException || fault.Contains("reset", StringComparison.Ordinal) && exception is ApiConnectionException, exception.ToString());
        Assert.Equal(1, (await client.SendForPointAsync(TestClient.Get("/good"))).X);
    }

    [Theory]
    [InlineData("before sending")]
    [InlineData("in the callback for the token")]
    [InlineData("while the body is sent")]
    [InlineData("while the headers are waited for")]
    [InlineData("in the body")]
    [InlineData("in the body of a failure")]
    [InlineData("between two attempts")]
    [InlineData("in a stream")]
    [InlineData("in a file")]
    public async Task Cancellation_AtEveryAwaitIsTheCallers(string place)
    {
        using var source = new CancellationTokenSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/good")
            {
                await context.Response.WriteAsync("""{"x":1}""");
                return;
            }

            if (place == "between two attempts")
            {
                context.Response.StatusCode = 503;
                context.Response.Headers.RetryAfter = "30";
                context.Response.OnCompleted(() => source.CancelAsync());
                return;
            }

            if (place == "in the body of a failure")
                context.Response.StatusCode = 400;
            if (place.StartsWith("in ", StringComparison.Ordinal))
                await context.Response.WriteAsync(place == "in a stream" ? "{\"x\":1}\n" : "{");

            await context.Response.Body.FlushAsync();
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using HttpClient http = OneConnection();
        var options = new TestClient.Options { BaseAddress = server.Address };
        bool isAsked = false;
        if (place == "in the callback for the token")
        {
            options.SetCredential("bearer", ApiCredential.FromToken(async (_, token) =>
            {
                if (!isAsked)
                {
                    isAsked = true;
                    await source.CancelAsync();
                    token.ThrowIfCancellationRequested();
                }

                return "token";
            }));
        }

        ApiClient client = TestClient.Create(options, http: http);
        if (place == "before sending")
            await source.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            ApiRequest request = TestClient.Request(place == "while the body is sent" ? "PUT" : "GET", "/bad");
            if (place == "while the body is sent")
                request.SetFile(new CancellingStream(source), "application/octet-stream");

            if (place == "in a file")
            {
                using ApiStream file = await client.SendForStreamAsync(request, null, source.Token);
                await file.Stream.CopyToAsync(Stream.Null, source.Token);
            }
            else if (place == "in a stream")
                await client.StreamAsync<Point>(request, TestClient.ReadPoint, null, source.Token).ToListAsync(source.Token);
            else
                await client.SendForPointAsync(request, cancellationToken: source.Token);
        });

        if (place is not ("in a stream" or "in a file"))
            Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal(1, (await client.SendForPointAsync(TestClient.Get("/good"))).X);
    }

    private static HttpClient OneConnection() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 1 }) { Timeout = Timeout.InfiniteTimeSpan };

    private static async Task MakeAsync(string fault, HttpContext context)
    {
        switch (fault)
        {
            case "the connection is reset before the answer":
                context.Abort();
                break;
            case "the connection is reset in the body":
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("{");
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case "the body is slow":
                await context.Response.WriteAsync("{");
                await context.Response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            case "the body is half of the JSON":
                await context.Response.WriteAsync("""{"x":1,""");
                break;
            case "redirects in a circle":
                context.Response.StatusCode = 302;
                context.Response.Headers.Location = "/bad?again";
                break;
            case "500 with HTML":
                context.Response.StatusCode = 500;
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<html><h1>Oops</h1></html>");
                break;
            case "400 with a body that breaks off":
                context.Response.StatusCode = 400;
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("{");
                break;
            case "more is announced than comes":
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("""{"x":1}""");
                break;
            case "a chunked body that breaks off":
                await context.Response.WriteAsync("""{"x":1}""");
                await context.Response.Body.FlushAsync();
                throw new FormatException("The server closes the connection.");
            case "500 with a body without end":
                context.Response.StatusCode = 500;
                while (!context.RequestAborted.IsCancellationRequested)
                    await context.Response.Body.WriteAsync(new byte[10_000], context.RequestAborted);
                break;
            default:
                context.Response.StatusCode = 429;
                if (fault.Contains("seconds", StringComparison.Ordinal))
                    context.Response.Headers.RetryAfter = "0";
                break;
        }
    }

    /// <summary>Cancels when a part of it was sent.</summary>
    private sealed class CancellingStream(CancellationTokenSource source) : MemoryStream(new byte[10_000_000])
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await destination.WriteAsync(new byte[100_000], cancellationToken);
            await source.CancelAsync();
            await base.CopyToAsync(destination, bufferSize, cancellationToken);
        }
    }
}
