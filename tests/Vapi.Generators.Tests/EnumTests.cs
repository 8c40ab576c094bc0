using System.Text.Json;

namespace Vapi.Generators.Tests;

public class EnumTests
{
    [Fact]
    public void Values_AreConstantsInTheOrderOfTheDocument() => Assert.Equal(
        ["const string Cat = \"cat\"", "const string BigDog = \"big-dog\"", "const string MaxSize = \"MAX_SIZE\""],
        Run("""{ "type": "string", "enum": ["cat", "big-dog", "MAX_SIZE"] }""").Constants("Kind"));

    [Theory]
    [InlineData("""["a", "b", "a"]""", "A", "B")]
    [InlineData("""["asc", "ASC", "Asc"]""", "Asc", "ASC2", "Asc3")]
    [InlineData("""["", " ", "="]""", "Empty", "Space", "Equal")]
    [InlineData("""[">=", "<=", "!=", ">", "<", "+", "-"]""", "GreaterThanOrEqual", "LessThanOrEqual", "NotEqual", "GreaterThan", "LessThan", "Plus", "Minus")]
    [InlineData("""["\u3002", "\uff0c", "\u0964"]""", "IdeographicFullStop", "FullwidthComma", "Danda")]
    [InlineData("""["11labs", "3d"]""", "_11labs", "_3d")]
    [InlineData("""["-1", "+1", "1"]""", "Minus1", "Plus1", "_1")]
    [InlineData("""["Value", "Equals", "ToString", "GetHashCode", "GetType", "Kind"]""", "Value2", "Equals2", "ToString2", "GetHashCode2", "GetType2", "Kind2")]
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

    [Theory]
    [InlineData("""{ "type": "integer", "enum": [1, 2, -3] }""", "const long _1 = 1", "const long _2 = 2", "const long Minus3 = -3")]
    [InlineData("""{ "type": "number", "enum": [1, 2.5, 25] }""", "const double _1 = 1", "const double _25 = 2.5", "const double _25_2 = 25")]
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

    private static GeneratorOutput Run(string schema) => GeneratorHost.Run(OpenApi.Schemas($$"""{ "Kind": {{schema}} }"""));
}
