using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>An answer without end, or one that swells when it is decompressed, costs no more memory than <see cref="ApiOptions.MaxResponseBytes"/> allows, and no more time than the time limit.</summary>
[Collection(nameof(EndlessAnswerTests))]
[CollectionDefinition(nameof(EndlessAnswerTests), DisableParallelization = true)]
public class EndlessAnswerTests
{
    private const string Chunked = "HTTP/1.1 200 OK\r\nContent-Type: {0}\r\nTransfer-Encoding: chunked\r\n\r\n";

    private const int Megabyte = 1 << 20;

    private static readonly byte[] Filler = Encoding.ASCII.GetBytes(new string('1', Megabyte));

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    [InlineData("one item")]
    [InlineData("line")]
    [InlineData("event")]
    [InlineData("event of many lines")]
    public async Task AnswerWithoutEnd_IsRefusedAtTheLimit(string way)
    {
        string type = way switch { "line" => "application/x-ndjson", "event" or "event of many lines" => "text/event-stream", _ => "application/json" };
        using var server = new RawServer((stream, _) => SendForeverAsync(stream, type, way == "event of many lines" ? "data: " + new string('1', 1000) + "\n" : null));
        ApiClient client = Client(server.Address, 3 * Megabyte);
        long before = GC.GetTotalAllocatedBytes();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => SendAsync(client, way));

        string what = way switch { "line" or "event" => "a line of its stream", "event of many lines" => "an event of its stream", _ => "its body" };
        Assert.Contains($"returned 200 OK, but {what} is longer than the 3145728 bytes that MaxResponseBytes allows: ", exception.Message);
        Assert.Equal((HttpStatusCode.OK, Megabyte, null), (exception.StatusCode, exception.Body.Length, exception.BodyLength));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 40 * Megabyte);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    public async Task AnswerWithoutEnd_EndsAtTheTimeLimit(string way)
    {
        using var server = new RawServer((stream, _) => SendForeverAsync(stream, "application/json", null));
        ApiClient client = Client(server.Address, int.MaxValue, TimeSpan.FromSeconds(0.3));
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync<TimeoutException>(() => SendAsync(client, way));

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Theory]
    [InlineData("3145729")]
    [InlineData("9223372036854775807")]
    public async Task AnswerThatAnnouncesTooMuch_IsRefusedUnread(string length)
    {
        using var server = new RawServer($"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n");

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => SendAsync(Client(server.Address, 3 * Megabyte), "json"));

        Assert.Contains("its body is longer than the 3145728 bytes that MaxResponseBytes allows", exception.Message);
        Assert.Equal(long.Parse(length), exception.BodyLength);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task AnswerOfTheLongestLength_IsRead(int more, bool isRead)
    {
        string body = "1" + new string(' ', 4999 + more);
        foreach (string length in new[] { $"Content-Length: {body.Length}\r\n", "" })
        {
            using var server = new RawServer($"HTTP/1.1 200 OK\r\n{length}Connection: close\r\n\r\n{body}");

            Exception? thrown = await Record.ExceptionAsync(() => SendAsync(Client(server.Address, 5000), "text"));

            Assert.Equal(isRead, thrown is null);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task DecompressionBomb_IsRefusedAtTheLimit(string encoding)
    {
        byte[] bomb = Compress(encoding, 300 * Megabyte);
        using var server = new RawServer(async (stream, _) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\nContent-Length: {bomb.Length}\r\n\r\n"));
            await stream.WriteAsync(bomb);
        });
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        ApiClient client = TestClient.Create(new TestClient.Options { BaseAddress = server.Address }, http: http);
        long before = GC.GetTotalAllocatedBytes();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => SendAsync(client, "json"));

        Assert.InRange(bomb.Length, 0, Megabyte);
        Assert.Contains("its body is longer than the 104857600 bytes that MaxResponseBytes allows", exception.Message);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 300 * Megabyte);
    }

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("application/x-ndjson")]
    public async Task LineOfAHundredMegabytes_IsRefusedByDefault(string type)
    {
        using var server = new RawServer(async (stream, _) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n\r\ndata: {{\"x\":1}}\n\ndata: "));
            for (int i = 0; i < 100; i++)
                await stream.WriteAsync(Filler);

            await stream.WriteAsync("\n\n"u8.ToArray());
        });
        var items = new List<string>();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (string item in TestClient.Create(server.Address).StreamTextAsync(TestClient.Get("/"), null, CancellationToken))
                items.Add(item);
        });

        Assert.Contains("a line of its stream is longer than the 104857600 bytes that MaxResponseBytes allows", exception.Message);
        Assert.EndsWith("{\"x\":1}", Assert.Single(items));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void LimitThatIsNone_IsRefused(int bytes)
        => Assert.Contains("MaxResponseBytes", Assert.Throws<ArgumentException>(() => TestClient.Create(new TestClient.Options { BaseAddress = new Uri("https://api.test"), MaxResponseBytes = bytes })).Message);

    private static ApiClient Client(Uri address, int maxBytes, TimeSpan? timeout = null)
        => TestClient.Create(new TestClient.Options { BaseAddress = address, MaxResponseBytes = maxBytes, MaxRetries = 0, Timeout = timeout ?? TimeSpan.FromSeconds(60) });

    private static async Task SendAsync(ApiClient client, string way)
    {
        ApiRequest request = TestClient.Get("/endless");
        if (way == "json")
            await client.SendForPointAsync(request);
        else if (way == "text")
            await client.SendForTextAsync(request, null, CancellationToken);
        else
            await client.StreamTextAsync(request, null, CancellationToken).ToListAsync(CancellationToken);
    }

    private static async Task SendForeverAsync(NetworkStream stream, string type, string? line)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Format(null, Chunked, type)));
        byte[] bytes = line is null ? Filler : Encoding.ASCII.GetBytes(line);
        byte[] chunk = [.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes, .. "\r\n"u8];
        while (true)
            await stream.WriteAsync(chunk);
    }

    private static byte[] Compress(string encoding, long length)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = encoding == "gzip" ? new GZipStream(compressed, CompressionLevel.Optimal) : new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            for (long written = 0; written < length; written += Filler.Length)
                stream.Write(Filler);
        }

        return compressed.ToArray();
    }
}
