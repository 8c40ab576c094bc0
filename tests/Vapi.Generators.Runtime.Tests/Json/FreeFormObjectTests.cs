using System.Text;
using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Objects of which the document says nothing are taken apart late, and nobody can tell.</summary>
public class FreeFormObjectTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":1,"b":[{"c":null}],"é":"\u00e9\n","":{}}""")]
    [InlineData("""{ "a" : 1.50 , "b" : "" }""")]
    public void Entries_AreThoseOfTheText(string json)
    {
        IReadOnlyDictionary<string, JsonElement> map = Read(json)!;

        Dictionary<string, JsonElement> expected = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;
        Assert.Equal(expected.Count, map.Count);
        Assert.Equal(expected.Keys, map.Keys);
        Assert.Equal(expected.Values.Select(v => v.GetRawText()), map.Values.Select(v => v.GetRawText()));
        Assert.All(expected, e => Assert.True(map.ContainsKey(e.Key) && map.TryGetValue(e.Key, out JsonElement value) && value.GetRawText() == map[e.Key].GetRawText()));
        Assert.False(map.TryGetValue("none", out _));
        Assert.Throws<KeyNotFoundException>(() => map["none"]);
    }

    [Fact]
    public void TheLastOfSeveralEntriesOfOneName_Wins() => Assert.Equal(2, Assert.Single(Read("""{"a":1,"a":2}""")!).Value.GetInt32());

    [Fact]
    public void Null_IsNull() => Assert.Null(Read("null"));

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    public void AnotherKind_IsNothing(string json) => Assert.Null(Read(json));

    [Theory]
    [InlineData("""{"a":}""")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":01}""")]
    public void BrokenText_ThrowsWhenItIsRead_NotWhenItIsLookedAt(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void TheReader_StandsAtTheEndOfTheObject()
    {
        var reader = new Utf8JsonReader("""[{"a":{"b":1}},2]"""u8);
        reader.Read();
        reader.Read();

        Json.ReadFreeForm(ref reader);

        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        Assert.True(reader.Read());
        Assert.Equal(2, reader.GetInt32());
    }

    [Fact]
    public void WhatTheReaderAccepted_IsAcceptedAgain()
    {
        string json = "{/* why */\"a\":" + new string('[', 200) + new string(']', 200) + ",}";
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 300 });
        reader.Read();

        Assert.Equal(JsonValueKind.Array, Json.ReadFreeForm(ref reader)!["a"].ValueKind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void TextInPieces_IsReadAsWell(int size)
    {
        const string Text = """{"first":{"a":[1,2,3]},"second":"ü and more","third":null}""";
        Utf8JsonReader reader = JsonText.SegmentedReader(Text, size);

        IReadOnlyDictionary<string, JsonElement> map = Json.ReadFreeForm(ref reader)!;

        Assert.Equal(["first", "second", "third"], map.Keys);
        Assert.Equal("ü and more", map["second"].GetString());
        Assert.Equal("[1,2,3]", map["first"].GetProperty("a").GetRawText());
    }

    [Fact]
    public void TheTextIsCopied_SoThatItsBufferMayBeUsedAgain()
    {
        byte[] buffer = Encoding.UTF8.GetBytes("""{"a":"kept"}""");
        var reader = new Utf8JsonReader(buffer);
        reader.Read();
        IReadOnlyDictionary<string, JsonElement> map = Json.ReadFreeForm(ref reader)!;

        Array.Clear(buffer);

        Assert.Equal("kept", map["a"].GetString());
    }

    private static IReadOnlyDictionary<string, JsonElement>? Read(string json)
    {
        Utf8JsonReader reader = JsonText.Reader(json);
        return Json.ReadFreeForm(ref reader);
    }
}
