using System.Text.Json;

namespace Vapi.Generators.Tests.Json;

/// <summary>JSON numbers have any size and any number of digits: what a C# number cannot hold is kept as it was.</summary>
public class NumberTests
{
    private const string Integer80 = "1208925819614629174706175";

    private const string Digits40 = "0.1234567890123456789012345678901234567891";

    [Theory]
    [InlineData(Integer80)]
    [InlineData("-" + Integer80)]
    [InlineData("1e400")]
    [InlineData("-1E-400")]
    [InlineData(Digits40)]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("1E+2")]
    [InlineData("1.50")]
    public void NumberOfNoType_KeepsEveryCharacter(string number)
    {
        Assert.Equal(number, RoundTrip("any", number));
        Assert.Equal(number, RoundTrip("unknown", number));
    }

    [Theory]
    [InlineData("int", Integer80)]
    [InlineData("int", "1e400")]
    [InlineData("long", Integer80)]
    [InlineData("long", "9223372036854775808")]
    [InlineData("long", "1e400")]
    [InlineData("long", Digits40)]
    [InlineData("level", Integer80)]
    [InlineData("double", "1e400")]
    [InlineData("double", "-1e400")]
    [InlineData("float", "1e400")]
    [InlineData("ratio", "1e400")]
    [InlineData("decimal", "1e400")]
    [InlineData("decimal", "792281625142643375935439503350")]
    public void NumberThatItsTypeCannotHold_KeepsEveryCharacter(string property, string number) => Assert.Equal(number, RoundTrip(property, number));

    [Theory]
    [InlineData("long", "-9e-350")]
    [InlineData("long", "1e-30")]
    [InlineData("long", "2.00000000000000000000000000000001")]
    [InlineData("int", "1e-30")]
    [InlineData("level", "2.00000000000000000000000000000001")]
    public void FractionThatADecimalRounds_IsNoInteger_AndKeepsEveryCharacter(string property, string number) => Assert.Equal(number, RoundTrip(property, number));

    [Theory]
    [InlineData("double", "-0", "-0")]
    [InlineData("float", "-0", "-0")]
    [InlineData("long", "-0", "0")]
    [InlineData("long", "-0.0e-1", "0")]
    [InlineData("long", "-20.0e-1", "-2")]
    [InlineData("long", "1E+2", "100")]
    [InlineData("int", "1E+2", "100")]
    [InlineData("level", "2.0", "2")]
    [InlineData("double", "1E+2", "100")]
    [InlineData("decimal", "1.50", "1.50")]
    [InlineData("decimal", "0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    [InlineData("double", "5E-324", "5E-324")]
    [InlineData("float", "3.4028235E+38", "3.4028235E+38")]
    [InlineData("float", "1E+300", "1E+300")]
    public void NumberThatItsTypeHolds_IsTheSameNumber(string property, string number, string expected) => Assert.Equal(expected, RoundTrip(property, number));

    [Theory]
    [InlineData("double", Integer80)]
    [InlineData("double", Digits40)]
    [InlineData("float", Digits40)]
    [InlineData("float", "0.1")]
    [InlineData("float", "16777217")]
    public void NumberOfMoreDigitsThanADouble_IsTheSameDouble(string property, string number)
        => Assert.Equal(JsonElement.Parse(number).GetDouble(), JsonElement.Parse(RoundTrip(property, number)).GetDouble());

    [Theory]
    [InlineData("decimal", Digits40)]
    [InlineData("decimal", "12345678901234567890.12345678901234567890")]
    public void NumberOfMoreDigitsThanADecimal_KeepsEveryCharacter(string property, string number) => Assert.Equal(number, RoundTrip(property, number));

    [Theory]
    [InlineData("list", "[1,1208925819614629174706175,3]")]
    [InlineData("numbers", "[0.5,1e400]")]
    [InlineData("counts", """{"a":1208925819614629174706175}""")]
    [InlineData("times", """["2016-12-31T23:59:60Z"]""")]
    public void ItemThatItsTypeCannotHold_IsKept(string property, string json) => Assert.Equal(json, RoundTrip(property, json));

    private static string RoundTrip(string property, string json)
        => JsonElement.Parse(EveryKind.Output.RoundTrip("Thing", $$"""{ "{{property}}": {{json}} }""")).GetProperty(property).GetRawText();
}
