using System.Text;
using System.Text.RegularExpressions;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Multipart bodies whose parts have no names.</summary>
public partial class PartsBodyTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StreamedItems_AreParts()
    {
        ApiRequest request = TestClient.Request("POST", "/a");
        request.SetParts(Points(), "multipart/mixed", Json.WriteModel);

        Assert.Equal(
            "multipart/mixed; boundary=B\n--B\r\nContent-Type: application/json\r\n\r\n{\"x\":1}\r\n--B\r\nContent-Type: application/json\r\n\r\n{\"x\":2}\r\n--B--\r\n",
            await SentAsync(request));
    }

    [Fact]
    public async Task ListedItems_AreTheSameParts()
    {
        ApiRequest request = TestClient.Request("POST", "/a");
        request.SetParts((IReadOnlyList<Point>)[new Point { X = 1 }, new Point { X = 2 }], "multipart/mixed", Json.WriteModel);

        Assert.Equal(
            "multipart/mixed; boundary=\"B\"\n--B\r\nContent-Type: application/json\r\n\r\n{\"x\":1}\r\n--B\r\nContent-Type: application/json\r\n\r\n{\"x\":2}\r\n--B--\r\n",
            await SentAsync(request));
    }

    [Theory]
    [InlineData("a.wav", "audio/wav", "Content-Type: audio/wav\r\nContent-Disposition: attachment; filename=\"a.wav\"\r\n\r\nx")]
    [InlineData("ü\"\n", null, "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"ü%22%0A\"\r\n\r\nx")]
    [InlineData(null, null, "Content-Type: application/octet-stream\r\n\r\nx")]
    public async Task Files_AreParts_ListedOrStreamed(string? name, string? type, string expected)
    {
        ApiRequest listed = TestClient.Request("POST", "/a");
        listed.SetParts((IReadOnlyList<FileContent>)[File()], "multipart/mixed", Json.WriteFile);
        ApiRequest streamed = TestClient.Request("POST", "/a");
        streamed.SetParts(AsyncEnumerable.Repeat(File(), 1), "multipart/mixed", Json.WriteFile);

        Assert.Equal($"multipart/mixed; boundary=\"B\"\n--B\r\n{expected}\r\n--B--\r\n", await SentAsync(listed));
        Assert.Equal($"multipart/mixed; boundary=B\n--B\r\n{expected}\r\n--B--\r\n", await SentAsync(streamed));

        FileContent File() => new(new MemoryStream([(byte)'x']), name, type);
    }

    [Theory]
    [InlineData(null, "text/plain; charset=utf-8", "ä")]
    [InlineData("text/csv", "text/csv; charset=utf-8", "ä")]
    [InlineData("application/json", "application/json", "\"\\u00E4\"")]
    public async Task PartType_DecidesHowAValueIsWritten(string? partType, string expectedType, string expected)
    {
        ApiRequest request = TestClient.Request("POST", "/a");
        request.SetParts((IReadOnlyList<string>)["ä"], "multipart/mixed", Json.WriteString, partType);

        Assert.Equal($"multipart/mixed; boundary=\"B\"\n--B\r\nContent-Type: {expectedType}\r\n\r\n{expected}\r\n--B--\r\n", await SentAsync(request));
    }

    [Fact]
    public async Task NoItems_AreAnEmptyBody()
    {
        ApiRequest request = TestClient.Request("POST", "/a");
        request.SetParts(AsyncEnumerable.Empty<Point>(), "multipart/x-mixed-replace; q=1", Json.WriteModel);

        Assert.Equal("multipart/x-mixed-replace; q=1; boundary=B\n--B--\r\n", await SentAsync(request));
    }

    [Fact]
    public async Task Part_IsSentWhenItIsThere()
    {
        var arrived = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            var reader = new StreamReader(context.Request.Body);
            string boundary = context.Request.ContentType!.Split("boundary=")[1];
            foreach (string line in new[] { "--" + boundary, "Content-Type: application/json", "", "{\"x\":1}" })
                Assert.Equal(line, await reader.ReadLineAsync());

            // The delimiter that ends the part is there, so that it can be used.
            var delimiter = new char[boundary.Length + 2];
            await reader.ReadBlockAsync(delimiter);
            Assert.Equal("--" + boundary, new string(delimiter));
            arrived.SetResult();
            await reader.ReadToEndAsync();
        });
        ApiRequest request = TestClient.Request("POST", "/a");
        request.SetParts(Points(arrived.Task), "multipart/mixed", Json.WriteModel);

        await TestClient.Create(server.Address).SendAsync(request, null, CancellationToken);

        Assert.True(arrived.Task.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public async Task OnlyListedItems_AreSentAgain(bool isStreamed, int expected)
    {
        var bodies = new List<string>();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            bodies.Add(await new StreamReader(context.Request.Body).ReadToEndAsync());
            context.Response.StatusCode = 503;
        });
        ApiRequest request = TestClient.Request("PUT", "/a");
        if (isStreamed)
            request.SetParts(AsyncEnumerable.Repeat(new FileContent(new MemoryStream([65])), 1), "multipart/mixed", Json.WriteFile);
        else
            request.SetParts((IReadOnlyList<FileContent>)[new FileContent(new MemoryStream([65]))], "multipart/mixed", Json.WriteFile);

        await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address, retries: 2).SendAsync(request, null, CancellationToken));

        Assert.Equal(expected, bodies.Count);
        Assert.All(bodies, b => Assert.Contains("\r\n\r\nA\r\n", b, StringComparison.Ordinal));
    }

    private static async Task<string> SentAsync(ApiRequest request)
    {
        using HttpContent content = request.CreateContent()!;
        string sent = content.Headers.ContentType + "\n" + Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(CancellationToken));
        string boundary = Boundary().Match(sent).Groups[1].Value;
        return sent.Replace(boundary, "B", StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<Point> Points(Task? between = null)
    {
        yield return new Point { X = 1 };
        if (between is not null)
            await between;

        yield return new Point { X = 2 };
    }

    [GeneratedRegex("boundary=\"?([^\"\n]+)\"?")]
    private static partial Regex Boundary();
}
