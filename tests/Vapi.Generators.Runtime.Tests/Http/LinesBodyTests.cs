using System.Text;
using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Bodies that are sent item by item.</summary>
public class LinesBodyTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/jsonl", "{\"x\":1}\n{\"x\":2}\n")]
    [InlineData("application/json-seq", "\u001e{\"x\":1}\n\u001e{\"x\":2}\n")]
    [InlineData("application/geo+json-seq", "\u001e{\"x\":1}\n\u001e{\"x\":2}\n")]
    public async Task Items_AreSentInTheFramingOfTheirContentType(string contentType, string expected)
    {
        string? sent = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context => sent = context.Request.ContentType + " " + await new StreamReader(context.Request.Body).ReadToEndAsync());
        ApiRequest request = TestClient.Request("POST", "/a");
        request.SetLines(Points(), contentType, Json.WriteModel);

        await TestClient.Create(server.Address).SendAsync(request, null, CancellationToken);

        Assert.Equal(contentType + " " + expected, sent);
    }

    [Fact]
    public async Task Item_IsSentWhenItIsThere()
    {
        var arrived = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            var reader = new StreamReader(context.Request.Body);
            Assert.Equal("{\"x\":1}", await reader.ReadLineAsync());
            arrived.SetResult();
            await reader.ReadToEndAsync();
        });
        ApiRequest request = TestClient.Request("POST", "/a");
        request.SetLines(Points(arrived.Task), "application/jsonl", Json.WriteModel);

        await TestClient.Create(server.Address).SendAsync(request, null, CancellationToken);

        Assert.True(arrived.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Items_AreReadOnce_TheRequestIsNotSentAgain()
    {
        int count = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            count++;
            await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Response.StatusCode = 503;
        });
        ApiRequest request = TestClient.Request("PUT", "/a");
        request.SetLines(Points(), "application/jsonl", Json.WriteModel);

        await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address, retries: 2).SendAsync(request, null, CancellationToken));

        Assert.Equal(1, count);
    }

    [Fact]
    public async Task LineBreakWithinAnItem_EndsNoLine()
    {
        using var stream = new MemoryStream();
        ApiRequest request = TestClient.Request("POST", "/a");
        request.SetLines(AsyncEnumerable.Repeat("{\r\n\"x\": 1\n}", 1), "application/jsonl", static (writer, value) => writer.WriteRawValue(value));

        await request.CreateContent()!.CopyToAsync(stream, CancellationToken);

        Assert.Equal("{  \"x\": 1 }\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static async IAsyncEnumerable<Point> Points(Task? between = null)
    {
        yield return new Point { X = 1 };
        if (between is not null)
            await between;

        yield return new Point { X = 2 };
    }
}
