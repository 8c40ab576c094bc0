using System.Text;
using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class JsonNumberTests
{
    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("10", "1e1", true)]
    [InlineData("100", "1.00E+2", true)]
    [InlineData("0.1", "1e-1", true)]
    [InlineData("0.00120", "12e-4", true)]
    [InlineData("12.34", "1234e-2", true)]
    [InlineData("102", "1.02e2", true)]
    [InlineData("1000", "0.001e6", true)]
    [InlineData("-12.5", "-1.25e1", true)]
    [InlineData("1e012", "1e12", true)]
    [InlineData("0.0", "0", true)]
    [InlineData("0e7", "0.00e-3", true)]
    [InlineData("-0", "0", false)]
    [InlineData("-1", "1", false)]
    [InlineData("0", "1", false)]
    [InlineData("1", "10", false)]
    [InlineData("12", "13", false)]
    [InlineData("12", "22", false)]
    [InlineData("1.2", "1.23", false)]
    [InlineData("1.2", "12", false)]
    [InlineData("1e5", "1e6", false)]
    [InlineData("1e-5", "1e5", false)]
    [InlineData("0.1", "0.01", false)]
    [InlineData("1e99999999999999999999", "1", false)]
    [InlineData("1e-99999999999999999999", "0", false)]
    public void Texts_AreEqualIfTheyAreTheSameNumber(string left, string right, bool expected)
    {
        Assert.Equal(expected, JsonNumber.AreEqual(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right)));
        Assert.Equal(expected, JsonNumber.AreEqual(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(left)));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-0.00e5", true)]
    [InlineData("0.001", false)]
    [InlineData("1e-400", false)]
    public void Zero_HasNoOtherDigit(string text, bool expected) => Assert.Equal(expected, JsonNumber.IsZero(Encoding.UTF8.GetBytes(text)));

    /// <summary>Whole numbers are written as integers: not negative zero, and not those with an exponent.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.0)]
    [InlineData(-1.0)]
    [InlineData(0.7)]
    [InlineData(999_999_999_999_999.0)]
    [InlineData(-999_999_999_999_999.0)]
    [InlineData(1e15)]
    [InlineData(-1e15)]
    [InlineData(9_007_199_254_740_993.0)]
    [InlineData(9.3e18)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public void Double_IsWrittenAsByTheSerializer(double value)
    {
        string number = JsonSerializer.Serialize(value);

        Assert.Equal($$"""{"number":{{number}},"numbers":[{{number}}]}""", JsonText.Write(new Node { Number = value, Numbers = [value] }.WriteObject));
    }
}
