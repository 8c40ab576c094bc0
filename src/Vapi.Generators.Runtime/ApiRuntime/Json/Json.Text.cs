namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Buffers.Text;
using global::System.Text.Json;

/// <content>Strings whose format has a .NET type. A spelling that the type would change (an uppercase GUID, white space in base64) is kept.</content>
internal static partial class Json
{
    public static Guid? ReadGuid(ref Utf8JsonReader reader, ref JsonCursor cursor)
        => reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out Guid guid) ? cursor.Read(guid, !HasUpperCase(reader)) : Nothing<Guid?>(reader, ref cursor);

    public static Uri? ReadUri(ref Utf8JsonReader reader, ref JsonCursor cursor)
        => Uri.TryCreate(ReadString(ref reader), UriKind.RelativeOrAbsolute, out Uri? value) ? value : Nothing<Uri?>(reader, ref cursor);

    /// <summary>RFC 4648, section 4.</summary>
    public static byte[]? ReadBytes(ref Utf8JsonReader reader, ref JsonCursor cursor)
        => reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out byte[]? value) ? cursor.Read(value, IsCanonical(reader, value)) : Nothing<byte[]?>(reader, ref cursor);

    private static bool HasUpperCase(in Utf8JsonReader reader)
    {
        foreach (byte letter in Bytes(reader))
        {
            if (letter is >= (byte)'A' and <= (byte)'F')
                return true;
        }

        return false;
    }

    /// <summary>Whether base64 has no white space and no set bits after its last byte.</summary>
    private static bool IsCanonical(in Utf8JsonReader reader, byte[] value)
    {
        const int Group = 3;
        if (reader.ValueIsEscaped)
            return false;

        ReadOnlySpan<byte> text = Bytes(reader);
        int rest = value.Length % Group;
        if (text.Length != Base64.GetMaxEncodedToUtf8Length(value.Length))
            return false;
        if (rest == 0)
            return true;

        Span<byte> last = stackalloc byte[4];
        Base64.EncodeToUtf8(value.AsSpan(value.Length - rest), last, out _, out _);
        return text.EndsWith(last);
    }
}
