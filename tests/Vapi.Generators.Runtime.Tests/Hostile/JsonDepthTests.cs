using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>A response that is nested deeper than the reader allows is refused; it never takes the process down.</summary>
public class JsonDepthTests
{
    private const int MaxDepth = 64;

    /// <summary>What one level of depth is.</summary>
    public static TheoryData<string, string> Levels => new()
    {
        { "[", "]" },
        { "{\"a\":", "}" },
        { "{\"x\":1,\"a\":", ",\"y\":2}" },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void DepthWithinTheLimit_IsRead(string open, string close)
    {
        string json = Nest(open, close, MaxDepth - 1);

        Assert.NotNull(JsonText.Read(json, ReadAnything));
        Assert.NotNull(JsonText.Read(json, static (ref reader) => (object)Json.ReadAny(ref reader)));
        Assert.NotNull(JsonText.Read($$"""{"new":{{Nest(open, close, MaxDepth - 2)}}}""", TestClient.ReadPoint));
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void DepthBeyondTheLimit_IsRefusedAtThatDepth(string open, string close)
    {
        foreach (int depth in new[] { MaxDepth + 1, 1000, 100_000 })
        {
            string json = Nest(open, close, depth);

            RequireRefused(json, ReadAnything);
            RequireRefused(json, static (ref reader) => (object)Json.ReadAny(ref reader));
            RequireRefused($$"""{"new":{{json}}}""", TestClient.ReadPoint);
            Assert.Throws<JsonException>(() => JsonText.Read(json[..(json.Length / 2)], ReadAnything));
        }
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void LookingAhead_StopsAtTheLimitToo(string open, string close)
        => RequireRefused($$"""{"before":{{Nest(open, close, 100_000)}},"kind":"a"}""", static (ref reader) => (object)Json.Tag(reader, "kind"u8, JsonText.Table("a")));

    private static void RequireRefused<T>(string json, JsonItemReader<T> read)
    {
        JsonException exception = Assert.Throws<JsonException>(() => JsonText.Read(json, read));

        Assert.Contains(MaxDepth.ToString(), exception.Message);
        Assert.StartsWith("$", exception.Path);
    }

    private static string Nest(string open, string close, int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "0" + string.Concat(Enumerable.Repeat(close, depth));

    private static object? ReadAnything(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => Json.ReadList<object>(ref reader, JsonKinds.Any, ReadAnything),
        JsonTokenType.StartObject => Json.ReadMap<object>(ref reader, JsonKinds.Any, ReadAnything),
        _ => Json.ReadAlone<int?>(ref reader, JsonKinds.Any, Json.ReadInt32),
    };
}
