using System.Text;
using System.Text.Json;

namespace Vapi.Generators.Runtime.Tests;

public class ModelConverterTests
{
    [Theory]
    [InlineData("""{"x":1,"y":2}""")]
    [InlineData("""{"y":null,"new":{"a":[1]}}""")]
    [InlineData("null")]
    public void Class_ReadAndWritten_IsTheSameJson(string json)
        => Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Point>(json)));

    [Theory]
    [InlineData("""[1,"a",null,{"new":[]}]""")]
    [InlineData("[]")]
    public void Struct_ReadAndWritten_IsTheSameJson(string json)
        => Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<NumberOrText[]>(json)));

    [Fact]
    public async Task StreamInSmallPieces_IsReadLikeAText()
    {
        string json = $$"""[{"x":1,"new":"{{new string('a', 100_000)}}"},{"x":2,"y":3}]""";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        Point[]? points = await JsonSerializer.DeserializeAsync<Point[]>(stream, new JsonSerializerOptions { DefaultBufferSize = 16 }, TestContext.Current.CancellationToken);

        Assert.Equal(json, JsonSerializer.Serialize(points));
    }

    [Theory]
    [InlineData("""{"a":true}""")]
    [InlineData("""{"a":[]}""")]
    [InlineData("""{"a":{"x":1}""")]
    public void WrongValue_IsAJsonException(string json)
        => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<string, Point>>(json));
}
