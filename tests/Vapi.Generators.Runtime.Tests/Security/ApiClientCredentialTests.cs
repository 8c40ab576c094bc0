using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class ApiClientCredentialTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public static TheoryData<string> Places => [nameof(TestClient.Bearer), nameof(TestClient.Query), nameof(TestClient.Cookie)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Key_IsNotInTheExceptionOfAnError(string place)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer("text/plain", "no", status: 401));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => Client(server.Address, place).SendForPointAsync(TestClient.Get("/point?a=b")));

        AssertHidden(exception);
        Assert.DoesNotContain(TestClient.Key, exception.Url.AbsoluteUri);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Key_IsNotInTheExceptionOfBrokenJson(string place)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer("application/json", "{"));

        AssertHidden(await Assert.ThrowsAsync<ApiException>(() => Client(server.Address, place).SendForPointAsync(TestClient.Get("/point"))));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Key_IsNotInTheExceptionOfTheNetwork(string place)
    {
        Uri address;
        await using (LoopbackServer server = await LoopbackServer.StartAsync(_ => Task.CompletedTask))
            address = server.Address;

        AssertHidden(await Assert.ThrowsAsync<ApiConnectionException>(() => Client(address, place).SendForPointAsync(TestClient.Get("/point"))));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Key_IsNotInTheExceptionOfATimeout(string place)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Task.Delay(2000, context.RequestAborted));

        AssertHidden(await Assert.ThrowsAsync<TimeoutException>(
            () => Client(server.Address, place).SendForPointAsync(TestClient.Get("/point", new RequestOptions { Timeout = TimeSpan.FromMilliseconds(100) }))));
    }

    [Fact]
    public async Task UserInfoOfTheBaseAddress_IsNotInTheException()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(ApiClientResultTests.Answer("text/plain", "no", status: 401));
        var address = new UriBuilder(server.Address) { UserName = "user", Password = TestClient.Key }.Uri;

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(address).SendForPointAsync(TestClient.Get("/point")));

        AssertHidden(exception);
        Assert.DoesNotContain(TestClient.Key, exception.Url.AbsoluteUri);
    }

    [Theory]
    [InlineData("s3cret-key\n")]
    [InlineData("s3cret-key\r\nX-Evil: 1")]
    [InlineData("s3cret-keyä")]
    public async Task KeyThatIsNoHeader_IsRefusedWithoutBeingNamed(string key)
    {
        bool arrived = false;
        await using LoopbackServer server = await LoopbackServer.StartAsync(_ =>
        {
            arrived = true;
            return Task.CompletedTask;
        });

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(async () =>
            await TestClient.Create(server.Address, key, TestClient.Bearer).SendAsync(TestClient.Get("/point"), null, CancellationToken));

        AssertHidden(exception);
        Assert.False(arrived, "Sent, without its key or with half of it.");
    }

    [Fact]
    public async Task OperationWithoutSecurity_GetsNoKey()
    {
        bool hasKey = true;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            hasKey = context.Request.Headers.ContainsKey("Authorization");
            return Task.CompletedTask;
        });
        var request = new ApiRequest("GET", null, null);
        request.AddPath("/public");

        await TestClient.Create(server.Address, TestClient.Key, TestClient.Bearer).SendAsync(request, null, CancellationToken);

        Assert.False(hasKey);
    }

    [Theory]
    [InlineData("http://api.example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://10.0.0.1")]
    public void Http_WithAKey_IsRefused(string address)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => TestClient.Create(new Uri(address), TestClient.Key, TestClient.Bearer));

        Assert.Equal("options", exception.ParamName);
        AssertHidden(exception);
    }

    [Theory]
    [InlineData("https://api.example.com", TestClient.Key)]
    [InlineData("http://localhost:5000", TestClient.Key)]
    [InlineData("http://127.0.0.1", TestClient.Key)]
    [InlineData("http://[::1]:5000", TestClient.Key)]
    [InlineData("http://api.example.com", null)]
    [InlineData("http://api.example.com", "")]
    public void HttpsLoopbackOrNoKey_IsAccepted(string address, string? key) => Assert.NotNull(TestClient.Create(new Uri(address), key, TestClient.Bearer));

    private static ApiClient Client(Uri address, string place)
        => TestClient.Create(address, TestClient.Key, place switch
        {
            nameof(TestClient.Bearer) => TestClient.Bearer,
            nameof(TestClient.Query) => TestClient.Query,
            _ => TestClient.Cookie,
        });

    private static void AssertHidden(Exception exception) => Assert.DoesNotContain(TestClient.Key, exception.ToString());
}
