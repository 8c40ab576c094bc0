using System.Text;
using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Lone surrogates, and bytes that are no UTF-8, are no text: nothing but a JsonException comes of them.</summary>
public class JsonUndecodableTests
{
    private static readonly byte[][] Undecodable =
    [
        [.. @"\ud800"u8], [.. @"\udc00"u8], [.. @"a\ud83d"u8], [.. @"\ude00\ud83d"u8],
        [0xFF], [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
    ];

    private static readonly Dictionary<string, JsonItemReader<object>> Readers = new()
    {
        ["String"] = static (ref reader) => Json.ReadString(ref reader),
        ["Enum"] = static (ref reader) => Json.ReadEnum(ref reader),
        ["DateTime"] = static (ref reader) => Json.ReadAlone<DateTimeOffset?>(ref reader, JsonKinds.Any, Json.ReadDateTime),
        ["Date"] = static (ref reader) => Json.ReadAlone<DateOnly?>(ref reader, JsonKinds.Any, Json.ReadDate),
        ["Time"] = static (ref reader) => Json.ReadAlone<TimeOnly?>(ref reader, JsonKinds.Any, Json.ReadTime),
        ["Duration"] = static (ref reader) => Json.ReadAlone<TimeSpan?>(ref reader, JsonKinds.Any, Json.ReadDuration),
        ["Guid"] = static (ref reader) => Json.ReadAlone<Guid?>(ref reader, JsonKinds.Any, Json.ReadGuid),
        ["Uri"] = static (ref reader) => Json.ReadAlone<Uri?>(ref reader, JsonKinds.Any, Json.ReadUri),
        ["Bytes"] = static (ref reader) => Json.ReadAlone<byte[]?>(ref reader, JsonKinds.Any, Json.ReadBytes),
        ["File"] = static (ref reader) => Json.ReadFile(ref reader),
    };

    public static TheoryData<string> Kinds => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TextThatIsNoUnicode_IsRefused(string kind)
        => Assert.All(Undecodable, text => Assert.Equal("$[1]", Assert.Throws<JsonException>(() => Parse("[null,\"@\"]", text, (ref reader) => Json.ReadList(ref reader, JsonKinds.Any, Readers[kind]))).Path));

    [Theory]
    [InlineData("""{"@":1}""")]
    [InlineData("""{"x":1,"@":{}}""")]
    public void NameThatIsNoUnicode_IsRefused(string json)
    {
        Assert.All(Undecodable, name => Assert.Throws<JsonException>(() => Parse(json, name, TestClient.ReadPoint)));
        Assert.All(Undecodable, name => Assert.Throws<JsonException>(() => Parse(json, name, static (ref reader) => Json.ReadMap<object>(ref reader, JsonKinds.Any, static (ref item) => Json.ReadAny(ref item)))));
    }

    [Theory]
    [InlineData("""{"@":"a"}""")]
    [InlineData("""{"kind":"@"}""")]
    [InlineData("""{"x":{"@":1},"kind":"@"}""")]
    public void TagThatIsNoUnicode_IsNoTag_OrRefused(string json) => Assert.All(Undecodable, text =>
    {
        try
        {
            int found = Parse(json, text, static (ref reader) =>
            {
                int tag = Json.Tag(reader, "kind"u8, JsonText.Table("a", "\ufffd"));
                reader.Skip();
                return tag;
            });
            Assert.InRange(found, Json.NoTag, -1);
        }
        catch (JsonException)
        {
            // No text, and so no tag.
        }
    });

    private static T? Parse<T>(string json, byte[] text, JsonItemReader<T> read)
    {
        byte[] utf8 = [.. json.Split('@').SelectMany((part, i) => i == 0 ? Encoding.UTF8.GetBytes(part) : text.Concat(Encoding.UTF8.GetBytes(part)))];
        return Json.Parse(utf8, read);
    }
}
