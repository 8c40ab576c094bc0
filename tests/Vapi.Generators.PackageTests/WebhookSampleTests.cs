using System.Net;
using System.Text;

namespace Vapi.Generators.PackageTests;

/// <summary>samples/Webhooks as a user builds and runs it: the call that its script plays, real messages, and hostile requests.</summary>
public sealed class WebhookSampleTests(WebhookSampleTests.Run run) : IClassFixture<WebhookSampleTests.Run>
{
    private const string Secret = "topsecret";

    private const string Booked = """{"results":[{"toolCallId":"call_1","name":"book","result":"Booked a table for 2 at 19:00.\\nSee you then!"}]}""";

    /// <summary>A message that is not in the document, or is no message at all, is accepted and reaches the handler of all other messages.</summary>
    [Theory]
    [InlineData("assistant-request", """200 {"assistant":{"name":"Reception","firstMessage":"Good evening. Would you like to book a table?"}}""")]
    [InlineData("tool-calls", "200 " + Booked)]
    [InlineData("tool-calls-objargs", "200 " + Booked)]
    [InlineData("tool-calls-real", """200 {"results":[{"toolCallId":"call_1","name":"book","result":"Booked a table for 1 at 19:00.\\nSee you then!"}]}""")]
    [InlineData("end-of-call-report", "200 ")]
    [InlineData("status-update", "200 ", true)]
    [InlineData("function-call", "200 ", true)]
    [InlineData("user-interrupted", "200 ", true)]
    [InlineData("no-type", "200 ", true)]
    [InlineData("array", "200 ", true)]
    [InlineData("malformed", "400 ")]
    public async Task Payload_IsAnswered(string payload, string expected, bool isOther = false)
    {
        byte[] body = await File.ReadAllBytesAsync(Repository.Shared("payloads", "webhooks", payload + ".json"), TestContext.Current.CancellationToken);

        Assert.Equal(expected, await SendAsync(new ByteArrayContent(body), Secret));
        if (isOther)
            await run.WaitForAsync($"Not handled: {Encoding.UTF8.GetString(body).Trim().Length} characters");
    }

    [Theory]
    [InlineData("guess")]
    [InlineData("TOPSECRET")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Stranger_IsRefused_AndTheSecretIsNotLogged(string? secret)
    {
        Assert.Equal("401 ", await SendAsync(new StringContent("{}"), secret));

        await run.WaitForAsync("The request was refused with 401. The header X-Vapi-Secret ");
        Assert.DoesNotContain(Secret, run.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SecretThatIsBeingReplaced_IsAccepted() => Assert.Equal("200 ", await SendAsync(new StringContent("""{"message":{"type":"status-update","status":"ended"}}"""), "previous"));

    [Fact]
    public async Task LongBody_IsRefused() => Assert.Equal("413 ", await SendAsync(new LongContent(isDeclared: true), Secret));

    /// <summary>The server closes the connection while the sender is still sending, so the sender may not see the response.</summary>
    [Fact]
    public async Task LongBodyWithoutALength_IsRefused()
    {
        Exception? exception = await Record.ExceptionAsync(() => SendAsync(new LongContent(isDeclared: false), Secret));

        Assert.True(exception is null or HttpRequestException, exception?.ToString());
        await run.WaitForAsync("The request was refused with 413. The body has more than 10485760 bytes.");
    }

    [Fact]
    public async Task Script_PlaysACall()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The script needs bash and curl.");

        (int exitCode, string output) = await DotNet.RunProgramAsync(Path.Combine(Repository.Root, "samples", "Webhooks"), "bash", "call.sh", run.Address, Secret);

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            [
                "The phone rings.", """{"assistant":{"name":"Reception","firstMessage":"Good evening. Would you like to book a table?"}}200""",
                "The call starts.", "200",
                "The model calls a tool.", """{"results":[{"toolCallId":"tool-1","name":"book","result":"Booked a table for 2 at 19:00.\\nSee you then!"}]}200""",
                "The same with arguments as a string.", """{"results":[{"toolCallId":"tool-2","name":"book","result":"Booked a table for 1 at 20:00.\\nSee you then!"}]}200""",
                "The call ends.", "200",
                "A message of the future.", "200",
                "Broken JSON.", "400",
                "A stranger.", "401",
            ],
            output.TrimEnd().Split('\n'));
        await run.WaitForAsync("The call ended: customer-ended-call. Two tables were booked.");
    }

    private async Task<string> SendAsync(HttpContent content, string? secret)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, run.Address) { Content = content };
        request.Headers.ExpectContinue = true;
        if (secret is not null)
            request.Headers.TryAddWithoutValidation("X-Vapi-Secret", secret);

        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
    }

    /// <summary>100 MB of spaces.</summary>
    private sealed class LongContent(bool isDeclared) : HttpContent
    {
        private const int Length = 100 << 20;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            byte[] part = new byte[1 << 20];
            for (int sent = 0; sent < Length; sent += part.Length)
                await stream.WriteAsync(part);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Length;
            return isDeclared;
        }
    }

    public sealed class Run(PackageFeed feed) : IAsyncLifetime
    {
        private ConsumerProject? _project;

        private RunningProgram? _program;

        public string Address { get; private set; } = "";

        public string Output => _program!.Output;

        public async ValueTask InitializeAsync()
        {
            _project = Sample.Project(feed, "Webhooks");
            (await _project.BuildAsync()).AssertClean();
            string url = $"http://127.0.0.1:{Loopback.FreePort()}";
            _program = RunningProgram.Start(_project.Folder, "dotnet", [Path.Combine(_project.OutputFolder("net10.0"), _project.Name + ".dll"), "--urls", url], ("Vapi__Secret", Secret + ",previous"));
            await WaitForAsync("Now listening on: ");
            Address = url + "/vapi";
        }

        public Task WaitForAsync(string text) => _program!.WaitForAsync(text);

        public ValueTask DisposeAsync()
        {
            _program?.Dispose();
            _project?.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
