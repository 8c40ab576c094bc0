namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;

/// <summary>Compares the texts of numbers as JSON and .NET write them: an optional sign, digits with at most one decimal point, an optional exponent.</summary>
internal readonly ref struct JsonNumber
{
    /// <summary>The digits and the point, from the first digit that is not zero to the last one.</summary>
    private readonly ReadOnlySpan<byte> _digits;

    private readonly bool _isNegative;

    /// <summary>The power of ten of the first digit.</summary>
    private readonly long _magnitude;

    private JsonNumber(ReadOnlySpan<byte> text)
    {
        _isNegative = text[0] == '-';
        if (_isNegative)
            text = text.Slice(1);

        int mark = text.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> digits = mark < 0 ? text : text.Slice(0, mark);
        int point = digits.IndexOf((byte)'.');
        int first = 0;
        while (first < digits.Length && digits[first] is (byte)'0' or (byte)'.')
            first++;

        if (first == digits.Length)
        {
            _digits = default;
            _magnitude = 0;
            return;
        }

        int last = digits.Length - 1;
        while (digits[last] is (byte)'0' or (byte)'.')
            last--;

        _digits = digits.Slice(first, last - first + 1);
        int whole = point < 0 ? digits.Length : point;
        _magnitude = (first < whole ? whole - 1 - first : whole - first) + (mark < 0 ? 0 : Exponent(text.Slice(mark + 1)));
    }

    /// <summary>Whether a text is zero, with any sign.</summary>
    public static bool IsZero(ReadOnlySpan<byte> text) => new JsonNumber(text)._digits.IsEmpty;

    /// <summary>Whether two texts are the same number.</summary>
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var one = new JsonNumber(left);
        var two = new JsonNumber(right);
        if (one._isNegative != two._isNegative || one._magnitude != two._magnitude)
            return false;

        int i = 0;
        int j = 0;
        while (i < one._digits.Length && j < two._digits.Length)
        {
            if (one._digits[i] == '.')
                i++;
            else if (two._digits[j] == '.')
                j++;
            else if (one._digits[i++] != two._digits[j++])
                return false;
        }

        return i == one._digits.Length && j == two._digits.Length;
    }

    /// <summary>An exponent beyond the range of all .NET types is treated as the largest one.</summary>
    private static long Exponent(ReadOnlySpan<byte> text)
    {
        const long Enough = 100_000_000;
        bool isNegative = text[0] == '-';
        long exponent = 0;
        foreach (byte digit in text)
        {
            if (digit is >= (byte)'0' and <= (byte)'9' && exponent < Enough)
                exponent = exponent * 10 + (digit - '0');
        }

        return isNegative ? -exponent : exponent;
    }
}
