using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Whole numbers are written as integers, and those with few decimals as decimals: not negative zero, and not those with an exponent.</summary>
public class JsonDoubleTests
{
    public static TheoryData<double> Doubles =>
    [
        0.0,
        -0.0,
        -1.0,
        0.7,
        -12.54,
        0.0001,
        0.000099,
        0.00001,
        0.1234567,
        0.1 + 0.2,
        999_999_999.999_999,
        1_000_000_000.000_001,
        999_999_999_999_999.0,
        -999_999_999_999_999.0,
        1e15,
        -1e15,
        9_007_199_254_740_993.0,
        9.3e18,
        double.MaxValue,
        double.Epsilon,
    ];

    [Theory]
    [MemberData(nameof(Doubles))]
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
