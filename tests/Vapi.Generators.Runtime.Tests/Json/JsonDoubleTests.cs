using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Whole numbers are written as integers, and those with few decimals as decimals: not negative zero, and not those with an exponent.</summary>
public class JsonDoubleTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.0)]
    [InlineData(-1.0)]
    [InlineData(0.7)]
    [InlineData(-12.54)]
    [InlineData(0.0001)]
    [InlineData(0.000099)]
    [InlineData(0.00001)]
    [InlineData(0.1234567)]
    [InlineData(0.1 + 0.2)]
    [InlineData(999_999_999.999_999)]
    [InlineData(1_000_000_000.000_001)]
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

    [Fact]
    public void RandomDouble_IsWrittenAsByTheSerializer()
    {
        var random = new Random(1);
        for (int i = 0; i < 200_000; i++)
        {
            double value = random.NextInt64(-1_000_000_000_000, 1_000_000_000_000) / Math.Pow(10, random.Next(0, 12));
            if (i % 3 == 0)
                value = Math.BitIncrement(value);

            Assert.Equal(JsonSerializer.Serialize(value), JsonText.Write(writer => Json.WriteDouble(writer, value)));
        }
    }
}
