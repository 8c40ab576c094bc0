namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
#if NET8_0_OR_GREATER
using global::System.Text;
#endif

/// <summary>Caches strings that often repeat, such as enum values. It has no lock: a lost entry only allocates the string again.</summary>
internal static class StringCache
{
    private const int MaxLength = 64;

    private static readonly string?[] Slots = new string?[1024];

    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength)
            return Json.Decode(utf8);

        uint hash = 2166136261;
        foreach (byte b in utf8)
            hash = unchecked((hash ^ b) * 16777619);

        ref string? slot = ref Slots[(hash ^ hash >> 16) & 1023];
        if (slot is { } cached && AreEqual(cached, utf8))
            return cached;

        return slot = Json.Decode(utf8);
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
