using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Credentials that are asked for, and those that must not get anywhere else.</summary>
public class TokenTests
{
    private static readonly SecurityRequirement[] Scoped = [new([TestClient.Bearer], [["read", "write"]])];

    private readonly List<string> _seen = [];

    private readonly List<ApiTokenRequest> _asked = [];

    [Fact]
    public async Task Token_IsAskedForBeforeEachRequest_WithSchemeAndScopes()
    {
        await using LoopbackServer server = await StartAsync(_ => true);
        ApiClient client = Client(server.Address);

        await SendAsync(client, Request("GET"));
        await SendAsync(client, Request("GET"));

        Assert.Equal(["Bearer token1", "Bearer token2"], _seen);
        Assert.All(_asked, a => Assert.Equal(("bearer", "read write", false), (a.Scheme, string.Join(" ", a.Scopes), a.IsRefresh)));
    }

    [Theory]
    [InlineData("GET", null, true)]
    [InlineData("POST", "json", true)]
    [InlineData("POST", "stream", true)]
    [InlineData("POST", "one-way stream", false)]
    public async Task RefusedToken_IsAskedForOnceMore(string method, string? body, bool isSentAgain)
    {
        await using LoopbackServer server = await StartAsync(token => token != "Bearer token1");
        ApiRequest request = Request(method);
        if (body == "json")
            request.SetJson(new Point { X = 1 }, "application/json", Json.WriteModel);
        else if (body is not null)
            request.SetFile(body == "stream" ? new MemoryStream([1]) : new OneWayStream([1]), "audio/wav");

        Exception? thrown = await Record.ExceptionAsync(() => SendAsync(Client(server.Address), request));

        Assert.Equal(isSentAgain ? ["Bearer token1", "Bearer token2"] : ["Bearer token1"], _seen);
        Assert.Equal(isSentAgain ? [false, true] : [false], _asked.Select(a => a.IsRefresh));
        Assert.Equal(isSentAgain ? null : HttpStatusCode.Unauthorized, (thrown as ApiException)?.StatusCode);
    }

    [Fact]
    public async Task Refresh_IsAskedForOnceARequest_AndOnlyAfterTheRefusal()
    {
        int[] statuses = [401, 503, 401];
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            _seen.Add(context.Request.Headers.Authorization.ToString());
            context.Response.StatusCode = statuses[_seen.Count - 1];
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<ApiException>(() => SendAsync(Client(server.Address, retries: 5), Request("GET")));

        Assert.Equal([false, true, false], _asked.Select(a => a.IsRefresh));
    }

    [Fact]
    public async Task SecondRefusal_IsTheCallers()
    {
        await using LoopbackServer server = await StartAsync(_ => false);

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => SendAsync(Client(server.Address), Request("GET")));

        Assert.Equal((HttpStatusCode.Unauthorized, 2, 2), (exception.StatusCode, exception.Attempts, _seen.Count));
    }

    [Fact]
    public async Task FixedKey_IsNotTriedAgain()
    {
        await using LoopbackServer server = await StartAsync(_ => false);

        await Assert.ThrowsAsync<ApiException>(() => SendAsync(TestClient.Create(server.Address, TestClient.Key, TestClient.Bearer), Request("GET")));

        Assert.Single(_seen);
    }

    [Theory]
    [InlineData(null, "no token")]
    [InlineData("", "no token")]
    [InlineData("s3cret-key\r\n", "a token with a character that cannot be sent")]
    public async Task TokenThatCannotBeSent_IsRefusedWithoutBeingNamed(string? token, string expected)
    {
        await using LoopbackServer server = await StartAsync(_ => true);

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(Client(server.Address, _ => token!), Request("GET")));

        Assert.Equal($"The callback for the scheme 'bearer' returned {expected}.", exception.Message);
        Assert.Empty(_seen);
    }

    [Fact]
    public async Task ExceptionOfTheCallback_IsTheCallers()
    {
        await using LoopbackServer server = await StartAsync(_ => true);

        Assert.Equal("no luck", (await Assert.ThrowsAsync<FormatException>(() => SendAsync(Client(server.Address, _ => throw new FormatException("no luck")), Request("GET")))).Message);
    }

    [Fact]
    public async Task CredentialsThatTheAnswerRepeats_AreInNoPartOfTheException()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 403;
            context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = context.Request.Headers.Authorization;
            context.Response.Headers["X-Echo"] = context.Request.Headers.Authorization.ToString();
            await context.Response.WriteAsync("You sent " + context.Request.Headers.Authorization);
        });

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => SendAsync(TestClient.Create(server.Address, TestClient.Key, TestClient.Bearer), Request("GET")));

        Assert.Equal(("You sent Bearer ***", "Bearer ***", "Bearer ***"), (exception.Body, exception.Headers["X-Echo"], exception.ReasonPhrase));
        Assert.DoesNotContain(TestClient.Key, exception.ToString());
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("query")]
    [InlineData("cookie")]
    [InlineData("basic")]
    public async Task OtherHost_GetsNothingOfWhatIsSecret(string scheme)
    {
        string? query = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Host.Host == "localhost")
            {
                query = context.Request.QueryString.Value;
                _seen.AddRange(context.Request.Headers.Where(h => h.Key is not ("Host" or "Accept" or "User-Agent")).Select(h => h.Key));
            }
            else
                context.Response.Redirect($"http://localhost:{context.Request.Host.Port}/elsewhere");

            return Task.CompletedTask;
        });
        var options = new TestClient.Options { BaseAddress = server.Address, DefaultHeaders = { ["X-Team"] = "a" } };
        options.SetCredential(scheme, scheme == "basic" ? ApiCredential.Basic("me", "pw") : TestClient.Key);
        ApiRequest request = TestClient.Request("GET", "/here", new RequestOptions { Headers = { ["X-Own"] = "secret too" } });
        request.AddHeader("X-Session", "s");
        request.AddCookie("own", "c");

        await SendAsync(TestClient.Create(options), request);

        Assert.Equal("", query);
        Assert.Empty(_seen);
    }

    [Theory]
    [InlineData("bearer", true)]
    [InlineData("basic", false)]
    public void CredentialOfTheWrongKind_IsRefused(string scheme, bool isBasic)
    {
        var options = new TestClient.Options { BaseAddress = new Uri("https://api.test") };
        options.SetCredential(scheme, isBasic ? ApiCredential.Basic("me", "s3cret-key") : TestClient.Key);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => TestClient.Create(options));

        Assert.Contains($"'{scheme}'", exception.Message);
        Assert.DoesNotContain(TestClient.Key, exception.ToString());
    }

    [Fact]
    public void UserNameWithAColon_IsRefused() => Assert.Equal("userName", Assert.Throws<ArgumentException>(() => ApiCredential.Basic("a:b", "c")).ParamName);

    [Fact]
    public void Credential_DoesNotTellItself() => Assert.DoesNotContain(TestClient.Key, ((ApiCredential)TestClient.Key!)!.ToString());

    [Fact]
    public void Http_IsRefusedForCallbacksToo()
    {
        var options = new TestClient.Options { BaseAddress = new Uri("http://api.test") };
        options.SetCredential("bearer", ApiCredential.FromToken((_, _) => Task.FromResult("t")));

        Assert.Throws<ArgumentException>(() => TestClient.Create(options));
    }

    private static ApiRequest Request(string method)
    {
        var request = new ApiRequest(method, Scoped, null);
        request.AddPath("/things");
        return request;
    }

    private static Task SendAsync(ApiClient client, ApiRequest request) => client.SendAsync(request, null, TestContext.Current.CancellationToken);

    private ApiClient Client(Uri address, Func<int, string>? token = null, int retries = 2)
    {
        var options = new TestClient.Options { BaseAddress = address, MaxRetries = retries };
        options.SetCredential("bearer", ApiCredential.FromToken((request, _) =>
        {
            _asked.Add(request);
            return Task.FromResult(token is null ? "token" + _asked.Count : token(_asked.Count));
        }));
        return TestClient.Create(options);
    }

    private Task<LoopbackServer> StartAsync(Func<string, bool> accepts) => LoopbackServer.StartAsync(context =>
    {
        _seen.Add(context.Request.Headers.Authorization.ToString());
        context.Response.StatusCode = accepts(_seen[^1]) ? 204 : 401;
        return Task.CompletedTask;
    });

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
