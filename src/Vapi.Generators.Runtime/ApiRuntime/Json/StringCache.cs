namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Buffers.Binary;
#if NET8_0_OR_GREATER
using global::System.Text;
#endif

/// <summary>Caches strings that often repeat, such as enum values. It has no lock: a lost entry only allocates the string again.</summary>
internal static class StringCache
{
    private const int MaxLength = 64;

    /// <summary>As many as ten bits can count: the highest bits of the hash select one.</summary>
    private static readonly string?[] Slots = new string?[1024];

    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength)
            return Json.Decode(utf8);

        ref string? slot = ref Slots[Slot(utf8)];
        if (slot is { } cached && AreEqual(cached, utf8))
            return cached;

        return slot = Json.Decode(utf8);
    }

    /// <summary>Eight bytes in each step. It need not resist chosen texts: texts with equal hashes only replace each other.</summary>
    private static int Slot(ReadOnlySpan<byte> utf8)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)utf8.Length;
        for (; utf8.Length >= sizeof(ulong); utf8 = utf8.Slice(sizeof(ulong)))
            hash = unchecked((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8)) * Multiplier);
        foreach (byte b in utf8)
            hash = unchecked((hash ^ b) * Multiplier);

        return (int)(hash >> 54);
    }

    private static bool AreEqual(string text, ReadOnlySpan<byte> utf8)
    {
#if NET8_0_OR_GREATER
        return Ascii.Equals(utf8, text);
#else
        if (text.Length != utf8.Length)
            return false;

        for (int i = 0; i < utf8.Length; i++)
        {
            if (text[i] != utf8[i] || utf8[i] > 127)
                return false;
        }

        return true;
#endif
    }
}
