using System.Text.Json;

namespace Vapi.Generators.Tests.Json;

/// <summary>What is no JSON, or not the JSON of its type, raises a JsonException that says where.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("{ \"text\": \"a\", }", 0, 15)]
    [InlineData("{\n  \"list\": [1,\n  2,\n  ]\n}", 3, 2)]
    [InlineData("{\n  // comment\n  \"text\": \"a\"\n}", 1, 2)]
    [InlineData("{\n  \"self\": {\n    \"text\": /* comment */ \"a\"\n} }", 2, 12)]
    [InlineData("{\n  \"unknown\": { \"x\": [1,] }\n}", 1, 23)]
    [InlineData("{\n  \"pet\": { \"kind\": \"cat\", }\n}", 1, 26)]
    [InlineData("{\n  \"pet\": { // comment\n \"kind\": \"cat\" }\n}", 1, 11)]
    [InlineData("{\n  \"owner\": { \"name\": \"n\", }\n}", 1, 26)]
    [InlineData("{\n  \"owner\": { // comment\n \"name\": \"n\" }\n}", 1, 13)]
    [InlineData("{\n  \"text\": 'a'\n}", 1, 10)]
    [InlineData("{\n  text: \"a\"\n}", 1, 2)]
    [InlineData("{\n  \"long\": 01\n}", 1, 11)]
    [InlineData("{\n  \"double\": NaN\n}", 1, 12)]
    [InlineData("{\n  \"double\": .5\n}", 1, 12)]
    [InlineData("{\n  \"text\": \"a\nb\"\n}", 1, 12)]
    [InlineData("{\n  \"text\": \"\\x\"\n}", 1, 12)]
    public void WhatIsNoJson_IsRefusedWithItsPlace(string text, long line, long column)
    {
        JsonException exception = Assert.Throws<JsonException>(() => EveryKind.Output.Read("Thing", text));

        Assert.NotNull(exception.Path);
        Assert.True(
            (line, column) == (exception.LineNumber, exception.BytePositionInLine),
            $"Expected line {line}, byte {column}: line {exception.LineNumber}, byte {exception.BytePositionInLine}. {exception.Message}");
    }

    [Fact]
    public void CommentsAndTrailingCommas_AreReadWhereTheCallerAllowsThem()
    {
        const string Text = """
            { "text": "a", // comment
              "list": [1, 2,], /* comment */ "unknown": [1,], "pet": { /* comment */ "kind": "dog", }, "owner": { /* comment */ "name": /* comment */ "n", }, }
            """;
        var options = new JsonSerializerOptions { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

        object? thing = JsonSerializer.Deserialize(Text, EveryKind.Output.Type("Thing"), options);

        JsonAssert.Equal("""{ "text": "a", "list": [1, 2], "unknown": [1], "pet": { "kind": "dog" }, "owner": { "name": "n" } }""", JsonSerializer.Serialize(thing));
        Assert.Equal(("Dog", "Person"), (thing.Get("Pet").Get("Value")!.GetType().Name, thing.Get("Owner").Get("Value")!.GetType().Name));
    }
}
