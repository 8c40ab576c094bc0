using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class JsonMembersTests
{
    [Theory]
    [InlineData("""{"text":"a","number":1.50,"list":[1,{"a":null}],"none":null}""")]
    [InlineData("""{"x":1,"y":null,"z":{"x":1}}""")]
    [InlineData("{}")]
    public void UnknownProperties_AreWrittenBackAsTheyWere(string json) => Assert.Equal(json, RoundTrip(json));

    [Theory]
    [InlineData("""{"z":1,"z":2}""", """{"z":2}""")]
    [InlineData("""{"x":1,"x":2}""", """{"x":2}""")]
    [InlineData("""{"x":1,"x":null}""", """{"x":null}""")]
    [InlineData("""{"x":null,"x":1}""", """{"x":1}""")]
    public void PropertyTwice_LastWins(string json, string expected) => Assert.Equal(expected, RoundTrip(json));

    [Theory]
    [InlineData("""{"x":3000000000}""")]
    [InlineData("""{"x":1.5,"y":1}""")]
    [InlineData("""{"y":1e400}""")]
    [InlineData("""{"x":"1","y":[]}""")]
    [InlineData("""{"x":{"y":[1,null]},"z":true,"y":true}""")]
    public void ValueThatDoesNotFit_IsWrittenBackAsItWas(string json) => AssertSameProperties(json, RoundTrip(json));

    [Theory]
    [InlineData("\"1\"", null)]
    [InlineData("1.5", null)]
    [InlineData("1.0", 1)]
    public void Value_IsReadOnlyIfItFits(string json, int? expected) => Assert.Equal(expected, JsonText.Read<Point>($$"""{"x":{{json}}}""", TestClient.ReadPoint)!.X);

    [Theory]
    [InlineData("""{"x":1.5,"x":2}""", """{"x":2}""")]
    [InlineData("""{"x":2,"x":1.5}""", """{"x":1.5}""")]
    [InlineData("""{"x":2,"x":"a"}""", """{"x":"a"}""")]
    [InlineData("""{"x":"a","x":2}""", """{"x":2}""")]
    [InlineData("""{"x":"a","x":null}""", """{"x":null}""")]
    [InlineData("""{"x":null,"x":[]}""", """{"x":[]}""")]
    public void ValueThatDoesNotFitTwice_LastWins(string json, string expected) => Assert.Equal(expected, RoundTrip(json));

    [Theory]
    [InlineData("\"a\"", true)]
    [InlineData("\"\\u0061\"", true)]
    [InlineData("\"b\"", false)]
    [InlineData("1", false)]
    [InlineData("null", false)]
    [InlineData("{\"x\":[1]}", false)]
    public void StringConstant_IsMarked_AnotherValueIsKept(string json, bool isConstant)
        => AssertConstant(json, isConstant, static (ref reader, ref cursor, ref state) => Json.ReadConstant(ref reader, "a"u8, ref cursor, ref state));

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    [InlineData("\"1\"", false)]
    [InlineData("null", false)]
    [InlineData("9223372036854775808", false)]
    public void IntegerConstant_IsMarked_AnotherValueIsKept(string json, bool isConstant)
        => AssertConstant(json, isConstant, static (ref reader, ref cursor, ref state) => Json.ReadConstant(ref reader, 1L, ref cursor, ref state));

    [Theory]
    [InlineData("0.5", true)]
    [InlineData("5e-1", true)]
    [InlineData("0.50", true)]
    [InlineData("0.51", false)]
    [InlineData("true", false)]
    public void NumberConstant_IsMarked_AnotherValueIsKept(string json, bool isConstant)
        => AssertConstant(json, isConstant, static (ref reader, ref cursor, ref state) => Json.ReadConstant(ref reader, 0.5, ref cursor, ref state));

    [Theory]
    [InlineData("true", true, true)]
    [InlineData("false", false, true)]
    [InlineData("false", true, false)]
    [InlineData("true", false, false)]
    [InlineData("null", false, false)]
    [InlineData("\"true\"", true, false)]
    public void BooleanConstant_IsMarked_AnotherValueIsKept(string json, bool constant, bool isConstant)
        => AssertConstant(json, isConstant, (ref reader, ref cursor, ref state) => Json.ReadFlag(ref reader, constant, ref cursor, ref state));

    [Theory]
    [InlineData("\"b\"", "\"a\"", true)]
    [InlineData("\"a\"", "\"b\"", false)]
    public void ConstantTwice_LastWins(string first, string second, bool isConstant)
    {
        Utf8JsonReader reader = JsonText.Reader($$"""{"kind":{{first}},"kind":{{second}}}""");
        var cursor = default(JsonCursor);
        var state = default(JsonState);
        while (Json.Next(ref reader, JsonText.Properties("kind"), ref cursor, ref state))
            Json.ReadConstant(ref reader, "a"u8, ref cursor, ref state);

        Assert.Equal(isConstant, state.Has(0));
        Assert.Equal(isConstant ? 0 : 1, state.Kept!.Count);
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("null", false)]
    [InlineData("[]", false)]
    [InlineData("1", false)]
    [InlineData("\"{}\"", false)]
    [InlineData("true", false)]
    public void StartObject_IsFalseForAnythingElse(string json, bool expected)
    {
        Utf8JsonReader reader = JsonText.Reader(json);
        Assert.Equal(expected, Json.StartObject(ref reader, out _));
    }

    private delegate void ConstantReader(ref Utf8JsonReader reader, ref JsonCursor cursor, ref JsonState state);

    private static void AssertConstant(string json, bool isConstant, ConstantReader read)
    {
        Utf8JsonReader reader = JsonText.Reader($$"""{"x":1,"kind":{{json}}}""");
        var cursor = default(JsonCursor);
        var state = default(JsonState);
        while (Json.Next(ref reader, JsonText.Properties("x", "y", "z", "kind"), ref cursor, ref state))
        {
            if (cursor.Ordinal == 3)
                read(ref reader, ref cursor, ref state);
        }

        Assert.Equal(isConstant ? [3] : [], Enumerable.Range(0, 64).Where(i => state.Has(i)));
        Assert.Equal(isConstant ? null : json, state.Kept?["kind"].GetRawText());
    }

    private static void AssertSameProperties(string expected, string actual)
    {
        Assert.Equal(Properties(expected), Properties(actual));

        static IEnumerable<string> Properties(string json) => JsonElement.Parse(json).EnumerateObject().Select(p => p.ToString()).Order(StringComparer.Ordinal);
    }

    private static string RoundTrip(string json)
    {
        Point? point = JsonText.Read<Point>(json, TestClient.ReadPoint);
        return JsonText.Write(writer => Json.WriteModel(writer, point));
    }
}
