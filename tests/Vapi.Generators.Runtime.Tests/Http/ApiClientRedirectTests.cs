using System.Net;
using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class ApiClientRedirectTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Credentials => new()
    {
        { nameof(TestClient.Bearer), true },
        { nameof(TestClient.Bearer), false },
        { nameof(TestClient.Cookie), true },
        { nameof(TestClient.Cookie), false },
        { nameof(TestClient.Query), true },
        { nameof(TestClient.Query), false },
    };

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task OtherHostOrPort_DoesNotGetTheCredentials(string credential, bool otherHost)
    {
        string? seen = null;
        await using LoopbackServer other = await LoopbackServer.StartAsync(context => Note(context, out seen));
        LoopbackServer? self = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Request.Host.Host == "localhost" ? Note(context, out seen) : Redirect(context, new Uri(otherHost ? self!.OtherName : other.Address, "/file").AbsoluteUri));
        self = server;
        ApiRequest request = TestClient.Get("/recording");
        request.AddHeader("X-Own", TestClient.Key);

        string text = await TestClient.Create(server.Address, TestClient.Key, Find(credential)).SendForTextAsync(request, null, CancellationToken);

        Assert.Equal("arrived", text);
        Assert.DoesNotContain(TestClient.Key, seen);
    }

    [Theory]
    [InlineData("Authorization", "Bearer s3cret-key", false)]
    [InlineData("Cookie", "a=s3cret-key", false)]
    [InlineData("X-Api-Key", "s3cret-key", false)]
    [InlineData("X-Team", "a", true)]
    public async Task OtherHost_IsNotAskedWhereTheHttpClientItselfSendsCredentials(string header, string value, bool isFollowed)
    {
        string? seen = null;
        LoopbackServer? self = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Request.Host.Host == "localhost" ? Note(context, out seen) : Redirect(context, context.Request.Path == "/there" ? new Uri(self!.OtherName, "/file").AbsoluteUri : "/there"));
        self = server;
        using var http = new HttpClient(ApiClient.CreateHandler()) { DefaultRequestHeaders = { { header, value } } };
        var client = new ApiClient(http, new TestClient.Options { BaseAddress = server.Address }, [new("key", CredentialPlace.Header, "X-Api-Key")], null, "API", "1");

        Exception? exception = await Record.ExceptionAsync(() => client.SendForTextAsync(TestClient.Get("/recording"), null, CancellationToken));

        Assert.Equal((isFollowed, isFollowed ? null : HttpStatusCode.Redirect), (seen is not null, (exception as ApiException)?.StatusCode));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task SameHost_GetsTheCredentialsAgain(int status)
    {
        string? seen = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Request.Path == "/file" ? Note(context, out seen) : Redirect(context, "/file", status));

        Assert.Equal("arrived", await TestClient.Create(server.Address, TestClient.Key, TestClient.Bearer).SendForTextAsync(TestClient.Get("/recording"), null, CancellationToken));
        Assert.Contains("Authorization: Bearer " + TestClient.Key, seen);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task RequestThatChangesSomething_IsNotSentTwice(string method)
    {
        int count = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            count++;
            return Redirect(context, "/again", 307);
        });

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address).SendAsync(TestClient.Request(method, "/call"), null, CancellationToken));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, exception.StatusCode);
        Assert.Equal("/again", exception.Headers["Location"]);
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task Circle_EndsAsAnError()
    {
        int count = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            count++;
            return Redirect(context, "/again");
        });

        Assert.Equal(HttpStatusCode.Redirect, (await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address).SendAsync(TestClient.Get("/a"), null, CancellationToken))).StatusCode);
        Assert.InRange(count, 2, 50);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/file")]
    [InlineData("file:///etc/hosts")]
    [InlineData("http://[")]
    [InlineData("")]
    public async Task AddressThatIsNoHttp_IsNotFollowed(string location)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Redirect(context, location));

        Assert.Equal(HttpStatusCode.Redirect, (await Assert.ThrowsAsync<ApiException>(() => TestClient.Create(server.Address).SendAsync(TestClient.Get("/a"), null, CancellationToken))).StatusCode);
    }

    private static SecurityScheme Find(string name) => name switch
    {
        nameof(TestClient.Bearer) => TestClient.Bearer,
        nameof(TestClient.Query) => TestClient.Query,
        _ => TestClient.Cookie,
    };

    private static Task Redirect(HttpContext context, string location, int status = 302)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static Task Note(HttpContext context, out string seen)
    {
        seen = context.Request.Path + context.Request.QueryString + "\n" + string.Join("\n", context.Request.Headers.Select(h => $"{h.Key}: {h.Value}"));
        return context.Response.WriteAsync("arrived");
    }
}
