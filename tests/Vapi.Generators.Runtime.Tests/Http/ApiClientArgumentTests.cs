using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class ApiClientArgumentTests
{
    private static readonly Uri Address = new("https://api.example.com");

    [Fact]
    public void NullHttpClient_IsRefused()
        => Assert.Equal("http", Assert.Throws<ArgumentNullException>(() => new ApiClient(null!, new TestClient.Options { BaseAddress = Address }, [], null, "API", "1")).ParamName);

    [Fact]
    public void NullOptions_AreRefused()
        => Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => new ApiClient(new HttpClient(), null!, [], null, "API", "1")).ParamName);

    [Fact]
    public void NoBaseAddressAnywhere_IsRefused()
        => Assert.Equal("options", Assert.Throws<ArgumentException>(() => new ApiClient(new HttpClient(), new TestClient.Options(), [], null, "API", "1")).ParamName);

    [Theory]
    [InlineData("/relative")]
    [InlineData("ftp://example.com")]
    [InlineData("file:///tmp")]
    public void BaseAddressThatIsNoHttp_IsRefused(string address)
        => Assert.Throws<ArgumentException>(() => TestClient.Create(new Uri(address, UriKind.RelativeOrAbsolute)));

    [Fact]
    public async Task HttpClientsBaseAddress_IsUsedWhenTheOptionsHaveNone()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer("application/json", "{\"x\":1}"));
        using var http = new HttpClient { BaseAddress = server.Address };

        var client = new ApiClient(http, new TestClient.Options(), [], null, "API", "1");

        Assert.Equal(1, (await client.SendForPointAsync(TestClient.Get("/point"))).X);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void EmptyKey_IsRefused(string? key) => Assert.Equal("apiKey", Assert.Throws<ArgumentException>(() => ApiClient.RequireKey(key!)).ParamName);

    [Fact]
    public void NullFile_IsRefused()
    {
        Assert.Equal("stream", Assert.Throws<ArgumentNullException>(() => new FileContent(null!)).ParamName);
        Assert.Equal("stream", Assert.Throws<ArgumentNullException>(() => (FileContent)(Stream)null!).ParamName);
    }

    [Theory]
    [InlineData("Vapi API", "1.0", "Vapi-API/1.0")]
    [InlineData("größe (neu)", "v1 beta", "gr--e--neu-/v1-beta")]
    [InlineData("", "", "-/-")]
    public async Task UserAgent_IsTitleAndVersion(string title, string version, string expected)
    {
        string? userAgent = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            userAgent = context.Request.Headers.UserAgent;
            return Task.CompletedTask;
        });
        var client = new ApiClient(ApiClient.CreateHttpClient(), new TestClient.Options { BaseAddress = server.Address }, [], null, title, version);

        await client.SendAsync(TestClient.Get("/"), null, TestContext.Current.CancellationToken);

        Assert.Equal(expected, userAgent);
    }
}
