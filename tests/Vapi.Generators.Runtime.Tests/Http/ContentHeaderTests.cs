using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Headers that .NET takes with a body only, on requests with and without one.</summary>
public class ContentHeaderTests
{
    private const string Empty = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

    public static IEnumerable<TheoryDataRow<string, string>> MethodsAndHeaders =>
        from method in new[] { "GET", "HEAD", "DELETE", "OPTIONS", "PUT", "POST", "PATCH" }
        from header in new[]
        {
            "Allow: GET", "Content-Disposition: attachment", "Content-Encoding: gzip", "Content-Language: de", "Content-Location: /a", "Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==", "Content-Range: bytes */5",
            "Content-Type: text/x", "Content-Custom: c", "Expires: 0", "Last-Modified: Wed, 21 Oct 2015 07:28:00 GMT", "If-None-Match: \"a\"",
        }
        select new TheoryDataRow<string, string>(method, header);

    [Theory]
    [MemberData(nameof(MethodsAndHeaders))]
    public async Task Header_IsSentWithEveryMethod_WithoutABodyToo(string method, string header)
    {
        string[] parts = header.Split(": ", 2);
        ApiRequest ofParameter = TestClient.Request(method, "/a");
        ofParameter.AddHeader(parts[0], parts[1]);
        ApiRequest ofOptions = TestClient.Request(method, "/a", new RequestOptions { Headers = { [parts[0]] = parts[1] } });

        string[] sent = await SendAsync([], ofParameter, ofOptions);

        Assert.All(sent, head => Assert.StartsWith($"{method} /a HTTP/1.1\r\n", head, StringComparison.Ordinal));
        Assert.All(sent, head => Assert.Equal([header], Lines(head, parts[0])));
        Assert.All(sent, head => Assert.EndsWith("\r\n\r\n", head, StringComparison.Ordinal));
    }

    [Fact]
    public async Task DefaultHeaderOfABody_GoesWithBodiesOnly()
    {
        ApiRequest get = TestClient.Get("/a");
        ApiRequest put = TestClient.Request("PUT", "/a");
        put.SetText("x", "text/plain");

        string[] sent = await SendAsync(new() { ["Content-Language"] = "de", ["X-Other"] = "o" }, get, put);

        Assert.Equal([[], ["Content-Language: de"]], sent.Select(head => Lines(head, "Content-Language")));
        Assert.Equal([[], ["Content-Length: 1"]], sent.Select(head => Lines(head, "Content-Length")));
        Assert.All(sent, head => Assert.Equal(["X-Other: o"], Lines(head, "X-Other")));
    }

    private static async Task<string[]> SendAsync(Dictionary<string, string> defaults, params ApiRequest[] requests)
    {
        using var server = new RawServer(Empty);
        var options = new TestClient.Options { BaseAddress = server.Address };
        foreach (KeyValuePair<string, string> header in defaults)
            options.DefaultHeaders.Add(header);

        ApiClient client = TestClient.Create(options);
        foreach (ApiRequest request in requests)
            await client.SendAsync(request, null, TestContext.Current.CancellationToken);

        return [.. server.Requests];
    }

    private static string[] Lines(string head, string name) => [.. head.Split("\r\n").Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))];
}
