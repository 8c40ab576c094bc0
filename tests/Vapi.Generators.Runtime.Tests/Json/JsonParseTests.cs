using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class JsonParseTests
{
    [Theory]
    [InlineData("""true""", "$", 0)]
    [InlineData("""{"a":true}""", "$.a", 5)]
    [InlineData("""[1,true]""", "$[1]", 3)]
    [InlineData("""[true]""", "$[0]", 1)]
    [InlineData("""{"a":[1,{"b":true}]}""", "$.a[1].b", 13)]
    [InlineData("""{"a":{"b":{"c":[[1],[2,true]]}}}""", "$.a.b.c[1][1]", 23)]
    [InlineData("""{"x":{"y":[1,2]},"a":true}""", "$.a", 21)]
    [InlineData("""{"a":[[],[1],true]}""", "$.a[2]", 13)]
    [InlineData("""[{"a":1},{"a":true}]""", "$[1].a", 14)]
    [InlineData("""{"ä":true}""", "$.ä", 6)]
    [InlineData("""{"\u0061":true}""", "$.a", 10)]
    public void WrongValue_IsLocatedByPathAndByte(string json, string path, int position)
    {
        JsonException exception = Assert.Throws<JsonException>(() => JsonText.Read(json, ReadNumbers));

        Assert.Equal(path, exception.Path);
        Assert.Equal(0, exception.LineNumber);
        Assert.Equal(position, exception.BytePositionInLine);
        Assert.EndsWith($" Path: {path}, byte {position}.", exception.Message);
    }

    [Theory]
    [InlineData("{\n  \"a\": true}", 1, 7)]
    [InlineData("\n\n\ntrue", 3, 0)]
    [InlineData("[1,\r\n 2,\r\n\ttrue]", 2, 1)]
    [InlineData("{\"ä\": 1,\n\"ö\": true}", 1, 6)]
    public void WrongValue_IsLocatedByLine(string json, int line, int column)
    {
        JsonException exception = Assert.Throws<JsonException>(() => JsonText.Read(json, ReadNumbers));

        Assert.Equal(line, exception.LineNumber);
        Assert.Equal(column, exception.BytePositionInLine);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{\"a\"")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":[1,2")]
    [InlineData("[")]
    [InlineData("\"abc")]
    [InlineData("tru")]
    [InlineData("1.")]
    public void TruncatedText_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonText.Read(json, ReadNumbers));

    [Fact]
    public void TruncatedText_IsLocatedWhereItEnds()
        => Assert.Equal("$.a[1].b", Assert.Throws<JsonException>(() => JsonText.Read("""{"a":[1,{"b":2""", ReadNumbers)).Path);

    [Theory]
    [InlineData("{} {}")]
    [InlineData("1 2")]
    [InlineData("[],")]
    [InlineData("1 x")]
    [InlineData("<html>")]
    [InlineData("// comment\n1")]
    [InlineData("/* comment */ 1")]
    [InlineData("1 // comment")]
    [InlineData("[1,]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{'a':1}")]
    [InlineData("{a:1}")]
    [InlineData("NaN")]
    [InlineData("01")]
    public void TextThatIsNotExactlyOneJsonValue_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonText.Read(json, ReadNumbers));

    [Theory]
    [InlineData("1")]
    [InlineData(" \t\r\n1 \r\n")]
    [InlineData("[1,{\"a\":[]},[],{}]")]
    public void WhiteSpaceAround_IsNothing(string json) => Assert.NotNull(JsonText.Read(json, ReadNumbers));

    [Fact]
    public void ByteOrderMark_IsNothing() => Assert.NotNull(Json.Parse<object>([0xEF, 0xBB, 0xBF, (byte)'1'], ReadNumbers));

    [Theory]
    [InlineData("""{"unknown":{"\ud800":1},"x":tru}""")]
    [InlineData("""{"unknown":{"\ud800":1},"x":1,}""")]
    public void WhatIsNoJsonBehindAnUndecodableName_IsStillAJsonException(string json)
        => Assert.Throws<JsonException>(() => JsonText.Read<Point>(json, TestClient.ReadPoint));

    [Fact]
    public void UndecodableText_IsAJsonException()
        => Assert.Throws<JsonException>(() => Json.Parse([(byte)'"', 0xFF, (byte)'"'], Json.ReadString));

    [Fact]
    public void DeepText_IsRefusedNotFatal()
        => Assert.Throws<JsonException>(() => JsonText.Read(new string('[', 100_000), ReadNumbers));

    [Fact]
    public void Cancellation_IsNotTurnedIntoAJsonException()
        => Assert.Throws<OperationCanceledException>(() => JsonText.Read<object>("1", static (ref _) => throw new OperationCanceledException()));

    /// <summary>Reads objects and arrays of whole numbers, to any depth.</summary>
    private static object? ReadNumbers(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => Json.ReadList<object>(ref reader, JsonKinds.Any, ReadNumbers),
        JsonTokenType.StartObject => Json.ReadMap<object>(ref reader, JsonKinds.Any, ReadNumbers),
        _ => Json.ReadAlone<int?>(ref reader, JsonKinds.Any, Json.ReadInt32),
    };
}
