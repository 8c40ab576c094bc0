using System.Reflection;
using System.Text.Json;

namespace Vapi.Generators.Tests;

/// <summary>A value of the right JSON kind that its C# type cannot hold is kept until the user assigns another.</summary>
public class MisfitTests
{
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
