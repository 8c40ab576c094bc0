namespace Vapi.Generators.Runtime.ApiRuntime;

/// <summary>The state of an object besides the values of its properties: which properties are set, and the JSON that it keeps.</summary>
internal struct JsonState
{
    /// <summary>The number of properties whose bits need no other object.</summary>
    private const int NearProperties = 64;

    /// <summary>The kept JSON, and the bits of properties after the first 64; null if there are none.</summary>
    public KeptProperties? Kept;

    private ulong _set;

    /// <summary>Whether a property is set, and therefore written: with its value, as null if it has none, or as its constant.</summary>
    public readonly bool Has(int ordinal) => ordinal < NearProperties ? (_set >> ordinal & 1) != 0 : Kept?.IsSet(ordinal - NearProperties) == true;

    /// <summary>The first property from an ordinal on that is set; at least the count of all properties if there is none.</summary>
    public readonly int NextSet(int ordinal, int count)
    {
#if NET
        if (ordinal < NearProperties)
        {
            ulong rest = _set >> ordinal;
            if (rest != 0)
                return ordinal + global::System.Numerics.BitOperations.TrailingZeroCount(rest);

            ordinal = NearProperties;
        }
#endif
        while (ordinal < count && !Has(ordinal))
            ordinal++;

        return ordinal;
    }

    public void Set(int ordinal, bool isSet = true)
    {
        if (ordinal < NearProperties)
            _set = isSet ? _set | 1UL << ordinal : _set & ~(1UL << ordinal);
        else if (isSet || Kept is not null)
            (Kept ??= new()).Set(ordinal - NearProperties, isSet);
    }

    /// <summary>A property was assigned, so its kept JSON is removed.</summary>
    public void Assign(int ordinal, bool isSet = true)
    {
        Kept?.Forget(ordinal);
        Set(ordinal, isSet);
    }

    /// <summary>The same for a property that is not set if it has no value.</summary>
    public void Assign(int ordinal, object? value) => Assign(ordinal, value is not null);

    /// <inheritdoc cref="Assign(int, object?)"/>
    public void Assign(int ordinal, global::System.Text.Json.JsonElement? value) => Assign(ordinal, value is { ValueKind: not global::System.Text.Json.JsonValueKind.Undefined });
}
