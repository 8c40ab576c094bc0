using System.Text;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Event streams as the HTML Living Standard describes them (9.2.5 and 9.2.6), in pieces of any size.</summary>
public class EventReaderTests
{
    [Theory]
    [InlineData("data: a\n\n", "a")]
    [InlineData("data:a\r\n\r\ndata:  b\r\n\r\n", "a| b")]
    [InlineData("data: a\r\rdata: b\r\r", "a|b")]
    [InlineData("data: a\r\n\rdata: b\n\r\n", "a|b")]
    [InlineData("data: a\ndata: b\ndata\n\n", "a\nb\n")]
    [InlineData("data\n\ndata\ndata\n\n", "|\n")]
    [InlineData(": a comment\n\n:\nid: 1\nretry: 10\nother: x\ndata: a\n\n", "a")]
    [InlineData("event: ping\n\ndata: a\n\n", "a")]
    [InlineData("\n\n\ndata: a\n\n\n\n", "a")]
    [InlineData("data: {\"x\": \"größe 漢字 😀\"}\n\n", "{\"x\": \"größe 漢字 😀\"}")]
    [InlineData("\ufeffdata: a\n\ndata: \ufeffb\n\n", "a|\ufeffb")]
    [InlineData("Data: a\ndata : b\n data: c\n\n", "")]
    [InlineData("data: a\n\ndata: unfinished", "a")]
    [InlineData("data: a\n\ndata: unfinished\n", "a")]
    [InlineData("", "")]
    public async Task Data_IsThatOfTheEvents(string text, string expected)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        for (int size = 1; size <= utf8.Length + 1; size++)
            Assert.Equal(expected, string.Join("|", (await ReadAsync(utf8, size)).Select(e => e.Data)));
    }

    [Fact]
    public async Task Type_IsThatOfTheEvent_AndOfNoOther()
    {
        List<(string Type, string Data)> events = await ReadAsync("event: a\ndata: 1\n\ndata: 2\n\nevent: b\n\ndata: 3\n\ndata: 4\nevent:c\n\n"u8.ToArray(), 5);

        Assert.Equal([("a", "1"), ("", "2"), ("", "3"), ("c", "4")], events);
    }

    [Fact]
    public async Task LongLine_IsReadWhole()
    {
        string line = new('x', 100_000);

        Assert.Equal(line, Assert.Single(await ReadAsync(Encoding.UTF8.GetBytes($"data: {line}\n\n"), 1000)).Data);
    }

    private static async Task<List<(string Type, string Data)>> ReadAsync(byte[] utf8, int size)
    {
        var reader = new EventReader(new Pieces(utf8, size), int.MaxValue - 100);
        var events = new List<(string, string)>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } data)
            events.Add((reader.Type, Encoding.UTF8.GetString(data)));

        return events;
    }

    /// <summary>Hands out so many bytes at a time.</summary>
    private sealed class Pieces(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(buffer.Length, size)], cancellationToken);
    }
}
