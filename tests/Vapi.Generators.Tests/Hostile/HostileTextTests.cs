using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Tests.Hostile;

/// <summary>Text of a document stays text: in a build log it begins no line, commands no terminal and no CI server, and hides nothing.</summary>
public class HostileTextTests
{
    /// <summary>Everything that a log takes for more than a character, and errors that were never there.</summary>
    private const string Hostile =
        "x\n::error file=Program.cs,line=1::pwned\n/src/Program.cs(1,1): error CS9999: fake\r\u0085\u2028\u2029\v\f\u001b[31m\u202e\u2066\u200b\u200d\ufeff\u0000\u00ad\ue000##vso[task.setvariable]##[add-mask]###\U000E0041\b\u007f\u009b";

    /// <summary>How many places are tried where long tests are off.</summary>
    private const int SampledPlaces = 20;

    /// <summary>The longest argument, five times, and our own words.</summary>
    private const int LongestMessage = 5 * MessageText.MaxLength + 500;

    /// <summary>A document, and what of it is in a message.</summary>
    public static TheoryData<string> Broken => new()
    {
        "{ \"openapi\": \u202e1 }",
        "{ \"openapi\": \u00011 }",
        "\u2028",
        $$"""{ "openapi": {{OpenApi.Json(Hostile)}} }""",
        $$"""{ "openapi": "3.0.3", {{OpenApi.Json(Hostile)}}: 1, {{OpenApi.Json(Hostile)}}: 2 }""",
        $$"""{ "openapi": "3.0.3", "paths": {}, "components": { "schemas": { {{OpenApi.Json(Hostile)}}: {}, {{OpenApi.Json(Hostile)}}: {}, "a": { "$ref": {{OpenApi.Json(Hostile + ".json#/" + Hostile)}} }, "b": { "$ref": {{OpenApi.Json("http://host/" + Hostile)}} } } } }""",
        """{ "openapi": "3.0.3", "\ud800": 1, "\ud800": 2, "paths": { "/\udc00": { "get": { "summary": "\ud83d", "tags": ["\ude00\ud83d"], "responses": {} } } } }""",
    };

    [Theory]
    [InlineData("a\nb", @"a\u000ab")]
    [InlineData("\u2028\u202e\u200b\u0085\ufeff", @"\u2028\u202e\u200b\u0085\ufeff")]
    [InlineData("##vso[x]", @"#\u0023vso[x]")]
    [InlineData("\U000E0041", @"\udb40\udc41")]
    [InlineData("é 名前 😀 'plain' {0} \\n #1", "é 名前 😀 'plain' {0} \\n #1")]
    public void TextOfAMessage_ShowsEveryCharacter(string text, string expected) => Assert.Equal(expected, MessageText.Clean(text));

    [Theory]
    [InlineData(MessageText.MaxLength, false)]
    [InlineData(MessageText.MaxLength + 1, true)]
    [InlineData(1_000_000, true)]
    public void TextOfAMessage_LosesItsMiddleWhereItIsTooLong(int length, bool isCut)
    {
        string clean = MessageText.Clean("the key '" + new string('n', length - 23) + "' stands twice");

        Assert.Equal(isCut, clean.Contains('…', StringComparison.Ordinal));
        Assert.Equal(Math.Min(length, MessageText.MaxLength), clean.Length);
        Assert.StartsWith("the key '", clean, StringComparison.Ordinal);
        Assert.EndsWith("' stands twice", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void TextOfAMessage_IsCleanAfterwards_AndThenStaysAsItIs()
    {
        string pairs = string.Concat(Enumerable.Repeat("😀\n", 1000));
        foreach (string text in new[] { Hostile, "\ud800", "\udc00\ud83d", pairs, "a" + pairs, Hostile + pairs })
        {
            string clean = MessageText.Clean(text);

            RequireClean(clean);
            Assert.Equal(clean, MessageText.Clean(clean));
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void DocumentThatCannotBeRead_ForgesNoLine(string document)
    {
        RequireClean(GeneratorHost.Generate(document));
        RequireClean(GeneratorHost.Generate(new GeneratorInput(new InputDocument(document, "/project/openapi.yaml"))));
        RequireClean(GeneratorHost.Generate(new GeneratorInput(new InputDocument(document.Replace("\": ", "\":\n  *", StringComparison.Ordinal) + Hostile, "/project/openapi.yaml"))));
    }

    /// <summary>As a value, as a name, and as a name that is there twice.</summary>
    [Fact]
    public void HostileTextAnywhere_ForgesNoLine_AndLeavesCommentsAndNamesClean()
    {
        int said = 0;
        string[] pointers = LongTests.Sample([.. RobustnessTests.Paths(JsonNode.Parse(RobustnessTests.Document)!)], SampledPlaces);
        string hostile = Hostile.Replace("\u0000", "", StringComparison.Ordinal);
        foreach (string pointer in pointers)
        {
            JsonNode changed = JsonNode.Parse(RobustnessTests.Document)!;
            RobustnessTests.Replace(changed, pointer, OpenApi.Json(hostile));
            string name = OpenApi.Json(pointer.Split('/')[^1].Replace("~1", "/", StringComparison.Ordinal));
            string renamed = RobustnessTests.Document.Replace(name + ": ", OpenApi.Json(hostile) + ": ", StringComparison.Ordinal);
            string twice = RobustnessTests.Document.Replace(name + ": ", $"{OpenApi.Json(hostile)}: 1, {OpenApi.Json(hostile)}: {{}}, {name}: ", StringComparison.Ordinal);
            foreach (string document in new[] { changed.ToJsonString(), renamed, twice })
            {
                GeneratorRunResult result = GeneratorHost.Generate(document);
                RequireClean(result);
                said += result.Diagnostics.Count(d => d.GetMessage(CultureInfo.InvariantCulture).Contains("pwned", StringComparison.Ordinal));
            }
        }

        Assert.InRange(said, LongTests.AreOn ? 100 : 10, int.MaxValue);
    }

    [Fact]
    public void LongDocumentation_IsCut_SoThatItDoesNotGrowWithItsPlaces()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Property($$"""{ "type": "string", "description": "{{new string('d', 1_000_000)}}" }"""));

        Assert.InRange(output.File("Thing").Length, 20_000, 25_000);
    }

    private static void RequireClean(GeneratorRunResult result)
    {
        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            string shown = diagnostic.ToString();
            RequireClean(shown);
            Assert.InRange(shown.Length, 1, LongestMessage);
        }

        foreach (GeneratedSourceResult source in result.GeneratedSources)
        {
            Assert.Matches(@"^[\w.-]{1,120}$", source.HintName);
            foreach (Match comment in Regex.Matches(source.SourceText.ToString(), "///[^\n]*"))
                Assert.DoesNotContain(comment.Value, c => IsHidden(comment.Value, comment.Value.IndexOf(c, StringComparison.Ordinal)));
        }
    }

    private static void RequireClean(string text)
    {
        for (int i = 0; i < text.Length; i++)
            Assert.False(IsHidden(text, i), $"U+{(int)text[i]:X4} in {text}");

        Assert.DoesNotContain("##", text, StringComparison.Ordinal);
    }

    /// <summary>Half of a pair counts with the other half.</summary>
    private static bool IsHidden(string text, int index)
    {
        if (index > 0 && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]))
            return false;

        return CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
    }
}
