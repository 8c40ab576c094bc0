using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Cookies are sent as they are (RFC 6265), or not at all.</summary>
public class CookieTests
{
    [Theory]
    [InlineData("YWJj/+==")]
    [InlineData("a%20b")]
    [InlineData("!#$%&'()*+-./:<=>?@[]^_`{|}~")]
    [InlineData("\"quoted\"")]
    public async Task Cookie_IsSentAsItIs_AsAKeyAndAsAParameter(string value)
    {
        using var server = new RawServer("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        ApiRequest request = TestClient.Get("/a");
        request.AddCookie("own", value, ParameterStyle.Cookie);

        await TestClient.Create(server.Address, value, TestClient.Cookie).SendAsync(request, null, TestContext.Current.CancellationToken);

        Assert.Contains($"\r\nCookie: own={value}; session={value}\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a;b")]
    [InlineData("a,b")]
    [InlineData("a\"b")]
    [InlineData("\"")]
    [InlineData("a\\b")]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("ä")]
    [InlineData("\u007f")]
    public async Task WhatNoCookieCanHold_IsRefused_AndNotShown(string end)
    {
        string value = "k3y" + end;
        var options = new TestClient.Options { BaseAddress = new Uri("https://api.example.com") };
        options.SetCredential("cookie", ApiCredential.FromToken((_, _) => Task.FromResult(value)));

        Exception[] refused =
        [
            Assert.Throws<ArgumentException>(() => TestClient.Get("/a").AddCookie("own", value, ParameterStyle.Cookie)),
            Assert.Throws<ArgumentException>(() => TestClient.Create(options.BaseAddress, value, TestClient.Cookie)),
            await Assert.ThrowsAsync<InvalidOperationException>(() => TestClient.Create(options).SendAsync(TestClient.Get("/a"), null, TestContext.Current.CancellationToken)),
        ];

        Assert.All(refused, e => Assert.DoesNotContain("k3y", e.Message, StringComparison.Ordinal));
    }
}
