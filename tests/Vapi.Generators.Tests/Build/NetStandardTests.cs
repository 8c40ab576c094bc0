using System.Net;

namespace Vapi.Generators.Tests.Build;

/// <summary>The client as a project for .NET Standard 2.0 has it, which takes other ways than one for .NET.</summary>
public class NetStandardTests
{
    private const string Schemas = """{ "Thing": { "type": "object", "properties": { "name": { "type": "string" } } } }""";

    private const string Thing = """{ "schema": { "$ref": "#/components/schemas/Thing" } }""";

    [Fact]
    public async Task Request_IsSentAndReadOverHttp()
    {
        var api = new FakeApi(body: """{"name":"größe"}""");

        string result = await Run(
            "post",
            $$""" "requestBody": { "required": true, "content": { "multipart/form-data": { "schema": { "type": "object", "properties": { "file": { "type": "string", "format": "binary" } } } } } }, "responses": { "200": { "description": "", "content": { "application/json": {{Thing}} } } } """,
            """return (await client.DoAsync(new DoRequest { File = new FileContent(new MemoryStream(new byte[] { 65 }), "größe.txt", "text/plain") })).Name ?? "";""")
            .RunAsync<string>(api.CreateHttpClient());

        Assert.Equal("größe", result);
        Assert.Contains("Content-Disposition: form-data; name=\"file\"; filename=\"größe.txt\"\r\n\r\nA\r\n", Assert.Single(api.Requests).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "await client.DoAsync(cancellationToken: source.Token);")]
    [InlineData("text/plain", "await client.DoAsync(cancellationToken: source.Token);")]
    [InlineData("text/event-stream", "await foreach (Thing _ in client.DoAsync(cancellationToken: source.Token)) { }")]
    public async Task ReadThatDoesNotLookAtItsToken_EndsWhenItIsCancelled(string contentType, string call)
    {
        using var http = new HttpClient(new DeafHandler(contentType));

        Assert.Equal("cancelled", await Run(
            "get",
            $$""" "responses": { "200": { "description": "", "content": { "{{contentType}}": {{Thing}} } } } """,
            $$"""
            using var source = new System.Threading.CancellationTokenSource(200);
            try { {{call}} return "done"; }
            catch (OperationCanceledException) when (source.IsCancellationRequested) { return "cancelled"; }
            """).RunAsync<string>(http).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReadThatDoesNotLookAtItsToken_EndsWithTheTimeLimit()
    {
        using var http = new HttpClient(new DeafHandler("application/json"));

        Assert.Equal("GET https://api.test/things did not complete within 0.2 seconds.", await Run(
            "get",
            $$""" "responses": { "200": { "description": "", "content": { "application/json": {{Thing}} } } } """,
            """
            try { await client.DoAsync(new RequestOptions { Timeout = TimeSpan.FromSeconds(0.2) }); return "done"; }
            catch (TimeoutException e) { return e.Message; }
            """).RunAsync<string>(http).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    private static GeneratorOutput Run(string method, string operation, string statements) => GeneratorHost.Run(new GeneratorInput(OpenApi.Operation("/things", method, operation, Schemas))
    {
        Framework = Framework.NetStandard20,
        Source = UserCode.Calling(statements),
    });

    /// <summary>Answers with a body that never ends, as .NET Framework would read it.</summary>
    private sealed class DeafHandler(string contentType) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new DeafStream()) { Headers = { ContentType = new(contentType) } } });
    }

    private sealed class DeafStream : MemoryStream
    {
        private readonly TaskCompletionSource<int> _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _disposed.Task;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(_disposed.Task);

        protected override void Dispose(bool disposing) => _disposed.TrySetException(new ObjectDisposedException("the stream"));
    }
}
