namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Globalization;
using global::System.Text.Json;

/// <summary>A number of JSON: exact if a decimal can hold it, otherwise the nearest double.</summary>
internal readonly struct ContractNumber
{
    private readonly decimal _exact;

    private readonly double _near;

    private readonly bool _isExact;

    private ContractNumber(decimal exact)
    {
        _exact = exact;
        _near = (double)exact;
        _isExact = true;
    }

    private ContractNumber(double near)
    {
        _exact = 0;
        _near = near;
        _isExact = false;
    }

    /// <summary>Whether it has no fraction. A number that is too large for a fraction has none.</summary>
    public bool IsWhole => _isExact ? decimal.Truncate(_exact) == _exact : Math.Floor(_near) == _near;

    /// <summary>Parses a number of JSON. One that is too large is infinite; a decimal would round one that is too small to 0.</summary>
    public static ContractNumber Parse(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double near))
            near = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) && (exact != 0 || near == 0) ? new(exact) : new(near);
    }

    /// <summary>The number at the reader's position.</summary>
    public static ContractNumber Read(ref Utf8JsonReader reader)
        => reader.TryGetInt64(out long whole) ? new((decimal)whole) : Parse(global::System.Text.Encoding.ASCII.GetString(reader.ValueSpan.ToArray()));

    public int CompareTo(ContractNumber other) => _isExact && other._isExact ? _exact.CompareTo(other._exact) : _near.CompareTo(other._near);

    public bool IsMultipleOf(ContractNumber other)
    {
        if (other._near == 0)
            return true;
        if (_isExact && other._isExact && Math.Abs(_near / other._near) < 1e15)
            return _exact % other._exact == 0;

        double times = _near / other._near;
        return double.IsInfinity(times) || Math.Floor(times) == times;
    }

    /// <summary>One spelling for each number.</summary>
    public override string ToString() => _isExact ? (_exact / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : _near.ToString("R", CultureInfo.InvariantCulture);
}
