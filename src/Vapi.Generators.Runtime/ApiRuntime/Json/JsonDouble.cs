namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;

/// <summary>Finds the doubles whose text is that of an integer or a decimal, which are faster to write: the shortest text of a double has to be searched for.</summary>
internal static class JsonDouble
{
    /// <summary>Below this limit, a whole number has up to 15 digits, which a double always preserves (IEEE 754), and is written without an exponent.</summary>
    private const double Limit = 1e15;

    private const byte MostDecimals = 6;

    private const double Scale = 1e6;

    /// <summary>A smaller number can be written with an exponent.</summary>
    private const double Least = 1e-4;

    /// <summary>Whether a number is a whole one with up to 15 digits, and not negative zero.</summary>
    public static bool TryGetWhole(double value, out long whole)
    {
        whole = unchecked((long)value);
        return whole == value && Math.Abs(value) < Limit && (whole != 0 || BitConverter.DoubleToInt64Bits(value) == 0);
    }

    /// <summary>
    /// Whether a number has up to six decimals and 15 digits. The decimal is then its shortest text: no other text of up to 15 digits is the same double.
    /// </summary>
    public static bool TryGetDecimal(double value, out decimal number)
    {
        double scaled = Math.Round(value * Scale);
        if (!(Math.Abs(scaled) < Limit) || Math.Abs(value) < Least || scaled / Scale != value)
        {
            number = default;
            return false;
        }

        long digits = Math.Abs((long)scaled);
        byte decimals = MostDecimals;
        for (; decimals > 0 && digits % 10 == 0; decimals--)
            digits /= 10;

        number = new decimal(unchecked((int)digits), (int)(digits >> 32), 0, value < 0, decimals);
        return true;
    }
}
