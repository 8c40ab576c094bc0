using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Which server a request goes to.</summary>
public class ServerAddressTests
{
    [Theory]
    [InlineData("https://api.test/v1", "https://api.test/v1", true)]
    [InlineData("https://api.test/v1", "https://API.test:443/v1/", true)]
    [InlineData("https://API.test:443/v1/", "https://api.test/v1", true)]
    [InlineData("https://api.test/v1", "https://api.test/v1?key=a", true)]
    [InlineData("https://api.test/v1", "https://api.test/v1/proxy", false)]
    [InlineData("https://api.test/v1", "https://api.test", false)]
    [InlineData("https://api.test/v1", "http://api.test/v1", false)]
    [InlineData("https://{region}.test:{port}/v1", "https://us.test:8443/v1", true)]
    [InlineData("https://{region}.test:{port}/v1", "https://us.test:443/v1", true)]
    [InlineData("https://{region}.test:{port}/v1", "https://us.test:8443/v2", false)]
    [InlineData("https://{region}.test/v1", "https://us.test/v1/", true)]
    [InlineData("https://{region}.test/v1", "https://other/v1", false)]
    [InlineData("https://api.test/{base}", "https://api.test/a/b", true)]
    [InlineData("https://a{x}a.test", "https://a.test", false)]
    [InlineData("/v1", "https://any.test/v1", true)]
    [InlineData("/", "http://10.0.0.1", true)]
    [InlineData("/v1", "http://localhost:5000/v1", false)]
    [InlineData("/v1", "http://127.0.0.1/v1", false)]
    public void Address_IsAServerOfTheDocument_WithAnyValuesOfItsVariables(string server, string address, bool expected)
        => Assert.Equal(expected, ServerAddress.IsAmong(["https://never.test", server], new Uri(address)));

    [Theory]
    [InlineData("https://api.test", false, null, "https://own.test/a")]
    [InlineData("https://proxy.test", false, null, "https://proxy.test/a")]
    [InlineData("https://api.test", false, "https://callers.test/v2", "https://callers.test/v2/a")]
    [InlineData("https://proxy.test", false, "https://callers.test/v2", "https://callers.test/v2/a")]
    [InlineData("https://proxy.test", true, "http://callers.test", "http://callers.test/a")]
    public async Task Request_GoesToTheCallersAddress_ElseToItsServer_ElseToTheClients(string client, bool allowsHttp, string? callers, string expected)
    {
        var sent = new List<string>();
        ApiRequest request = Request(callers);

        await Client(client, sent, allowsHttp).SendAsync(request, null, TestContext.Current.CancellationToken);

        Assert.Equal([expected + " Bearer " + TestClient.Key], sent);
    }

    [Theory]
    [InlineData("http://callers.test")]
    [InlineData("ftp://callers.test")]
    [InlineData("/relative")]
    public async Task CallersAddress_IsRefusedAsTheClientsIs(string callers)
    {
        var sent = new List<string>();

        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => Client("https://api.test", sent).SendAsync(Request(callers), null, TestContext.Current.CancellationToken));

        Assert.Equal("options", refused.ParamName);
        Assert.Empty(sent);
    }

    private static ApiRequest Request(string? address)
    {
        ApiRequest request = TestClient.Get("/a", new RequestOptions { BaseAddress = address is null ? null : new Uri(address, UriKind.RelativeOrAbsolute) });
        request.Server = new Uri("https://own.test");
        return request;
    }

    private static ApiClient Client(string address, List<string> sent, bool allowsHttp = false) => TestClient.Create(
        new TestClient.Options { BaseAddress = new Uri(address), ApiKey = TestClient.Key, AllowCredentialsOverHttp = allowsHttp, DocumentServers = ["https://api.test"] }, TestClient.Bearer, new HttpClient(new Recorder(sent)));

    private sealed class Recorder(List<string> sent) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Add($"{request.RequestUri!.AbsoluteUri} {request.Headers.Authorization}");
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        }
    }
}
