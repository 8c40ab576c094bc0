using System.Reflection;
using System.Text.Json;

namespace Vapi.Generators.Tests.Json;

/// <summary>A value that its C# type cannot hold, of whatever JSON kind, is kept until the user assigns another.</summary>
public class MisfitTests
{
    private static readonly string[] Values = ["\"\"", "\"text\"", "0", "-1.5", "1e400", "true", "{}", """{ "a": [1] }""", "[]", "[null]", """[1, "a", {}]"""];

    public static TheoryData<string> Properties => [.. Schemas.Select(p => p.Name)];

    private static JsonProperty[] Schemas => [.. JsonElement.Parse(EveryKind.Document).GetProperty("components").GetProperty("schemas").GetProperty("Thing").GetProperty("properties").EnumerateObject()];

    [Theory]
    [MemberData(nameof(Properties))]
    public void ValueOfAnyKind_IsRead_AndWrittenBack_AndCostsNoOtherProperty(string property)
    {
        string other = property == "text" ? "choice" : "text";
        Assert.All(Values, json =>
        {
            string whole = $$"""{ "{{property}}": {{json}}, "{{other}}": "a" }""";
            object? thing = EveryKind.Output.Read("Thing", whole);

            JsonAssert.Equal(whole, JsonSerializer.Serialize(thing));
            Assert.Equal("a", Property(other).GetValue(thing)!.ToString());
        });
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void ValueOfAnotherKind_IsNoValue_AndIsKept(string property)
    {
        string? type = Schemas.First(p => p.Name == property).Value.TryGetProperty("type", out JsonElement declared) ? declared.GetString() : null;
        string[] others = type switch
        {
            "string" => ["0", "true", "{}", "[]"],
            "integer" or "number" => ["\"1\"", "true", "{}", "[]"],
            "boolean" => ["\"true\"", "1", "{}", "[]"],
            "array" => ["\"a\"", "1", "true", "{}"],
            "object" => ["\"a\"", "1", "true", "[]"],
            _ => [],
        };
        Assert.All(others, json =>
        {
            object? thing = Read(property, json);

            if (Property(property).CanWrite)
                Assert.Null(Property(property).GetValue(thing));
            Assert.Equal(json, Additional(thing)[property].GetRawText());
        });
    }

    [Theory]
    [MemberData(nameof(EveryKind.Inexact), MemberType = typeof(EveryKind))]
    public void TextThatTheTypeWouldChange_IsRead_AndWrittenBackAsItWas_UntilAnotherIsAssigned(string property, string text, string other)
    {
        object? thing = Read(property, text);

        Assert.NotNull(Property(property).GetValue(thing));
        Assert.DoesNotContain(property, Additional(thing).Keys);
        JsonAssert.Equal($$"""{ "{{property}}": {{text}} }""", JsonSerializer.Serialize(thing));

        Property(property).SetValue(thing, Property(property).GetValue(Read(property, other)));
        JsonAssert.Equal($$"""{ "{{property}}": {{other}} }""", JsonSerializer.Serialize(thing));
    }

    [Theory]
    [InlineData("list", "[1, \"a\", null, 2]", "1 2")]
    [InlineData("numbers", "[0.5, \"NaN\", 9007199254740993]", "0.5 9007199254740992")]
    [InlineData("choices", "[\"a\", 1, \"c\"]", "a c")]
    [InlineData("digitList", "[1, \"2.5\", \"x\", {}]", "1 2.5")]
    [InlineData("times", "[\"yesterday\"]", "")]
    [InlineData("map", """{ "a": 1, "b": "c" }""", "[b, c]")]
    [InlineData("counts", """{ "a": 1, "b": 1.5, "c": {} }""", "[a, 1]")]
    public void ItemThatDoesNotFit_IsLeftOut_AndWrittenBack(string property, string json, string expected)
    {
        object? thing = Read(property, json);

        Assert.Equal(expected, string.Join(" ", ((System.Collections.IEnumerable)Property(property).GetValue(thing)!).Cast<object>().Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i}"))));
        JsonAssert.Equal($$"""{ "{{property}}": {{json}} }""", JsonSerializer.Serialize(thing));
    }

    [Fact]
    public void Misfits_AreListedWithTheirPlaces()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(EveryKind.Document)
        {
            Source = UserCode.Returning(""""
                var thing = JsonSerializer.Deserialize<Thing>("""
                    {
                      "text": 7, "unknown": 1, "flag": true, "constant": "other", "double": 9007199254740993, "map": { "k~": {} }, "pet": { "kind": "dog", "tricks": ["sit", 1] },
                      "things": [{ "a/b": 1 }, 5, { "int": [1], "self": { "at": false } }, []]
                    }
                    """)!;
                string[] lists = [string.Join(" ", ApiJson.Misfits(thing)), string.Join(" ", ApiJson.Misfits(thing.Things!).Select(m => m.Name)), string.Join(" ", ApiJson.Misfits(thing.Map!))];
                return string.Join(" | ", lists);
                """"),
        });

        Assert.Equal(
            """/things/1: 5 /things/2/self/at: false /things/2/int: [1] /things/3: [] /map/k~0: {} /pet/tricks/1: 1 /text: 7 /constant: "other" | 1 at int 3 | /k~0: {}""",
            output.Run<string>());
    }

    [Fact]
    public void ObjectThatFits_HasNoMisfits()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(EveryKind.Document)
        {
            Source = UserCode.Returning("""return ApiJson.Misfits(new Thing { Text = "a", Things = [new()] }).Count + " " + ApiJson.Misfits(new[] { 1, 2 }).Count;"""),
        });

        Assert.Equal("0 0", output.Run<string>());
    }

    [Fact]
    public void Misfit_OfAReadOnlyProperty_IsNotSent()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(EveryKind.Document)
        {
            Source = UserCode.Returning("""
                var odd = JsonSerializer.Deserialize<Thing>("{\"stamp\":1,\"text\":\"a\"}")!;
                var inexact = JsonSerializer.Deserialize<Thing>("{\"stamp\":\"2024-05-06T07:08:09\",\"text\":\"a\"}")!;
                return Sent(odd) + Sent(inexact);

                static string Sent(Thing thing) => System.Text.Encoding.UTF8.GetString(Test.ApiRuntime.Json.ToUtf8(thing, static (writer, value) => Test.ApiRuntime.Json.WriteModel(writer, value)).ToArray());
                """),
        });

        Assert.Equal("""{"text":"a"}{"text":"a"}""", output.Run<string>());
    }

    [Theory]
    [MemberData(nameof(EveryKind.Misfits), MemberType = typeof(EveryKind))]
    public void ValueThatDoesNotFit_IsNoValue_AndIsKept(string property, string fitting, string misfit)
    {
        object? thing = Read(property, misfit);

        Assert.NotNull(Property(property).GetValue(Read(property, fitting)));
        Assert.Null(Property(property).GetValue(thing));
        Assert.Equal(misfit, Additional(thing)[property].GetRawText());
        JsonAssert.Equal($$"""{ "{{property}}": {{misfit}} }""", JsonSerializer.Serialize(thing));
    }

    [Theory]
    [MemberData(nameof(EveryKind.Misfits), MemberType = typeof(EveryKind))]
    public void Assigning_ReplacesTheValueThatDidNotFit(string property, string fitting, string misfit)
    {
        object? thing = Read(property, misfit);
        Property(property).SetValue(thing, Property(property).GetValue(Read(property, fitting)));

        JsonAssert.Equal($$"""{ "{{property}}": {{fitting}} }""", JsonSerializer.Serialize(thing));
    }

    [Fact]
    public void AssigningNullWhereItIsAllowed_ReplacesTheValueThatDidNotFit()
    {
        object? thing = Read("maybe", "1.5");
        Property("maybe").SetValue(thing, null);

        JsonAssert.Equal("""{ "maybe": null }""", JsonSerializer.Serialize(thing));
    }

    [Theory]
    [InlineData("number", "1e400")]
    [InlineData("either", "1208925819614629174706175")]
    [InlineData("either", "1.5")]
    [InlineData("either", "[1]")]
    [InlineData("either", "true")]
    [InlineData("number", "\"text\"")]
    public void ValueThatFitsNoMemberOfAUnion_IsUnknown(string property, string json)
    {
        object? value = Property(property).GetValue(Read(property, json)).Get("Value");

        Assert.Equal(json, Assert.IsType<JsonElement>(value).GetRawText());
        EveryKind.Output.RequireLossless("Thing", $$"""{ "{{property}}": {{json}} }""");
    }

    private static object? Read(string property, string json) => EveryKind.Output.Read("Thing", $$"""{ "{{property}}": {{json}} }""");

    private static PropertyInfo Property(string name) => EveryKind.Output.Type("Thing").GetProperty(char.ToUpperInvariant(name[0]) + name[1..])!;

    private static IDictionary<string, JsonElement> Additional(object? thing) => (IDictionary<string, JsonElement>)thing.Get("AdditionalProperties")!;
}
