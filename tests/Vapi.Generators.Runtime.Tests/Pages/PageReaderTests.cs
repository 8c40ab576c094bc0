using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Listings in pages, over HTTP.</summary>
public class PageReaderTests
{
    private const int Many = 10_000;

    private const int PageSize = 100;

    private static readonly DateTimeOffset Newest = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private int _requests;

    /// <summary>The items of one listing in each style: 10,000 in order, in 100 pages, and one request more where only an empty page tells the end.</summary>
    [Theory]
    [InlineData("page", 101)]
    [InlineData("page and more", 100)]
    [InlineData("offset", 101)]
    [InlineData("cursor", 100)]
    [InlineData("last id", 100)]
    [InlineData("link", 100)]
    [InlineData("header", 100)]
    public async Task EveryItem_IsReadOnceAndInOrder(string style, int requests)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(AnswerAsync);

        List<int> items = await ReadAsync(Listing(style, server.Address));

        Assert.Equal(Enumerable.Range(0, Many), items);
        Assert.Equal(requests, _requests);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("offset")]
    [InlineData("cursor")]
    [InlineData("last id")]
    [InlineData("link")]
    [InlineData("header")]
    public async Task Token_ContinuesAfterItsPage(string style)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(AnswerAsync);
        ApiPages<int, Response> pages = Listing(style, server.Address);
        ApiPage<int, Response> third = await pages.AsPages().Skip(2).FirstAsync(TestContext.Current.CancellationToken);

        ApiPage<int, Response> fourth = await Listing(style, server.Address).AsPages(third.ContinuationToken).FirstAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(3 * PageSize, PageSize), fourth.Items);
        Assert.Equal(4, _requests);
    }

    [Theory]
    [InlineData("page", "?p=0")]
    [InlineData("offset", "?offset=0")]
    [InlineData("cursor", "?cursor=0")]
    [InlineData("link", "/evil")]
    public async Task ServerThatRepeatsAPage_EndsInAnException(string style, string next)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Write(context, [1, 2], style == "link" ? next : "same", more: true));
        var items = new List<int>();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (int item in Listing(style, server.Address))
                items.Add(item);
        });

        Assert.Contains("the listing would never end", exception.Message, StringComparison.Ordinal);
        Assert.InRange(items.Count, 2, 4);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
    }

    [Theory]
    [InlineData("link", "http://other.example/items?at=2")]
    [InlineData("link", "//other.example/items?at=2")]
    [InlineData("link", "file:///etc/passwd")]
    [InlineData("header", "<http://other.example/items?at=2>; rel=next")]
    public async Task NextPageOnAnotherHost_IsNotRequested(string style, string next)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Write(context, [1], next, more: true));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(Listing(style, server.Address)));

        Assert.Equal(1, _requests);
        Assert.DoesNotContain("passwd", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinkThatRepeatsTheKey_GivesATokenWithoutIt()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Write(context, [1], "/items?api_key=" + TestClient.Key + "&at=2", more: true));
        ApiClient client = TestClient.Create(server.Address, TestClient.Key, TestClient.Query);

        ApiPage<int, Response> page = await new LinkPages<int, Response>(null, Send(client), static r => r.Items, "/next", default).AsPages().FirstAsync(TestContext.Current.CancellationToken);

        Assert.Equal("/items?at=2", page.ContinuationToken);
    }

    [Fact]
    public async Task RefusedPage_IsRequestedAgain()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (_requests != 50)
                return AnswerAsync(context);

            _requests++;
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "0");
            return Task.CompletedTask;
        });

        Assert.Equal(Enumerable.Range(0, Many), await ReadAsync(Listing("cursor", server.Address)));
        Assert.Equal(101, _requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_EndsTheListing(bool isOfTheMethod)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(AnswerAsync);
        using var source = new CancellationTokenSource();
        ApiPages<int, Response> pages = Listing("page", server.Address, isOfTheMethod ? source.Token : null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int item in pages.WithCancellation(isOfTheMethod ? default : source.Token))
            {
                if (item == 150)
                    await source.CancelAsync();
            }
        });

        Assert.Equal(2, _requests);
    }

    [Fact]
    public async Task Page_IsRequestedWhenItIsNeeded()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(AnswerAsync);

        await foreach (int item in Listing("page", server.Address))
        {
            if (item == PageSize - 1)
                break;
        }

        Assert.Equal(1, _requests);
    }

    /// <summary>Items are created in groups of one time; new ones appear and old ones go while the pages are read.</summary>
    [Theory]
    [InlineData(1234, 1, 100)]
    [InlineData(1234, 7, 100)]
    [InlineData(1234, 99, 100)]
    [InlineData(100, 1, 100)]
    [InlineData(1, 1, 100)]
    [InlineData(0, 1, 100)]
    [InlineData(50, 3, 7)]
    public async Task Window_LosesAndDoublesNoItemOfTheSameTime(int count, int group, int limit)
    {
        List<(int Id, DateTimeOffset At)> stored = [.. Enumerable.Range(0, count).Select(i => (i, Newest.AddMilliseconds(-(i / group))))];
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            stored.Insert(0, (-1 - _requests, Newest.AddSeconds(1 + _requests)));
            stored.RemoveAll(s => s.Id == 4 && _requests > 0);
            return AnswerWindowAsync(context, stored);
        });

        List<int> items = await ReadAsync(Window(server.Address, limit));

        Assert.Equal([-1, .. Enumerable.Range(0, count)], items);
    }

    [Fact]
    public async Task WindowFullOfOneTime_EndsInAnException()
    {
        List<(int Id, DateTimeOffset At)> stored = [.. Enumerable.Range(0, 30).Select(i => (i, Newest))];
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => AnswerWindowAsync(context, stored));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(Window(server.Address, 20)));

        Assert.Contains("larger 'limit'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 30), await ReadAsync(Window(server.Address, 31)));
    }

    [Fact]
    public async Task WindowThatStartsWithTheOldest_EndsInAnException()
    {
        List<(int Id, DateTimeOffset At)> stored = [.. Enumerable.Range(0, 30).Select(i => (i, Newest.AddSeconds(i)))];
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => AnswerWindowAsync(context, stored));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(Window(server.Address, 20)));

        Assert.Contains("newest first", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<https://a/?p=2>; rel=\"next\"", "https://a/?p=2")]
    [InlineData("<https://a/1>; rel=prev, <https://a/3>; title=\"a, <b>; rel=next\"; rel=\"last next\"", "https://a/3")]
    [InlineData("<https://a/2>; rel=NEXT", "https://a/2")]
    [InlineData("<https://a/2>; rel=nextish", null)]
    [InlineData("<https://a/2>; rel=last; rel=next", null)]
    [InlineData("<https://a/2", null)]
    [InlineData("", null)]
    public void LinkHeader_HasTheNextAddress(string value, string? expected) => Assert.Equal(expected, LinkHeader.FindNext([value]));

    private static async Task<List<int>> ReadAsync(IAsyncEnumerable<int> items) => await items.ToListAsync(TestContext.Current.CancellationToken);

    private static Func<RequestOptions, CancellationToken, Task<Response>> Send(ApiClient client)
        => (options, token) => client.SendAsync<Response>(TestClient.Get("/items", options), Response.Read, null, token);

    private static ApiPages<int, Response> Listing(string style, Uri address, CancellationToken? cancellation = null)
    {
        CancellationToken cancellationToken = cancellation ?? default;
        Func<RequestOptions, CancellationToken, Task<Response>> send = Send(TestClient.Create(address, retries: 1));
        return style switch
        {
            "page" => new NumberPages<int, Response>(null, send, static r => r.Items, "p", 0, null, cancellationToken),
            "page and more" => new NumberPages<int, Response>(null, send, static r => r.Items, "p", 0, "/meta/more", cancellationToken),
            "offset" => new NumberPages<int, Response>(null, send, static r => r.Items, "offset", null, null, cancellationToken),
            "cursor" => new CursorPages<int, Response>(null, send, static r => r.Items, "cursor", "/cursor", null, cancellationToken),
            "last id" => new CursorPages<int, Response>(null, send, static r => r.Items, "after", "/data/-", "/meta/more", cancellationToken),
            "link" => new LinkPages<int, Response>(null, send, static r => r.Items, "/next", cancellationToken),
            _ => new LinkPages<int, Response>(null, send, static r => r.Items, null, cancellationToken),
        };
    }

    private static WindowPages<int> Window(Uri address, int limit)
    {
        ApiClient client = TestClient.Create(address);
        return new WindowPages<int>(null, (options, token) => client.SendAsync<IReadOnlyList<int>>(TestClient.Get("/items", options), ReadIds, null, token), "createdAtLe", "createdAt", "limit", limit, default);

        static IReadOnlyList<int>? ReadIds(ref Utf8JsonReader reader)
            => [.. JsonDocument.ParseValue(ref reader).RootElement.EnumerateArray().Select(i => int.Parse(i.GetProperty("id").GetString()!, CultureInfo.InvariantCulture))];
    }

    private Task AnswerAsync(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        int start = Number("p") * PageSize ?? Number("offset") ?? Number("cursor") ?? Number("at") ?? Number("after") + 1 ?? 0;
        int end = Math.Min(start + PageSize, Many);
        return Write(context, [.. Enumerable.Range(start, Math.Max(end - start, 0))], end < Many ? "/items?at=" + end : null, end < Many, end);

        int? Number(string name) => query.TryGetValue(name, out var value) ? int.Parse(value.ToString(), CultureInfo.InvariantCulture) : null;
    }

    private Task Write(HttpContext context, int[] items, string? next, bool more, int end = 0)
    {
        _requests++;
        if (next is not null)
            context.Response.Headers.Link = next.StartsWith('<') ? next : $"</items?at=0>; rel=first, <{next}>; rel=next";

        return context.Response.WriteAsJsonAsync(new { data = items, next, cursor = more ? end.ToString(CultureInfo.InvariantCulture) : null, meta = new { more } });
    }

    private Task AnswerWindowAsync(HttpContext context, List<(int Id, DateTimeOffset At)> stored)
    {
        _requests++;
        DateTimeOffset latest = context.Request.Query.TryGetValue("createdAtLe", out var text) ? DateTimeOffset.Parse(text.ToString(), CultureInfo.InvariantCulture) : DateTimeOffset.MaxValue;
        int limit = int.Parse(context.Request.Query["limit"].ToString(), CultureInfo.InvariantCulture);
        return context.Response.WriteAsJsonAsync(stored.Where(s => s.At <= latest).Take(limit).Select(s => new { id = s.Id.ToString(CultureInfo.InvariantCulture), createdAt = s.At }));
    }

    private sealed record Response(IReadOnlyList<int> Items)
    {
        public static Response? Read(ref Utf8JsonReader reader) => new([.. JsonDocument.ParseValue(ref reader).RootElement.GetProperty("data").EnumerateArray().Select(i => i.GetInt32())]);
    }
}
