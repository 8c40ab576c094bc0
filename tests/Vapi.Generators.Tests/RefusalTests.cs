using System.Text.Json;

namespace Vapi.Generators.Tests;

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

    /// <summary>For each property of every schema of Vapi's document.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("\"text\"")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("[true]")]
    [InlineData("{}")]
    [InlineData("""{ "x": 1 }""")]
    public void ValueOfAnyKind_IsKept_OrRefusedWithItsPath(string value)
    {
        int refused = 0;
        var failures = new List<string>();
        foreach (JsonProperty schema in RealDocument.Schemas)
        {
            Type type = RealDocument.Output.Assembly.GetType("Vapi." + schema.Name)!;
            foreach (JsonProperty property in schema.Value.GetProperty("properties").EnumerateObject())
            {
                string json = $$"""{ "{{property.Name}}": {{value}} }""";
                try
                {
                    failures.AddRange(JsonAssert.Differences(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type), type)).Select(d => $"{schema.Name}: {d}"));
                }
                catch (JsonException exception)
                {
                    refused++;
                    if (!exception.Message.Contains("$." + property.Name, StringComparison.Ordinal) || exception.LineNumber is null || exception.BytePositionInLine is null)
                        failures.Add($"{schema.Name}.{property.Name}: {exception.Message}");
                }
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{value} is refused by {refused} of Vapi's properties and kept by the others.");
        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join("\n", failures.Take(20))}");
    }
}
