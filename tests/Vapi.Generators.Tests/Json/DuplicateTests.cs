namespace Vapi.Generators.Tests.Json;

/// <summary>Of several properties of one name the last one wins, as in JavaScript.</summary>
public class DuplicateTests
{
    [Theory]
    [InlineData("text", "\"a\"", "\"b\"")]
    [InlineData("none", "\"a\"", "\"b\"")]
    [InlineData("flag", "true", "false")]
    [InlineData("long", "1", "2")]
    [InlineData("decimal", "1.50", "2.50")]
    [InlineData("at", "\"2024-05-06T07:08:09Z\"", "\"2025-05-06T07:08:09Z\"")]
    [InlineData("uri", "\"https://a.test\"", "\"https://b.test\"")]
    [InlineData("choice", "\"a\"", "\"b\"")]
    [InlineData("choice", "\"a\"", "\"new\"")]
    [InlineData("level", "1", "2")]
    [InlineData("constant", "\"thing\"", "\"other\"")]
    [InlineData("constant", "\"other\"", "{}")]
    [InlineData("one", "1", "2")]
    [InlineData("list", "[1, 2]", "[]")]
    [InlineData("choices", "[\"a\"]", "[\"b\"]")]
    [InlineData("things", "[{ \"text\": \"a\" }]", "[{}]")]
    [InlineData("map", "{ \"x\": \"1\", \"y\": \"2\" }", "{ \"x\": \"3\" }")]
    [InlineData("self", "{ \"text\": \"a\" }", "{ \"new\": 1 }")]
    [InlineData("any", "{ \"x\": 1 }", "[1]")]
    [InlineData("pet", "{ \"kind\": \"cat\", \"lives\": 9 }", "{ \"kind\": \"dog\" }")]
    [InlineData("pet", "{ \"kind\": \"cat\" }", "{ \"kind\": \"fish\" }")]
    [InlineData("owner", "{ \"name\": \"n\" }", "{ \"employees\": 2 }")]
    [InlineData("either", "\"a\"", "1")]
    [InlineData("either", "[\"a\"]", "{ \"text\": \"a\" }")]
    [InlineData("unknown", "1", "{ \"x\": [null] }")]
    public void LastOne_Wins(string property, string first, string second)
    {
        RequireLast(property, first, second);
        RequireLast(property, second, first);
        RequireLast(property, first, "null");
        RequireLast(property, "null", first);
        RequireLast(property, second, "null");
    }

    [Theory]
    [MemberData(nameof(EveryKind.Misfits), MemberType = typeof(EveryKind))]
    public void LastOne_Wins_AlsoWhereOneDoesNotFit(string property, string fitting, string misfit)
    {
        RequireLast(property, fitting, misfit);
        RequireLast(property, misfit, fitting);
        RequireLast(property, misfit, misfit);
        RequireLast(property, misfit, "null");
        RequireLast(property, misfit + $", \"text\": \"t\", \"unknown\": 1, \"{property}\": {fitting}, \"{property}\": {misfit}, \"any\": 1", fitting, """, "text": "t", "unknown": 1, "any": 1""");
    }

    [Theory]
    [MemberData(nameof(EveryKind.Misfits), MemberType = typeof(EveryKind))]
    public void ValueThatDoesNotFit_ReplacesNull(string property, string fitting, string misfit)
    {
        RequireLast(property, "null", misfit);
        RequireLast(property, $"{fitting}, \"{property}\": null", misfit);
    }

    /// <summary>Looking at all of every object for a second tag would cost every reader what a broken writer saves.</summary>
    [Theory]
    [InlineData("""{ "kind": "cat", "kind": "dog" }""", "Cat", """{ "kind": "dog" }""")]
    [InlineData("""{ "kind": "dog", "tricks": [], "kind": "cat" }""", "Dog", """{ "kind": "cat", "tricks": [] }""")]
    [InlineData("""{ "kind": "fish", "kind": "dog" }""", "JsonElement", """{ "kind": "dog" }""")]
    public void FirstTag_DecidesTheCase_LastOneIsKept(string json, string expected, string kept)
    {
        string document = $$"""{ "pet": {{json}} }""";

        Assert.Equal(expected, EveryKind.Output.Read("Thing", document).Get("Pet").Get("Value")!.GetType().Name);
        if (expected != "JsonElement")
            JsonAssert.Equal($$"""{ "pet": {{kept}} }""", EveryKind.Output.RoundTrip("Thing", document));
    }

    [Theory]
    [InlineData("""{ "name": "n", "name": "m" }""", "Person")]
    [InlineData("""{ "employees": 1, "employees": 2 }""", "Company")]
    [InlineData("""{ "id": "1", "id": "2", "id": "3", "employees": 2 }""", "Company")]
    public void PropertyTwice_SpeaksForAMemberOnce(string json, string expected)
        => Assert.Equal(expected, EveryKind.Output.Read("Thing", $$"""{ "owner": {{json}} }""").Get("Owner").Get("Value")!.GetType().Name);

    private static void RequireLast(string property, string first, string last, string others = "")
        => JsonAssert.Equal($$"""{ "{{property}}": {{last}}{{others}} }""", EveryKind.Output.RoundTrip("Thing", $$"""{ "{{property}}": {{first}}, "{{property}}": {{last}} }"""));
}
