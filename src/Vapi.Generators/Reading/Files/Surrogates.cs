namespace Vapi.Generators.Reading.Files;

/// <summary>JSON can escape half a surrogate pair (RFC 8259, 8.2), which readers cannot decode. It is replaced with U+FFFD, as everywhere in .NET.</summary>
internal static class Surrogates
{
    private const int EscapeLength = 6;

    /// <summary>Replaces the halves in place.</summary>
    public static void Replace(byte[] json)
    {
        for (int at = Array.IndexOf(json, (byte)'\\'); at >= 0 && at + 1 < json.Length; at = Array.IndexOf(json, (byte)'\\', at))
        {
            int code = Code(json, at);
            if (code is >= 0xD800 and < 0xDC00 && Code(json, at + EscapeLength) is >= 0xDC00 and < 0xE000)
                at += 2 * EscapeLength;
            else if (code is >= 0xD800 and < 0xE000)
            {
                "fffd"u8.CopyTo(json.AsSpan(at + 2));
                at += EscapeLength;
            }
            else
                at += 2;

            if (at >= json.Length)
                return;
        }
    }

    /// <summary>The code of the escape at a position; -1 if there is none.</summary>
    private static int Code(byte[] json, int at)
        => at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
            && System.Buffers.Text.Utf8Parser.TryParse(json.AsSpan(at + 2, 4), out int code, out int length, 'x') && length == 4 ? code : -1;
}
