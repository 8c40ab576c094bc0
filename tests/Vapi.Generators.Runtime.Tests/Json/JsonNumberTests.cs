using System.Text;
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
}
