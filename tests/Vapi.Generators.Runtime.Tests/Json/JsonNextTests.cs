using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class JsonNextTests
{
    private static readonly string Long126 = new('a', 126);
    private static readonly string Long127 = new('b', 127);
    private static readonly string Long128 = new('c', 128);
    private static readonly string Long20000 = new('d', 20_000);

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"a":1,"b":2,"c":3}""", "0=1 1=2 2=3")]
    [InlineData("""{"c":3,"b":2,"a":1}""", "2=3 1=2 0=1")]
    [InlineData("""{"b":2,"a":1,"c":3}""", "1=2 0=1 2=3")]
    [InlineData("""{"c":3}""", "2=3")]
    public void Names_AreFoundInAnyOrder(string json, string expected) => Assert.Equal(expected, Visit(json, "a", "b", "c"));

    [Theory]
    [InlineData("""{"x":9}""", "x=9")]
    [InlineData("""{"x":9,"a":1}""", "0=1 x=9")]
    [InlineData("""{"a":1,"x":9,"b":2}""", "0=1 1=2 x=9")]
    [InlineData("""{"b":2,"x":9,"a":1}""", "1=2 0=1 x=9")]
    [InlineData("""{"A":9}""", "A=9")]
    [InlineData("""{"":9}""", "=9")]
    [InlineData("""{"ab":9,"b":2}""", "1=2 ab=9")]
    public void UnknownNames_AreKept_AndLeaveTheKnownOnesToBeFound(string json, string expected) => Assert.Equal(expected, Visit(json, "a", "b"));

    [Fact]
    public void EveryOrderOfFourNames_IsFound()
    {
        string[] names = ["a", "bb", "", "aa"];
        foreach (int[] order in Permutations(4))
        {
            string json = "{" + string.Join(",", order.Select(i => $"\"{names[i]}\":{i}")) + "}";

            Assert.Equal(string.Join(" ", order.Select(i => $"{i}={i}")), Visit(json, names));
        }
    }

    [Fact]
    public void EmptyTable_KnowsNoName() => Assert.Equal("a=1 b=2", Visit("""{"a":1,"b":2}"""));

    [Fact]
    public void SameNameTwice_IsFoundTwice() => Assert.Equal("0=1 1=2 0=3 0=4", Visit("""{"a":1,"b":2,"a":3,"a":4}""", "a", "b"));

    [Theory]
    [InlineData("""{"\u0061":1,"b":2}""", "0=1 1=2")]
    [InlineData("""{"b":2,"\u0061":1}""", "1=2 0=1")]
    [InlineData("""{"\u0078":9}""", "x=9")]
    public void EscapedNames_AreTheNamesTheyMean(string json, string expected) => Assert.Equal(expected, Visit(json, "a", "b"));

    [Theory]
    [InlineData("größe")]
    [InlineData("名前")]
    [InlineData("😀")]
    [InlineData("a\"b\\c\n")]
    [InlineData("\u0001\u007f")]
    public void NamesOfAnyCharacters_AreFound(string name)
        => Assert.Equal("1=1 0=2", Visit($$"""{{{JsonSerializer.Serialize(name)}}:1,"z":2}""", "z", name));

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(3, 2, 1, 0)]
    [InlineData(2, 0, 3, 1)]
    public void NamesAroundTheLengthMark_AreFound(params int[] order)
    {
        string[] names = [Long126, Long127, Long128, Long20000];
        string json = "{" + string.Join(",", order.Select(i => $"\"{names[i]}\":{i}")) + "}";

        Assert.Equal(string.Join(" ", order.Select(i => $"{i}={i}")), Visit(json, names));
    }

    [Fact]
    public void LongNames_AreUnknownWhenOneCharacterDiffers()
        => Assert.Equal($"0=2 {Long127[1..]}x=1", Visit($$"""{"{{Long127[1..]}}x":1,"{{Long127}}":2}""", Long127, Long128));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void NamesAcrossSegments_AreFound(int segmentLength)
    {
        Utf8JsonReader reader = JsonText.SegmentedReader("""{"second":2,"other":9,"first":1}""", segmentLength);

        Assert.Equal("1=2 0=1 other=9", Visit(ref reader, JsonText.Properties("first", "second")));
    }

    [Fact]
    public void KnownName_LeavesTheReaderOnItsValue()
    {
        Utf8JsonReader reader = JsonText.Reader("""{"x":{"a":2},"a":[1]}""");
        var cursor = default(JsonCursor);
        var state = default(JsonState);

        Assert.True(Json.Next(ref reader, JsonText.Properties("a"), ref cursor, ref state));
        Assert.Equal(0, cursor.Ordinal);
        Assert.Equal(JsonTokenType.StartArray, reader.TokenType);
    }

    /// <summary>The properties after the first 64 have their bits elsewhere.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void ObjectWithAnyNumberOfProperties_WritesThoseThatWereRead(int count)
    {
        byte[] table = JsonText.Properties([.. Enumerable.Range(0, count).Select(i => $"p{i}")]);
        int[] some = [.. Enumerable.Range(0, count).Where(i => i % 3 == 0 || i == count - 1)];
        Utf8JsonReader reader = JsonText.Reader($"{{{string.Join(",", some.Select(i => $"\"p{i}\":null"))}}}");
        JsonCursor cursor = default;
        JsonState state = default;
        while (Json.Next(ref reader, table, ref cursor, ref state))
            continue;

        var writing = new JsonCursor { Writer = new Utf8JsonWriter(Stream.Null) };
        JsonNames? names = null;
        var written = new List<int>();
        while (Json.Next(ref reader, table, ref names, ref writing, ref state))
            written.Add(writing.Ordinal);

        Assert.Equal(some, written);
    }

    [Theory]
    [InlineData("B", "\"\"", "1 true {} []")]
    [InlineData("D", "1", "\"\" true {} []")]
    [InlineData("H", "true", "\"\" 1 {} []")]
    [InlineData("P", "{}", "\"\" 1 true []")]
    [InlineData("`", "[]", "\"\" 1 true {}")]
    [InlineData("F", "1", "true {} []")]
    [InlineData("~", "[]", "")]
    public void OtherKind_IsMarkedAsNoFit_AndKept(string kinds, string taken, string others)
    {
        Assert.Equal(JsonFit.Whole, FitOf(taken).Fit);
        Assert.Equal(JsonFit.Whole, FitOf("null").Fit);
        Assert.All(others.Split(' ', StringSplitOptions.RemoveEmptyEntries), json =>
        {
            (JsonFit fit, JsonState state) = FitOf(json);

            Assert.Equal(JsonFit.None, fit);
            Assert.Equal(json, state.Kept!["a"].GetRawText());
        });

        (JsonFit Fit, JsonState State) FitOf(string json)
        {
            Utf8JsonReader reader = JsonText.Reader($$"""{"a":{{json}}}""");
            var cursor = default(JsonCursor);
            var state = default(JsonState);
            Json.Next(ref reader, JsonText.Table(kinds + "a"), ref cursor, ref state);
            JsonFit fit = cursor.Fit;
            if (fit == JsonFit.Whole)
                reader.Skip();

            Assert.False(Json.Next(ref reader, JsonText.Table(kinds + "a"), ref cursor, ref state));
            return (fit, state);
        }
    }

    [Fact]
    public void PropertyInTheTable_IsSet_EvenIfItIsNull()
    {
        Utf8JsonReader reader = JsonText.Reader("""{"b":null,"x":null,"c":0}""");
        var cursor = default(JsonCursor);
        var state = default(JsonState);
        while (Json.Next(ref reader, JsonText.Properties("a", "b", "c"), ref cursor, ref state))
            reader.Skip();

        Assert.Equal([1, 2], Enumerable.Range(0, 64).Where(state.Has));
        Assert.Equal(["x"], state.Kept!.Keys);
    }

    /// <summary>What a class reads: the ordinals and values in their order, and then what it keeps.</summary>
    private static string Visit(string json, params string[] names)
    {
        Utf8JsonReader reader = JsonText.Reader(json);
        return Visit(ref reader, JsonText.Properties(names));
    }

    private static string Visit(ref Utf8JsonReader reader, ReadOnlySpan<byte> properties)
    {
        var visited = new List<string>();
        var cursor = default(JsonCursor);
        var state = default(JsonState);
        while (Json.Next(ref reader, properties, ref cursor, ref state))
            visited.Add($"{cursor.Ordinal}={reader.GetInt32()}");

        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        return string.Join(" ", visited.Concat(state.Kept?.Select(p => $"{p.Key}={p.Value}") ?? []));
    }

    private static IEnumerable<int[]> Permutations(int count) => count == 0
        ? [[]]
        : Permutations(count - 1).SelectMany(rest => Enumerable.Range(0, count).Select(i => (int[])[.. rest[..i], count - 1, .. rest[i..]]));
}
