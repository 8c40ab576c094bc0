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
    public void StringConstant_IsSet_AnotherValueIsKept(string json, bool isConstant)
        => AssertConstant(json, isConstant, static (ref cursor, ref reader) => cursor.Constant(ref reader, "a"u8));

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    [InlineData("\"1\"", false)]
    [InlineData("null", false)]
    [InlineData("9223372036854775808", false)]
    public void IntegerConstant_IsSet_AnotherValueIsKept(string json, bool isConstant)
        => AssertConstant(json, isConstant, static (ref cursor, ref reader) => cursor.Constant(ref reader, 1L));

    [Theory]
    [InlineData("0.5", true)]
    [InlineData("5e-1", true)]
    [InlineData("0.50", true)]
    [InlineData("0.51", false)]
    [InlineData("true", false)]
    public void NumberConstant_IsSet_AnotherValueIsKept(string json, bool isConstant)
        => AssertConstant(json, isConstant, static (ref cursor, ref reader) => cursor.Constant(ref reader, 0.5));

    [Theory]
    [InlineData("true", true, true)]
    [InlineData("false", false, true)]
    [InlineData("false", true, false)]
    [InlineData("true", false, false)]
    [InlineData("null", false, false)]
    [InlineData("\"true\"", true, false)]
    public void BooleanConstant_IsSet_AnotherValueIsKept(string json, bool constant, bool isConstant)
        => AssertConstant(json, isConstant, (ref cursor, ref reader) => cursor.Constant(ref reader, constant));

    [Theory]
    [InlineData("\"b\"", "\"a\"", true)]
    [InlineData("\"a\"", "\"b\"", false)]
    public void ConstantTwice_LastWins(string first, string second, bool isConstant)
    {
        Utf8JsonReader reader = JsonText.Reader($$"""{"kind":{{first}},"kind":{{second}}}""");
        var cursor = default(JsonCursor);
        var state = default(JsonState);
        while (Json.Next(ref reader, JsonText.Properties("kind"), ref cursor, ref state))
            cursor.Constant(ref reader, "a"u8);

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
        Assert.Equal(expected, Json.StartObject(reader));
    }

    private delegate void ConstantVisitor(ref JsonCursor cursor, ref Utf8JsonReader reader);

    private static void AssertConstant(string json, bool isConstant, ConstantVisitor visit)
    {
        Utf8JsonReader reader = JsonText.Reader($$"""{"x":1,"kind":{{json}}}""");
        var cursor = default(JsonCursor);
        var state = default(JsonState);
        while (Json.Next(ref reader, JsonText.Properties("x", "y", "z", "kind"), ref cursor, ref state))
        {
            if (cursor.Ordinal == 3)
                visit(ref cursor, ref reader);
        }

        Assert.Equal(isConstant ? [0, 3] : [0], Enumerable.Range(0, 64).Where(i => state.Has(i)));
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
