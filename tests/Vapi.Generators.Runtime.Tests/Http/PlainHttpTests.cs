using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Credentials over plain http to another machine: only for who says so by name.</summary>
public class PlainHttpTests
{
    [Theory]
    [InlineData("http://api:8080", "http://api:8080/a")]
    [InlineData("http://10.0.0.1", "http://10.0.0.1/a")]
    [InlineData("https+http://shop", "https+http://shop/a")]
    [InlineData("http+https://_admin.shop/v1/", "http+https://_admin.shop/v1/a")]
    public async Task Address_TakesCredentials_WhenTheOptionsAllowIt(string address, string expected)
    {
        using var server = new RawServer("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        var discovery = new Discovery(server.Address);
        var options = new TestClient.Options { BaseAddress = new Uri(address), ApiKey = TestClient.Key };

        ArgumentException refused = Assert.Throws<ArgumentException>(() => TestClient.Create(options, TestClient.Bearer, new HttpClient(discovery)));
        options.AllowCredentialsOverHttp = true;
        await TestClient.Create(options, TestClient.Bearer, new HttpClient(discovery)).SendAsync(TestClient.Get("/a"), null, TestContext.Current.CancellationToken);

        Assert.Contains("AllowCredentialsOverHttp", refused.Message, StringComparison.Ordinal);
        Assert.Equal([expected], discovery.Asked);
        Assert.Contains($"\r\nAuthorization: Bearer {TestClient.Key}\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://api")]
    [InlineData("https+ftp://api")]
    [InlineData("httpx://api")]
    public void OtherSchemes_AreRefused(string address)
        => Assert.Throws<ArgumentException>(() => TestClient.Create(new TestClient.Options { BaseAddress = new Uri(address), AllowCredentialsOverHttp = true }));

    [Theory]
    [InlineData("https+http://shop", "/b", "https+http://shop/b Bearer s3cret-key")]
    [InlineData("https+http://shop", "https://other/b", "https://other/b ")]
    [InlineData("https+http://shop", "http://other/b", null)]
    [InlineData("http://shop", "http://other/b", "http://other/b ")]
    public async Task Redirect_KeepsTheCredentialsFromOtherHosts(string address, string location, string? second)
    {
        using var server = new RawServer((stream, head) => stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(
            head.StartsWith("GET /a ", StringComparison.Ordinal) ? $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" : "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")).AsTask());
        var discovery = new Discovery(server.Address);
        ApiClient client = TestClient.Create(new TestClient.Options { BaseAddress = new Uri(address), ApiKey = TestClient.Key, AllowCredentialsOverHttp = true }, TestClient.Bearer, new HttpClient(discovery));

        Exception? failed = await Record.ExceptionAsync(() => client.SendAsync(TestClient.Get("/a"), null, TestContext.Current.CancellationToken));

        Assert.Equal(second is null, failed is ApiException);
        Assert.Equal(second, discovery.Asked.Count < 2 ? null : discovery.Asked[1] + " " + Authorization(server.Requests[1]));
    }

    private static string Authorization(string head) => head.Split("\r\n").SingleOrDefault(l => l.StartsWith("Authorization: ", StringComparison.Ordinal))?["Authorization: ".Length..] ?? "";

    /// <summary>As service discovery does: the address of a request is another one while it is sent.</summary>
    private sealed class Discovery(Uri found) : DelegatingHandler(ApiClient.CreateHandler())
    {
        public List<string> Asked { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Uri asked = request.RequestUri!;
            Asked.Add(asked.AbsoluteUri);
            request.RequestUri = new Uri(found, asked.AbsolutePath);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                request.RequestUri = asked;
            }
        }
    }
}
