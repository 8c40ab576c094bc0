using System.Text;
using System.Text.Json;

namespace Vapi.Generators.Tests.Json;

/// <summary>Text in JSON may be escaped, in pairs of surrogates, or no text at all.</summary>
public class EscapeTests
{
    private static readonly string[] Kinds = ["constant", "text", "none", "at", "date", "time", "duration", "guid", "uri", "bytes", "choice", "any", "either", "number", "unknown"];

    /// <summary>Lone surrogates, and bytes that are no UTF-8.</summary>
    private static readonly byte[][] Undecodable =
    [
        [.. @"\ud800"u8], [.. @"\udc00"u8], [.. @"a\ud83d"u8], [.. @"\ude00\ud83d"u8],
        [0xFF], [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
    ];

    /// <summary>Everywhere a string or a name may stand.</summary>
    public static TheoryData<string> Places =>
    [
        .. Kinds.Select(k => $$"""{ "{{k}}": "@" }"""),
        """{ "choices": ["@"] }""",
        """{ "map": { "a": "@" } }""",
        """{ "map": { "@": "a" } }""",
        """{ "@": 1 }""",
        """{ "unknown": { "@": 1 } }""",
        """{ "any": { "@": 1 } }""",
        """{ "pet": { "kind": "@" } }""",
        """{ "pet": { "@": "cat" } }""",
        """{ "pet": { "@": 1, "kind": "dog" } }""",
        """{ "owner": { "@": 1, "name": "n" } }""",
        """{ "owner": { "id": "@", "employees": 1 } }""",
        """{ "either": ["@"] }""",
    ];

    [Theory]
    [InlineData("""{ "c\u0068oice": "\u0061" }""", """{ "choice": "a" }""", "Choice")]
    [InlineData("""{ "choice": "\ud83d\ude00" }""", """{ "choice": "😀" }""", "Choice")]
    [InlineData("""{ "t\u0065xt": "\ud83d\ude00\u0000\/" }""", """{ "text": "😀\u0000/" }""", "Text")]
    [InlineData("""{ "\u0067\u0075\u0069\u0064": "\u0030f8fad5b-d9cb-469f-a165-70867728950e" }""", """{ "guid": "0f8fad5b-d9cb-469f-a165-70867728950e" }""", "Guid")]
    [InlineData("""{ "at": "2024-05-06T07:08:09\u005a" }""", """{ "at": "2024-05-06T07:08:09Z" }""", "At")]
    [InlineData("""{ "bytes": "AQ\u0049D" }""", """{ "bytes": "AQID" }""", "Bytes")]
    [InlineData("""{ "pet": { "\u006bind": "\u0064og" } }""", """{ "pet": { "kind": "dog" } }""", "Pet")]
    [InlineData("""{ "owner": { "employ\u0065es": 1 } }""", """{ "owner": { "employees": 1 } }""", "Owner")]
    public void EscapedNamesAndStrings_AreWhatTheyMean(string escaped, string plain, string property)
    {
        Assert.Equal(EveryKind.Output.Read("Thing", plain).Get(property)!.ToString(), EveryKind.Output.Read("Thing", escaped).Get(property)!.ToString());
        JsonAssert.Equal(plain, EveryKind.Output.RoundTrip("Thing", escaped));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void SurrogatePair_IsOneCharacter(string place) => EveryKind.Output.RequireLossless("Thing", place.Replace("@", """\ud83d\ude00"""));

    [Theory]
    [MemberData(nameof(Places))]
    public void TextThatIsNoUnicode_RaisesJsonExceptionAndNothingElse(string place)
    {
        foreach (byte[] text in Undecodable)
        {
            try
            {
                object? thing = JsonSerializer.Deserialize(Insert(place, text), EveryKind.Output.Type("Thing"));
                JsonSerializer.Serialize(thing, EveryKind.Output.Type("Thing"));
            }
            catch (JsonException)
            {
                // Refused by the reader, or by the writer where it was kept as JSON.
            }
        }
    }

    [Theory]
    [InlineData("""{ "text": "@" }""")]
    [InlineData("""{ "none": "@" }""")]
    [InlineData("""{ "choice": "@" }""")]
    [InlineData("""{ "choices": ["a", "@"] }""")]
    [InlineData("""{ "map": { "a": "@" } }""")]
    [InlineData("""{ "map": { "@": "a" } }""")]
    [InlineData("""{ "owner": { "id": "@", "employees": 1 } }""")]
    [InlineData("""{ "either": "@" }""")]
    [InlineData("""{ "either": ["@"] }""")]
    [InlineData("""{ "@": 1 }""")]
    public void TextThatIsNoUnicode_IsRefusedWhereItIsText(string place)
        => Assert.All(Undecodable, text => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(Insert(place, text), EveryKind.Output.Type("Thing"))));

    private static byte[] Insert(string place, byte[] text)
    {
        string[] parts = place.Split('@');
        return [.. Encoding.UTF8.GetBytes(parts[0]), .. text, .. Encoding.UTF8.GetBytes(parts[1])];
    }
}
