using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>What the options of a client do to its requests.</summary>
public class ApiOptionsTests
{
    private readonly List<string> _seen = [];

    [Theory]
    [InlineData(null, null, "default")]
    [InlineData("parameter", null, "parameter")]
    [InlineData(null, "request", "request")]
    [InlineData("parameter", "request", "request")]
    public async Task Header_IsThatOfTheMostSpecific(string? parameter, string? request, string expected)
    {
        await using LoopbackServer server = await StartAsync(context => context.Request.Headers["X-A"].ToString());
        ApiRequest message = TestClient.Get("/", request is null ? null : new RequestOptions { Headers = { ["x-a"] = request } });
        message.AddHeader("X-A", parameter);

        await SendAsync(new TestClient.Options { BaseAddress = server.Address, DefaultHeaders = { ["X-A"] = "default" } }, message);

        Assert.Equal([expected], _seen);
    }

    [Theory]
    [InlineData("?version=1", "/things?version=1")]
    [InlineData("v2/?version=1", "/v2/things?version=1")]
    [InlineData("v2/", "/v2/things")]
    [InlineData("?", "/things")]
    public async Task PathAndQueryOfTheBaseAddress_AreKept(string address, string expected)
    {
        await using LoopbackServer server = await StartAsync(context => context.Request.Path + context.Request.QueryString);

        await SendAsync(new TestClient.Options { BaseAddress = new Uri(server.Address + address) }, TestClient.Get("/things"));
        ApiRequest more = TestClient.Get("/things");
        more.AddQuery("a", "b");
        await SendAsync(new TestClient.Options { BaseAddress = new Uri(server.Address + address) }, more);

        Assert.Equal([expected, expected + (expected.Contains('?') ? "&" : "?") + "a=b"], _seen);
    }

    [Fact]
    public async Task Hooks_SeeEachAttemptAndRedirect_AndNoCredential()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            _seen.Add($"{context.Request.Path} {context.Request.Headers.Authorization} {context.Request.Headers["X-Hook"]}");
            if (_seen.Count == 1)
                context.Response.Redirect("/second");
            else
                context.Response.StatusCode = _seen.Count == 2 ? 503 : 204;

            return Task.CompletedTask;
        });
        var requests = new List<string>();
        var answers = new List<int>();

        await SendAsync(
            new TestClient.Options
            {
                BaseAddress = server.Address,
                ApiKey = TestClient.Key,
                OnRequest = message =>
                {
                    requests.Add($"{message.RequestUri!.PathAndQuery} {message}");
                    message.Headers.Add("X-Hook", "1");
                },
                OnResponse = response => answers.Add((int)response.StatusCode),
            },
            TestClient.Get("/first"));

        Assert.Equal(["/first Bearer s3cret-key 1", "/second Bearer s3cret-key 1", "/first Bearer s3cret-key 1"], _seen);
        Assert.Equal([302, 503, 204], answers);
        Assert.Equal(3, requests.Count);
        Assert.All(requests, r => Assert.DoesNotContain(TestClient.Key, r));
    }

    [Fact]
    public async Task RequestThatAHookSendsElsewhere_GoesWithoutCredentials()
    {
        await using LoopbackServer server = await StartAsync(context => $"{context.Request.Host.Host} {context.Request.Headers.Authorization}");

        await SendAsync(
            new TestClient.Options { BaseAddress = server.Address, ApiKey = TestClient.Key, OnRequest = message => message.RequestUri = new Uri(server.OtherName, message.RequestUri!.PathAndQuery) },
            TestClient.Get("/"));

        Assert.Equal(["localhost "], _seen);
    }

    [Fact]
    public async Task VersionOfHttp_IsThatOfTheHttpClient()
    {
        await using LoopbackServer server = await StartAsync(context => context.Request.Protocol);
        using var http = new HttpClient { DefaultRequestVersion = new Version(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        var versions = new List<Version>();

        await TestClient.Create(new TestClient.Options { BaseAddress = server.Address, OnRequest = message => versions.Add(message.Version) }, http: http)
            .SendAsync(TestClient.Get("/"), null, TestContext.Current.CancellationToken);

        Assert.Equal([new Version(2, 0)], versions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ExceptionOfAHook_IsTheCallersAndLeavesNothingBehind(bool isRequest)
    {
        await using LoopbackServer server = await StartAsync(_ => "");
        bool isBad = true;
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });
        var options = new TestClient.Options { BaseAddress = server.Address };
        if (isRequest)
            options.OnRequest = _ => Throw();
        else
            options.OnResponse = _ => Throw();
        ApiClient client = TestClient.Create(options, http: http);

        await Assert.ThrowsAsync<FormatException>(() => client.SendAsync(TestClient.Get("/"), null, TestContext.Current.CancellationToken));
        isBad = false;
        await client.SendAsync(TestClient.Get("/"), null, TestContext.Current.CancellationToken);

        void Throw() => _ = isBad ? throw new FormatException() : 0;
    }

    [Fact]
    public async Task ChangeOfTheOptions_ComesTooLate()
    {
        await using LoopbackServer server = await StartAsync(context => context.Request.Headers["X-A"].ToString());
        var options = new TestClient.Options { BaseAddress = server.Address, DefaultHeaders = { ["X-A"] = "1" } };
        ApiClient client = TestClient.Create(options);
        options.DefaultHeaders["X-A"] = "2";
        options.BaseAddress = new Uri("http://127.0.0.1:1");

        await client.SendAsync(TestClient.Get("/"), null, TestContext.Current.CancellationToken);

        Assert.Equal(["1"], _seen);
    }

    [Fact]
    public void Configuration_SetsWhatItHas()
    {
        var options = new TestClient.Options { ApiKey = "kept" };
        var settings = new Dictionary<string, string?> { ["BaseAddress"] = "https://x.test/v1", ["MaxRetries"] = "5", ["Timeout"] = "00:00:30", ["ApiKey"] = "" };

        options.Bind(key => settings.GetValueOrDefault(key));

        Assert.Equal((new Uri("https://x.test/v1"), 5, TimeSpan.FromSeconds(30), "kept"), (options.BaseAddress, options.MaxRetries, options.Timeout, options.ApiKey));
    }

    private static Task SendAsync(ApiOptions options, ApiRequest request) => TestClient.Create(options, TestClient.Bearer).SendAsync(request, null, TestContext.Current.CancellationToken);

    private Task<LoopbackServer> StartAsync(Func<HttpContext, string> note) => LoopbackServer.StartAsync(context =>
    {
        _seen.Add(note(context));
        return Task.CompletedTask;
    });
}
