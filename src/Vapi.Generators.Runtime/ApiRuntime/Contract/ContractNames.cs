namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Runtime.InteropServices;

/// <summary>UTF-8 texts that are found without creating strings.</summary>
internal sealed class ContractNames
{
    /// <summary>The position of a text plus 1; 0 if the slot is free.</summary>
    private readonly int[] _slots;

    private readonly byte[][] _names;

    /// <param name="names">The texts. A repeated one is found at its first position.</param>
    public ContractNames(byte[][] names)
    {
        _names = names;
        int size = 4;
        while (size < 2 * names.Length)
            size *= 2;

        _slots = new int[size];
        for (int i = 0; i < names.Length; i++)
        {
            int slot = SlotOf(names[i]);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (size - 1);

            _slots[slot] = i + 1;
        }
    }

    public int Count => _names.Length;

    public byte[] this[int index] => _names[index];

    /// <summary>The position of a text; -1 if it is not there.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        for (int slot = SlotOf(name); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            int index = _slots[slot] - 1;
            if (index < 0 || name.SequenceEqual(_names[index]))
                return index;
        }
    }

    private int SlotOf(ReadOnlySpan<byte> name)
    {
        const ulong Prime = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)name.Length;
        if (name.Length >= sizeof(ulong))
            hash = unchecked((hash ^ MemoryMarshal.Read<ulong>(name)) * Prime) ^ MemoryMarshal.Read<ulong>(name.Slice(name.Length - sizeof(ulong)));
        else
        {
            foreach (byte b in name)
                hash = (hash << 8) ^ b;
        }

        return (int)(unchecked(hash * Prime) >> 40) & (_slots.Length - 1);
    }
}
