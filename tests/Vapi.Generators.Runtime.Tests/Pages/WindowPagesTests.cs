using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Listings by time, over HTTP.</summary>
public class WindowPagesTests
{
    private static readonly DateTimeOffset Newest = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private int _requests;

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

    private static async Task<List<int>> ReadAsync(IAsyncEnumerable<int> items) => await items.ToListAsync(TestContext.Current.CancellationToken);

    private static WindowPages<int> Window(Uri address, int limit)
    {
        ApiClient client = TestClient.Create(address);
        return new WindowPages<int>(null, (options, token) => client.SendAsync<IReadOnlyList<int>>(TestClient.Get("/items", options), ReadIds, null, token), "createdAtLe", "createdAt", "limit", limit, default);

        static IReadOnlyList<int>? ReadIds(ref Utf8JsonReader reader)
            => [.. JsonDocument.ParseValue(ref reader).RootElement.EnumerateArray().Select(i => int.Parse(i.GetProperty("id").GetString()!, CultureInfo.InvariantCulture))];
    }

    private Task AnswerWindowAsync(HttpContext context, List<(int Id, DateTimeOffset At)> stored)
    {
        _requests++;
        DateTimeOffset latest = context.Request.Query.TryGetValue("createdAtLe", out var text) ? DateTimeOffset.Parse(text.ToString(), CultureInfo.InvariantCulture) : DateTimeOffset.MaxValue;
        int limit = int.Parse(context.Request.Query["limit"].ToString(), CultureInfo.InvariantCulture);
        return context.Response.WriteAsJsonAsync(stored.Where(s => s.At <= latest).Take(limit).Select(s => new { id = s.Id.ToString(CultureInfo.InvariantCulture), createdAt = s.At }));
    }
}
