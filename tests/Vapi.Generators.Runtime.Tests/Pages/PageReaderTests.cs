using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Listings in pages, over HTTP.</summary>
public class PageReaderTests
{
    private const int Many = 10_000;

    private const int PageSize = 100;

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
    [InlineData("last id", "?after=2")]
    [InlineData("link", "/items?at=2")]
    [InlineData("header", "/items?at=2")]
    public async Task ServerThatRepeatsAPage_EndsInAnException(string style, string next)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => Write(context, [1, 2], style is "link" or "header" ? next : "same", more: true));
        var items = new List<int>();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (int item in Listing(style, server.Address))
                items.Add(item);
        });

        Assert.Contains("so the listing would never end", exception.Message, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("page", 102)]
    [InlineData("offset", 102)]
    [InlineData("cursor", 101)]
    [InlineData("last id", 101)]
    [InlineData("link", 101)]
    [InlineData("header", 101)]
    public async Task RefusedPage_IsRequestedAgain(string style, int requests)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (_requests != 50)
                return AnswerAsync(context);

            _requests++;
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "0");
            return Task.CompletedTask;
        });

        Assert.Equal(Enumerable.Range(0, Many), await ReadAsync(Listing(style, server.Address)));
        Assert.Equal(requests, _requests);
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

    /// <summary>The maximum of a caller is LINQ's: no page is requested behind it.</summary>
    [Theory]
    [InlineData(PageSize, 1)]
    [InlineData(PageSize + 1, 2)]
    public async Task Maximum_EndsTheRequests(int maximum, int requests)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(AnswerAsync);

        List<int> items = await ReadAsync(Listing("page", server.Address).Take(maximum));

        Assert.Equal(Enumerable.Range(0, maximum), items);
        Assert.Equal(requests, _requests);
    }

    /// <summary>Before each page but the first, an item is created at the start, one that was read is deleted, and so is the last one.</summary>
    [Theory]
    [InlineData("cursor")]
    [InlineData("last id")]
    [InlineData("link")]
    [InlineData("header")]
    public async Task ChangesBetweenPages_MoveNoPositionOfTheApi(string style)
    {
        List<int> stored = [.. Enumerable.Range(0, Many)];
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (_requests > 0)
                stored = [-_requests, .. stored.Where(i => i != _requests && i != Many - _requests)];

            return AnswerAfterAsync(context, stored);
        });

        List<int> items = await ReadAsync(Listing(style, server.Address));

        Assert.Equal(Enumerable.Range(0, Many - 99), items);
        Assert.Equal(100, _requests);
    }

    /// <summary>An API that counts cannot know what was read: an item created at the start repeats one, and one deleted there hides one.</summary>
    [Theory]
    [InlineData("page", true)]
    [InlineData("page", false)]
    [InlineData("offset", true)]
    [InlineData("offset", false)]
    public async Task ChangesBetweenNumberedPages_MoveTheItems(string style, bool isCreated)
    {
        List<int> stored = [.. Enumerable.Range(0, 3 * PageSize)];
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (_requests == 1)
                stored = isCreated ? [-1, .. stored] : stored[1..];

            int start = context.Request.Query.TryGetValue("p", out var page) ? int.Parse(page.ToString(), CultureInfo.InvariantCulture) * PageSize
                : context.Request.Query.TryGetValue("offset", out var offset) ? int.Parse(offset.ToString(), CultureInfo.InvariantCulture) : 0;
            return Write(context, [.. stored.Skip(start).Take(PageSize)], null, start + PageSize < stored.Count);
        });

        List<int> items = await ReadAsync(Listing(style, server.Address));

        Assert.Equal(isCreated ? [.. Enumerable.Range(0, PageSize), PageSize - 1] : Enumerable.Range(0, PageSize).Append(PageSize + 1), items.Take(PageSize + 1));
    }

    [Fact]
    public async Task BodyWithByteOrderMark_LeadsToTheNextPage()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            string json = context.Request.Query.ContainsKey("cursor") ? """{ "data": [2] }""" : """{ "data": [1], "cursor": "1" }""";
            return context.Response.Body.WriteAsync((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(json)]).AsTask();
        });

        Assert.Equal([1, 2], await ReadAsync(Listing("cursor", server.Address)));
    }

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

    private Task AnswerAsync(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        int start = Number("p") * PageSize ?? Number("offset") ?? Number("cursor") ?? Number("at") ?? Number("after") + 1 ?? 0;
        int end = Math.Min(start + PageSize, Many);
        return Write(context, [.. Enumerable.Range(start, Math.Max(end - start, 0))], end < Many ? "/items?at=" + end : null, end < Many, end);

        int? Number(string name) => query.TryGetValue(name, out var value) ? int.Parse(value.ToString(), CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The items after the position that the request has, which is the ID of an item.</summary>
    private Task AnswerAfterAsync(HttpContext context, List<int> stored)
    {
        IQueryCollection query = context.Request.Query;
        string? position = ((string[])["cursor", "at", "after"]).Select(name => query[name].ToString()).FirstOrDefault(v => v.Length > 0);
        int[] left = position is null ? [.. stored] : [.. stored.Where(i => i > int.Parse(position, CultureInfo.InvariantCulture))];
        int[] items = [.. left.Take(PageSize)];
        return Write(context, items, left.Length > PageSize ? "/items?at=" + items[^1] : null, left.Length > PageSize, items[^1]);
    }

    private Task Write(HttpContext context, int[] items, string? next, bool more, int end = 0)
    {
        _requests++;
        if (next is not null)
            context.Response.Headers.Link = next.StartsWith('<') ? next : $"</items?at=0>; rel=first, <{next}>; rel=next";

        return context.Response.WriteAsJsonAsync(new { data = items, next, cursor = more ? end.ToString(CultureInfo.InvariantCulture) : null, meta = new { more } });
    }

    private sealed record Response(IReadOnlyList<int> Items)
    {
        public static Response? Read(ref Utf8JsonReader reader) => new([.. JsonDocument.ParseValue(ref reader).RootElement.GetProperty("data").EnumerateArray().Select(i => i.GetInt32())]);
    }
}
