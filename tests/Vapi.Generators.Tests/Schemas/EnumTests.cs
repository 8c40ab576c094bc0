using System.Text.Json;

namespace Vapi.Generators.Tests.Schemas;

public class EnumTests
{
    [Fact]
    public void Values_AreConstantsInTheOrderOfTheDocument() => Assert.Equal(
        ["const string Cat = \"cat\"", "const string BigDog = \"big-dog\"", "const string MaxSize = \"MAX_SIZE\""],
        Run("""{ "type": "string", "enum": ["cat", "big-dog", "MAX_SIZE"] }""").Constants("Kind"));

    [Theory]
    [InlineData("""["a", "b", "a"]""", "A", "B")]
    [InlineData("""["asc", "ASC", "Asc"]""", "Asc", "ASCUpper", "AscMixed")]
    [InlineData("""["Asc", "asc", "ASC"]""", "AscMixed", "Asc", "ASCUpper")]
    [InlineData("""["a-b", "a_b", "a b", "aB"]""", "AMinusB", "AUnderscoreB", "ASpaceB", "AB")]
    [InlineData("""["1.0", "10", "gpt-4.1", "gpt-41"]""", "_1_0", "_10", "Gpt4_1", "Gpt41")]
    [InlineData("""["", " ", "="]""", "Empty", "Space", "Equal")]
    [InlineData("""[">=", "<=", "!=", ">", "<", "+", "-"]""", "GreaterThanOrEqual", "LessThanOrEqual", "NotEqual", "GreaterThan", "LessThan", "Plus", "Minus")]
    [InlineData("""["\u3002", "\uff0c", "\u0964"]""", "IdeographicFullStop", "FullwidthComma", "Danda")]
    [InlineData("""["11labs", "3d"]""", "_11labs", "_3d")]
    [InlineData("""["-1", "+1", "1"]""", "Minus1", "Plus1", "_1")]
    [InlineData("""["Value", "Equals", "ToString", "GetHashCode", "GetType", "Kind"]""", "Value2", "Equals2", "ToString2", "GetHashCode2", "GetType2", "Kind2")]
    [InlineData("""["parse", "tryParse", "TRY_PARSE"]""", "Parse2", "TryParse2", "TryUnderscoreParse")]
    [InlineData("""["class", "default", "null"]""", "Class", "Default", "Null")]
    public void Values_HaveDistinctReadableNames(string values, params string[] expected)
        => Assert.Equal(expected, Run($$"""{ "type": "string", "enum": {{values}} }""").Constants("Kind").Select(c => c.Split(' ')[2]));

    [Theory]
    [InlineData("x-enum-varnames")]
    [InlineData("x-enumNames")]
    public void NamesInTheDocument_AreHonoured(string extension) => Assert.Equal(
        ["const string First = \"1\"", "const string Second = \"2\""],
        Run($$"""{ "type": "string", "enum": ["1", "2"], "{{extension}}": ["first", "second"] }""").Constants("Kind"));

    [Fact]
    public void NamesInTheDocument_AreIgnoredWhenTheyAreTooFew() => Assert.Equal(
        ["const string A = \"a\"", "const string B = \"b\""],
        Run("""{ "type": "string", "enum": ["a", "b"], "x-enum-varnames": ["first"] }""").Constants("Kind"));

    [Fact]
    public void ConstantsWithTitles_AreOneEnumWithTheseNames()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Schemas(
            """{ "Kind": { "type": "integer", "oneOf": [{ "const": 1, "title": "Cat", "description": "Says meow." }, { "const": 2, "title": "Big dog" }, { "const": 3 }] } }""", "3.1.0"));

        Assert.Equal(["const long Cat = 1", "const long BigDog = 2", "const long _3 = 3"], output.Constants("Kind"));
        Assert.Contains("/// <summary>Says meow.</summary>\n    public const long Cat = 1;", output.File("Kind"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""x-enum-descriptions": ["First.", "Second."]""")]
    [InlineData("""x-enumDescriptions": { "b": "Second.", "a": "First." }""")]
    public void DescriptionsOfValues_AreTheirDocumentation(string extension)
    {
        string file = GeneratorHost.Run(OpenApi.Schemas($$"""{ "Kind": { "type": "string", "enum": ["a", "b"], "{{extension}} } }""")).File("Kind");

        Assert.Contains("/// <summary>First.</summary>\n    public const string A = \"a\";", file, StringComparison.Ordinal);
        Assert.Contains("/// <summary>Second.</summary>\n    public const string B = \"b\";", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "type": "integer", "enum": [1, 2, -3] }""", "const long _1 = 1", "const long _2 = 2", "const long Minus3 = -3")]
    [InlineData("""{ "type": "number", "enum": [1, 2.5, 25] }""", "const double _1 = 1", "const double _2_5 = 2.5", "const double _25 = 25")]
    public void Numbers_AreConstantsOfTheirType(string schema, params string[] expected) => Assert.Equal(expected, Run(schema).Constants("Kind"));

    [Theory]
    [InlineData("""{ "enum": ["a", "b"] }""")]
    [InlineData("""{ "type": "object", "enum": ["a", "b"] }""")]
    [InlineData("""{ "type": "boolean", "enum": ["a", "b"] }""")]
    [InlineData("""{ "type": "string", "enum": ["a", "b"] }""")]
    [InlineData("""{ "allOf": [{ "type": "string", "enum": ["a", "b"] }] }""")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "string", "enum": ["a", "b"] }] }""")]
    [InlineData("""{ "anyOf": [{ "type": "string", "enum": ["a"] }, { "type": "string", "enum": ["b"] }] }""")]
    public void ListedStrings_AreAnEnumWhateverTheTypeSays(string schema)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Property(schema));

        Assert.Equal("ThingValue? Value { get; set; }", output.Property("Thing"));
        Assert.Equal(["const string A = \"a\"", "const string B = \"b\""], output.Constants("ThingValue"));
    }

    [Fact]
    public void ListedStringsOnAnArray_AreThoseOfItsItems() => Assert.Equal(
        "IReadOnlyList<ThingValue>? Value { get; set; }",
        GeneratorHost.Run(OpenApi.Property("""{ "type": "array", "items": { "type": "string" }, "enum": ["a", "b"] }""")).Property("Thing"));

    [Fact]
    public void NullAmongTheValues_MakesItNullable() => Assert.Equal(
        "required ThingValue? Value { get; set; }",
        GeneratorHost.Run(OpenApi.Property("""{ "type": "string", "nullable": true, "enum": ["a", "b", null] }""", required: true)).Property("Thing"));

    [Fact]
    public void MixedValues_AreAUnionOfTheKinds()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Property("""{ "enum": ["auto", 1, 2] }"""));

        Assert.Equal(["ThingValueText", "ThingValueNumber", "JsonElement"], output.Cases("ThingValue"));
        output.RequireLossless("Thing", """{ "value": 2 }""");
        output.RequireLossless("Thing", """{ "value": "auto" }""");
    }

    [Theory]
    [InlineData("""{ "value": "a" }""")]
    [InlineData("""{ "value": "unknown \u20ac" }""")]
    [InlineData("""{ "value": "" }""")]
    [InlineData("""{ "value": null }""")]
    [InlineData("{}")]
    public void ReadAndWritten_KeepsTheTextOnTheWire(string json)
        => GeneratorHost.Run(OpenApi.Property("""{ "type": "string", "enum": ["a", "b"] }""")).RequireLossless("Thing", json);

    [Fact]
    public void KnownValue_IsReadWithoutANewString()
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Property("""{ "type": "string", "enum": ["known", "other"] }"""));

        object? first = output.Read("Thing", """{ "value": "known" }""").Get("Value").Get("Value");
        object? second = output.Read("Thing", """{ "value": "known" }""").Get("Value").Get("Value");

        Assert.Same(first, second);
    }

    [Fact]
    public void UserCode_ComparesSwitchesAndConverts()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(OpenApi.Schemas("""{ "Kind": { "type": "string", "enum": ["cat", "dog"] } }"""))
        {
            Source = UserCode.Returning("""
                Kind kind = Kind.Cat;
                Kind unknown = "bird";
                string text = kind.Value switch { Kind.Cat => "a cat", Kind.Dog => "a dog", _ => "none" };
                return $"{text} {kind} {unknown} {kind == "cat"} {kind != Kind.Dog} {kind.Equals(new Kind("cat"))} {default(Kind).Value.Length} {new HashSet<Kind> { kind, "cat" }.Count}";
                """),
        });

        Assert.Equal("a cat cat bird True True True 0 1", output.Run<string>());
    }

    [Fact]
    public void RootOfTheWrongKind_RaisesJsonException()
        => Assert.All(["1", "null", "{}"], json => Assert.Throws<JsonException>(() => Run("""{ "enum": ["a", "b"] }""").Read("Kind", json)));

    /// <summary>In every framework.</summary>
    [Fact]
    public void Text_IsParsedAsItIs()
        => Assert.All([Framework.Net10, Framework.Net8, Framework.NetStandard20, Framework.Net472], framework => Assert.Equal("cat bird True False 0 None", Probe(framework, """{ "type": "string", "enum": ["cat"] }""", """
            bool isText = Kind.TryParse("", out Kind empty), isNull = Kind.TryParse(null, out Kind none);
            string failure = "None";
            try { Kind.Parse(null!); failure = "It was parsed"; } catch (ArgumentNullException) { }
            return $"{Kind.Parse("cat")} {Kind.Parse("bird", null)} {isText} {isNull} {empty.Value.Length} {failure}";
            """)));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Numbers_AreTheSameTextInEveryCulture(string culture)
    {
        string keys = Probe(Framework.Net10, """{ "type": "number", "enum": [1.5, -2] }""", $$"""
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("{{culture}}");
            var texts = new[] { "1.5", "-2", "1e3", "1,5", "x", "", null, "NaN", "1e999" };
            var converter = new Test.ApiRuntime.EnumTypeConverter<Kind>();
            var map = new Dictionary<Kind, int> { [Kind._1_5] = 1, [-2] = 2 };
            string json = JsonSerializer.Serialize(map);
            return string.Join(" ", texts.Select(t => Kind.TryParse(t, out Kind kind) ? kind.ToString() : "no"))
                + " " + converter.ConvertFrom("1.5") + " " + converter.ConvertToString(Kind.Parse("-2")) + " " + json + " " + JsonSerializer.Deserialize<Dictionary<Kind, int>>(json)![Kind._1_5];
            """);

        Assert.Equal("1.5 -2 1000 no no no no no no 1.5 -2 {\"1.5\":1,\"-2\":2} 1", keys);
    }

    [Theory]
    [InlineData("""{ "type": "string", "enum": ["a"] }""", """{"a":1,"":2,"b":3}""")]
    [InlineData("""{ "type": "integer", "enum": [1] }""", """{"1":1,"-20":2}""")]
    [InlineData("""{ "type": "number", "enum": [0.5] }""", """{"0.5":1,"1E+300":2}""")]
    public void Keys_OfDictionaries_AreReadAndWritten(string schema, string json)
        => JsonAssert.Equal(json, Probe(Framework.Net10, schema, $"return JsonSerializer.Serialize(JsonSerializer.Deserialize<Dictionary<Kind, int>>({OpenApi.Json(json)}));"));

    [Fact]
    public void KeyThatIsNoNumber_RaisesJsonException() => Assert.Equal("no", Probe(Framework.Net10, """{ "type": "integer", "enum": [1] }""", """
        try { JsonSerializer.Deserialize<Dictionary<Kind, int>>("{\"a\":1}"); return "yes"; } catch (JsonException) { return "no"; }
        """));

    /// <summary>What is generic over what can be parsed takes an enum, from .NET 7 on.</summary>
    [Fact]
    public void Enum_IsParsable() => Assert.Equal("3", Probe(Framework.Net10, """{ "type": "integer", "enum": [1] }""", """
        return Parse<Kind>("3").ToString();
        static T Parse<T>(string text) where T : IParsable<T> => T.TryParse(text, null, out T? value) ? value : T.Parse(text, null);
        """));

    private static string Probe(Framework framework, string schema, string statements)
        => GeneratorHost.Run(new GeneratorInput(OpenApi.Schemas($$"""{ "Kind": {{schema}} }""")) { Framework = framework, Source = UserCode.Returning(statements) }).Run<string>();

    private static GeneratorOutput Run(string schema) => GeneratorHost.Run(OpenApi.Schemas($$"""{ "Kind": {{schema}} }"""));
}
