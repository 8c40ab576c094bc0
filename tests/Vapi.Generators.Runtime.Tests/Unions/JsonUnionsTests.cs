using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class JsonUnionsTests
{
    [Theory]
    [InlineData("""{"provider":"azure"}""", 1)]
    [InlineData("""{"provider":"11labs","voiceId":"sarah"}""", 0)]
    [InlineData("""{"nested":{"provider":"azure"},"list":[{"provider":"azure"}],"provider":"11labs"}""", 0)]
    [InlineData("""{"pr\u006fvider":"\u0061zure"}""", 1)]
    [InlineData("""{"provider":"größe"}""", 2)]
    public void Tag_IsFoundWhereverItStands(string json, int expected) => Assert.Equal(expected, Tag(json));

    [Theory]
    [InlineData("""{"provider":"new"}""")]
    [InlineData("""{"provider":""}""")]
    [InlineData("""{"provider":null}""")]
    [InlineData("""{"provider":1}""")]
    [InlineData("""{"provider":["azure"]}""")]
    [InlineData("""{"provider":{"provider":"azure"}}""")]
    public void Tag_IsMinusOneWhenItsValueIsNotKnown(string json) => Assert.Equal(-1, Tag(json));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"Provider":"azure"}""")]
    [InlineData("""{"nested":{"provider":"azure"}}""")]
    public void Tag_IsNoTagWhenThereIsNone(string json) => Assert.Equal(Json.NoTag, Tag(json));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Tag_IsFoundAcrossSegments(int segmentLength)
        => Assert.Equal(1, Json.Tag(JsonText.SegmentedReader("""{"a":[1,2],"provider":"azure"}""", segmentLength), "provider"u8, JsonText.Table("11labs", "azure")));

    [Fact]
    public void Tag_OfALongValueIsFound()
    {
        string value = new('v', 300);

        Assert.Equal(1, Json.Tag(JsonText.Reader($$"""{"provider":"{{value}}"}"""), "provider"u8, JsonText.Table("azure", value)));
    }

    [Fact]
    public void LookingAhead_DoesNotMoveTheReader()
    {
        Utf8JsonReader reader = JsonText.Reader("""{"provider":"azure"}""");
        Json.Tag(reader, "provider"u8, JsonText.Table("azure"));
        Json.KindOf(reader);
        new UnionMatcher([new UnionMember().Required("provider", JsonKinds.String, "azure")]).Match(reader);

        Assert.Equal(JsonTokenType.StartObject, reader.TokenType);
        Assert.Equal(0, reader.TokenStartIndex);
    }

    private static int Tag(string json) => Json.Tag(JsonText.Reader(json), "provider"u8, JsonText.Table("11labs", "azure", "größe"));
}
