using System.Text;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class ApiRequestTests
{
    private static readonly Uri Base = new("https://api.example.com");

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a b", "a%20b")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("../b", "..%2Fb")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("100%", "100%25")]
    [InlineData("%2F", "%252F")]
    [InlineData("a+b&c=d", "a%2Bb%26c%3Dd")]
    [InlineData("-._~", "-._~")]
    [InlineData("größe", "gr%C3%B6%C3%9Fe")]
    [InlineData("😀", "%F0%9F%98%80")]
    [InlineData("a:b@c", "a%3Ab%40c")]
    [InlineData("\n", "%0A")]
    [InlineData("...", "...")]
    [InlineData("\\", "%5C")]
    public void PathParameter_IsOneSegmentEscapedByRfc3986(string value, string expected)
        => Assert.Equal($"https://api.example.com/call/{expected}/end", PathWith(value).AbsoluteUri);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void EmptyPathParameter_IsRefused(string? value)
        => Assert.Equal("id", Assert.Throws<ArgumentException>(() => Request().AddPathParameter("id", value)).ParamName);

    [Theory]
    [InlineData("a", "b", "?a=b")]
    [InlineData("a", "", "?a=")]
    [InlineData("a", null, "")]
    [InlineData("a b", "c d", "?a%20b=c%20d")]
    [InlineData("filter[x]", "1", "?filter%5Bx%5D=1")]
    [InlineData("a", "x&y=z#?+%", "?a=x%26y%3Dz%23%3F%2B%25")]
    [InlineData("ä", "ö", "?%C3%A4=%C3%B6")]
    public void QueryParameter_IsEscaped_NullIsLeftOut(string name, string? value, string expected)
    {
        ApiRequest request = Request();
        request.AddQuery(name, value);

        Assert.Equal(expected, request.Address(Base).Query);
    }

    [Theory]
    [InlineData(true, "?a=1&a=2%2C3&a=%20")]
    [InlineData(false, "?a=1,2%2C3,%20")]
    public void QueryList_IsRepeatedOrJoined(bool explode, string expected)
    {
        ApiRequest request = Request();
        request.AddQuery("a", TestClient.Items("1", "2,3", " "), explode: explode);

        Assert.Equal(expected, request.Address(Base).Query);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EmptyList_IsLeftOutEverywhere(bool explode)
    {
        ApiRequest request = Request();
        request.AddQuery("a", TestClient.Items(), explode: explode);
        request.AddQuery("b", default, explode: explode);
        request.AddHeader("X-A", TestClient.Items(), explode: explode);
        request.AddHeader("X-B", default, explode: explode);
        request.AddCookie("a", TestClient.Items(), explode: explode);
        request.AddCookie("b", default, explode: explode);

        Assert.Equal("", request.Address(Base).Query);
        Assert.Empty(Headers(request));
    }

    [Fact]
    public void QueryParameters_KeepTheirOrder()
    {
        ApiRequest request = Request();
        request.AddQuery("b", "1");
        request.AddQuery("a", TestClient.Items("2", "3"), explode: true);
        request.AddQuery("c", TestClient.Items("4", "5"), explode: false);

        Assert.Equal("?b=1&a=2&a=3&c=4,5", request.Address(Base).Query);
    }

    [Theory]
    [InlineData("https://api.example.com", "https://api.example.com/call?a=b")]
    [InlineData("https://api.example.com/", "https://api.example.com/call?a=b")]
    [InlineData("https://api.example.com/v1", "https://api.example.com/v1/call?a=b")]
    [InlineData("https://api.example.com/v1/", "https://api.example.com/v1/call?a=b")]
    [InlineData("https://api.example.com:8443/v1/x%20y", "https://api.example.com:8443/v1/x%20y/call?a=b")]
    [InlineData("http://[::1]:5000/", "http://[::1]:5000/call?a=b")]
    public void Address_IsThePathUnderTheBaseAddress(string baseAddress, string expected)
    {
        ApiRequest request = Request();
        request.AddPath("/call");
        request.AddQuery("a", "b");

        Assert.Equal(expected, request.Address(new Uri(baseAddress)).AbsoluteUri);
    }

    [Theory]
    [InlineData("https://api.example.com", "/search?type=a", "https://api.example.com/search?type=a&a=b")]
    [InlineData("https://api.example.com?k=v", "/search?type=a", "https://api.example.com/search?type=a&k=v&a=b")]
    [InlineData("https://api.example.com", "/search#list", "https://api.example.com/search?a=b")]
    public void PathWithAQueryOfItsOwn_KeepsIt_AndOneWithAFragmentIsSentWithoutIt(string baseAddress, string path, string expected)
    {
        ApiRequest request = Request();
        request.AddPath(path);
        request.AddQuery("a", "b");

        Assert.Equal(expected, request.Address(new Uri(baseAddress)).AbsoluteUri);
    }

    [Fact]
    public void PathWithoutASlash_GetsOne()
    {
        ApiRequest request = Request();
        request.AddPath("call");

        Assert.Equal("https://api.example.com/call", request.Address(Base).AbsoluteUri);
    }

    [Fact]
    public void Cookies_AreOneHeader()
    {
        ApiRequest request = Request();
        request.AddCookie("a", "1; b=2");
        request.AddCookie("none", (string?)null);
        request.AddCookie("c", "3");

        Assert.Equal("Cookie: a=1%3B%20b%3D2; c=3", Assert.Single(Headers(request)));
    }

    [Fact]
    public void Headers_AreSentAsTheyAre_NullIsLeftOut()
    {
        ApiRequest request = Request();
        request.AddHeader("X-A", "a b; c=\"d\"");
        request.AddHeader("X-None", (string?)null);
        request.AddHeader("X-List", TestClient.Items("1", "2"), explode: false);
        request.AddHeader("Accept-Language", "de");

        Assert.Equal(["X-A: a b; c=\"d\"", "X-List: 1,2", "Accept-Language: de"], Headers(request));
    }

    [Fact]
    public void HeadersOfTheOptions_ReplaceTheRequestsOwn()
    {
        var options = new RequestOptions { Headers = { ["x-a"] = "options", ["X-B"] = "new" } };
        var request = new ApiRequest("GET", null, options);
        request.AddHeader("X-A", "request");

        Assert.Equal(["x-a: options", "X-B: new"], Headers(request), StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Content-Language", "de")]
    [InlineData("Content-Encoding", "gzip")]
    [InlineData("Expires", "0")]
    public void HeaderOfTheBody_IsSentToo(string name, string value)
    {
        var request = new ApiRequest("POST", null, null);
        request.SetText("text", "text/plain");
        request.AddHeader(name, value);

        Assert.Contains($"{name}: {value}", Headers(request));
    }

    [Fact]
    public void HeadersOfTheOptions_ReplaceTheContentType()
    {
        var request = new ApiRequest("PATCH", null, new RequestOptions { Headers = { ["Content-Type"] = "application/merge-patch+json" } });
        request.SetText("{}", "application/json");

        Assert.Equal(["Content-Type: application/merge-patch+json"], Headers(request));
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("application/vnd.api+json; charset=utf-8", "application/vnd.api+json; charset=utf-8")]
    [InlineData("*/*", "application/json")]
    public async Task JsonBody_HasTheDeclaredContentType(string declared, string expected)
    {
        ApiRequest request = Request();
        request.SetJson(new Point { X = 1 }, declared, Json.WriteModel);

        Assert.Equal(expected, request.CreateContent()!.Headers.ContentType!.ToString());
        Assert.Equal("{\"x\":1}", await request.CreateContent()!.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TextBody_IsUtf8()
    {
        ApiRequest request = Request();
        request.SetText("größe", "text/plain; charset=iso-8859-1");

        Assert.Equal("text/plain; charset=utf-8", request.CreateContent()!.Headers.ContentType!.ToString());
        Assert.Equal(Encoding.UTF8.GetBytes("größe"), await request.CreateContent()!.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("audio/*", null, "application/octet-stream")]
    [InlineData("audio/wav", null, "audio/wav")]
    [InlineData("audio/*", "audio/mpeg", "audio/mpeg")]
    public void FileBody_HasTheFilesContentTypeBeforeTheDeclared(string declared, string? own, string expected)
    {
        ApiRequest request = Request();
        request.SetFile(new FileContent(new MemoryStream([1]), contentType: own), declared);

        Assert.Equal(expected, request.CreateContent()!.Headers.ContentType!.ToString());
    }

    [Fact]
    public void NoBody_NoContent()
    {
        ApiRequest request = Request();
        request.SetText(null, "text/plain");
        request.SetFile(null, "audio/wav");

        Assert.Null(request.CreateContent());
    }

    private static ApiRequest Request() => new("GET", null, null);

    private static Uri PathWith(string value)
    {
        ApiRequest request = Request();
        request.AddPath("/call/");
        request.AddPathParameter("id", value);
        request.AddPath("/end");
        return request.Address(Base);
    }

    private static string[] Headers(ApiRequest request)
    {
        using var message = new HttpRequestMessage { Content = request.CreateContent() };
        request.CopyHeaders(message, new Dictionary<string, string>());
        return [.. message.Headers.NonValidated.Concat(message.Content?.Headers.NonValidated ?? default).Select(h => $"{h.Key}: {h.Value}")];
    }
}
