using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>What becomes of a request that an API, or somebody else, sends. Who listens to spans changes the requests of other tests: they wait.</summary>
[Collection(nameof(RequestTraceTests))]
public class ApiWebhooksTests
{
    private const string Message = """{"type":"point","x":1}""";

    private static readonly Func<string, string?> NoHeaders = static _ => null;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Message, """200 {"x":1,"type":"point"} """)]
    [InlineData("\uFEFF" + Message, """200 {"x":1,"type":"point"} """)]
    [InlineData("""{"type":"point","x":"a"}""", """200 {"type":"point","x":"a"} """)]
    [InlineData("""{"type":"line"}""", """200 {"other":{"type":"line"}} """)]
    [InlineData("null", """200 {"other":null} """)]
    [InlineData("", "400  The body is not JSON. The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true. LineNumber: 0 | BytePositionInLine: 0. Path: $, byte 0.")]
    [InlineData("""{"type":"point"} x""", "400  The body is not JSON. 'x' is invalid after a single JSON value. Expected end of data. LineNumber: 0 | BytePositionInLine: 17. Path: $, byte 17.")]
    public async Task Body_InMemoryAndInAStream_IsHandled(string body, string expected)
    {
        PointWebhooks webhooks = Echo(ApiWebhookVerification.None);
        byte[] bytes = Encoding.UTF8.GetBytes(body);

        Assert.Equal(expected, Describe(await webhooks.ReceiveAsync(bytes, NoHeaders, null, Cancelled)));
        Assert.Equal(expected, Describe(await webhooks.ReceiveAsync(new MemoryStream(bytes), NoHeaders, null, Cancelled)));
    }

    /// <summary>Text that is not UTF-8 cannot be read as the message, and is not lost.</summary>
    [Fact]
    public async Task UndecodableText_ReachesTheOtherHandler()
    {
        bool isCalled = false;
        PointWebhooks webhooks = Echo(ApiWebhookVerification.None);
        webhooks.OnOther = (_, _) =>
        {
            isCalled = true;
            return Task.FromResult<JsonElement?>(null);
        };

        ApiWebhookResponse response = await webhooks.ReceiveAsync((byte[])[.. "{\"type\":\"point\",\""u8, 0xFF, .. "\":1}"u8], NoHeaders, null, Cancelled);

        Assert.Equal((200, true), (response.StatusCode, isCalled));
    }

    /// <summary>100 MB: nothing of it is read if its length is declared, and no more than the limit if it is not.</summary>
    [Theory]
    [InlineData("104857600", 0)]
    [InlineData(null, 1001)]
    [InlineData("12", 1001)]
    [InlineData("abc", 1001)]
    public async Task LongBody_IsRefusedWithoutReadingIt(string? length, long read)
    {
        PointWebhooks webhooks = Echo(ApiWebhookVerification.None);
        webhooks.MaxRequestBytes = 1000;
        var stream = new CountingStream(100 << 20);

        ApiWebhookResponse response = await webhooks.ReceiveAsync(stream, name => name == "Content-Length" ? length : null, null, Cancelled);

        Assert.Equal("413  The body has more than 1000 bytes.", Describe(response));
        Assert.Equal(read, stream.Position);
    }

    [Fact]
    public async Task BodyOfTheLongestLength_IsRead()
    {
        PointWebhooks webhooks = Echo(ApiWebhookVerification.None);
        webhooks.MaxRequestBytes = 100_000;
        byte[] body = Encoding.UTF8.GetBytes("[" + new string(' ', 99_998) + "]");

        Assert.Equal(200, (await webhooks.ReceiveAsync(new MemoryStream(body), NoHeaders, null, Cancelled)).StatusCode);
        Assert.Equal(413, (await webhooks.ReceiveAsync(new MemoryStream([.. body, (byte)' ']), NoHeaders, null, Cancelled)).StatusCode);
        Assert.Equal(413, (await webhooks.ReceiveAsync((byte[])[.. body, (byte)' '], NoHeaders, null, Cancelled)).StatusCode);
    }

    /// <summary>The body of a stranger is not read, unless it must be verified.</summary>
    [Theory]
    [InlineData(false, "401  The header X-Vapi-Secret has a wrong secret.", 0)]
    [InlineData(true, "401  The header x-signature has no valid signature.", 22)]
    public async Task Stranger_IsRefusedBeforeAHandlerRuns_WithoutTheSecret(bool isSigned, string expected, long read)
    {
        var webhooks = new PointWebhooks(isSigned ? ApiWebhookVerification.Signature(new ApiWebhookSignature("topsecret") { TimestampHeader = null }) : ApiWebhookVerification.Header("X-Vapi-Secret", "topsecret"))
        {
            OnPoint = (_, _) => throw new InvalidOperationException(),
        };
        var stream = new MemoryStream(Encoding.UTF8.GetBytes(Message));

        ApiWebhookResponse response = await webhooks.ReceiveAsync(stream, _ => "guess", null, Cancelled);

        Assert.Equal(expected, Describe(response));
        Assert.Equal(read, stream.Position);
    }

    /// <summary>The deadline holds even if the handler does not look at its token.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HandlerThatTakesTooLong_IsNotAwaited(bool isDeaf)
    {
        var never = new TaskCompletionSource<Point?>();
        CancellationToken seen = default;
        var webhooks = new PointWebhooks(ApiWebhookVerification.None)
        {
            Timeout = TimeSpan.FromSeconds(0.1),
            OnPoint = async (point, token) =>
            {
                seen = token;
                return await (isDeaf ? never.Task : never.Task.WaitAsync(token));
            },
        };

        Assert.Equal("503  The request was not handled within 0.1 seconds.", Describe(await webhooks.ReceiveAsync(Encoding.UTF8.GetBytes(Message), NoHeaders, null, Cancelled)));
        Assert.True(seen.IsCancellationRequested);
    }

    [Fact]
    public async Task Cancellation_IsTheCallers()
    {
        using var source = new CancellationTokenSource();
        var webhooks = new PointWebhooks(ApiWebhookVerification.None)
        {
            OnPoint = async (_, token) =>
            {
                await source.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
                return null;
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => webhooks.ReceiveAsync(Encoding.UTF8.GetBytes(Message), NoHeaders, null, source.Token));
    }

    [Fact]
    public async Task ExceptionOfAHandler_IsTheCallers()
    {
        var webhooks = new PointWebhooks(ApiWebhookVerification.None) { OnPoint = (_, _) => throw new InvalidOperationException("mine") };

        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => webhooks.ReceiveAsync(Encoding.UTF8.GetBytes(Message), NoHeaders, null, Cancelled))).Message);
    }

    [Theory]
    [InlineData(Message, "s", "webhook point", ActivityStatusCode.Unset, null, 200)]
    [InlineData("""{"type":"line"}""", "s", "webhook", ActivityStatusCode.Unset, null, 200)]
    [InlineData(Message, "guess", "webhook", ActivityStatusCode.Error, "The header X has a wrong secret.", 401)]
    public async Task Request_IsASpan(string body, string secret, string name, ActivityStatusCode status, string? reason, int code)
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Vapi.Generators.Runtime",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await Echo(ApiWebhookVerification.Header("X", "s")).ReceiveAsync(Encoding.UTF8.GetBytes(body), _ => secret, null, Cancelled);

        Activity span = Assert.Single(spans, s => s.Kind == ActivityKind.Consumer);
        Assert.Equal((name, status, reason, code), (span.DisplayName, span.Status, span.StatusDescription, span.GetTagItem("http.response.status_code")));
    }

    private static PointWebhooks Echo(ApiWebhookVerification verification) => new(verification)
    {
        OnPoint = (point, _) => Task.FromResult<Point?>(point),
        OnOther = (json, _) => Task.FromResult<JsonElement?>(JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { ["other"] = json })),
    };

    private static string Describe(ApiWebhookResponse response) => $"{response.StatusCode} {Encoding.UTF8.GetString(response.Body.Span)} {response.Reason}";

    /// <summary>Zeros.</summary>
    private sealed class CountingStream(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = (int)Math.Min(count, length - Position);
            Position += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
