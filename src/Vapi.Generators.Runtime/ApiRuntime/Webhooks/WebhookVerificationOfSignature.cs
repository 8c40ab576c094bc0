namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.IO;
using global::System.Security.Cryptography;
using global::System.Text;

/// <summary>An HMAC of the raw body and the time of the request.</summary>
internal sealed class WebhookVerificationOfSignature : ApiWebhookVerification
{
    private const string Body = "{body}";

    private const string Timestamp = "{timestamp}";

    private const string Id = "{id}";

    /// <summary>A number of at least this many digits is in milliseconds.</summary>
    private const int DigitsOfMilliseconds = 12;

    private readonly ApiWebhookSignature _signature;

    private readonly string _format;

    private readonly byte[][] _keys;

    public WebhookVerificationOfSignature(ApiWebhookSignature signature)
    {
        _signature = signature;
        _format = signature.Format ?? (signature.TimestampHeader is null ? Body : Timestamp + "." + Body);
        _keys = Array.ConvertAll(WebhookSecrets.Require(signature.Secrets), secret => signature.IsSecretBase64 ? FromBase64(secret) ?? throw new ArgumentException("A secret is not base64.", nameof(signature)) : Encoding.UTF8.GetBytes(secret));
        if (_format.IndexOf(Body, StringComparison.Ordinal) < 0)
            throw new ArgumentException("The format of the signature does not contain {body}.", nameof(signature));
        if (signature.TimestampHeader is null == _format.IndexOf(Timestamp, StringComparison.Ordinal) >= 0)
            throw new ArgumentException("The format of the signature must contain {timestamp} if there is a timestamp header, and only then.", nameof(signature));
        if (signature.IdHeader is null == _format.IndexOf(Id, StringComparison.Ordinal) >= 0)
            throw new ArgumentException("The format of the signature must contain {id} if there is an ID header, and only then.", nameof(signature));

        using HMAC hmac = CreateHmac(_keys[0]);
    }

    internal override bool ReadsBody => true;

    internal override string? Refuse(Func<string, string?> findHeader, ReadOnlySpan<byte> body)
    {
        if (findHeader(_signature.Header) is not { Length: > 0 } header)
            return $"The header {_signature.Header} is missing.";

        string timestamp = "";
        if (_signature.TimestampHeader is { } timestampHeader)
        {
            timestamp = findHeader(timestampHeader) ?? "";
            if (ParseTime(timestamp) is not { } time)
                return $"The header {timestampHeader} is missing or not a time.";

            TimeSpan age = _signature.Clock() - time;
            if (age.Duration() > _signature.Tolerance)
                return FormattableString.Invariant($"The time in the header {timestampHeader} is {Math.Abs(age.TotalSeconds):0} seconds {(age > TimeSpan.Zero ? "old" : "ahead")}.");
        }

        string id = "";
        if (_signature.IdHeader is { } idHeader)
        {
            id = findHeader(idHeader) ?? "";
            if (id.Length == 0)
                return $"The header {idHeader} is missing.";
        }

        return IsSigned(header, Compose(timestamp, id, body)) ? null : $"The header {_signature.Header} has no valid signature.";
    }

    private bool IsSigned(string header, byte[] text)
    {
        List<byte[]> signatures = Signatures(header);
        bool isSigned = false;
        foreach (byte[] key in _keys)
        {
            using HMAC hmac = CreateHmac(key);
            byte[] expected = hmac.ComputeHash(text);
            foreach (byte[] signature in signatures)
                isSigned |= WebhookSecrets.AreEqual(signature, expected);
        }

        return isSigned;
    }

    /// <summary>The signatures in a header that have the prefix and the encoding.</summary>
    private List<byte[]> Signatures(string header)
    {
        var signatures = new List<byte[]>();
        foreach (string part in header.Split(' '))
        {
            if (!part.StartsWith(_signature.Prefix, StringComparison.Ordinal))
                continue;

            string text = part.Substring(_signature.Prefix.Length);
            if ((_signature.IsBase64 ? FromBase64(text) : FromHex(text)) is { } signature)
                signatures.Add(signature);
        }

        return signatures;
    }

    /// <summary>The signed text. The body is copied byte by byte, because decoding and encoding it could change it.</summary>
    private byte[] Compose(string timestamp, string id, ReadOnlySpan<byte> body)
    {
        byte[] bytes = body.ToArray();
        var text = new MemoryStream(_format.Length + bytes.Length + timestamp.Length);
        int start = 0;
        for (int at = 0; at < _format.Length; at++)
        {
            string? placeholder = Array.Find(new[] { Body, Timestamp, Id }, p => string.CompareOrdinal(_format, at, p, 0, p.Length) == 0);
            if (placeholder is null)
                continue;

            Append(_format.Substring(start, at - start));
            if (placeholder == Body)
                text.Write(bytes, 0, bytes.Length);
            else
                Append(placeholder == Id ? id : timestamp);

            start = at + placeholder.Length;
            at = start - 1;
        }

        Append(_format.Substring(start));
        return text.ToArray();

        void Append(string part)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(part);
            text.Write(utf8, 0, utf8.Length);
        }
    }

    /// <exception cref="ArgumentException">The algorithm is unknown.</exception>
    private HMAC CreateHmac(byte[] key) => _signature.Algorithm.Name switch
    {
#pragma warning disable CA5350 // Some APIs sign with it, and an HMAC does not depend on the weakness of SHA-1.
        "SHA1" => new HMACSHA1(key),
#pragma warning restore CA5350
        "SHA256" => new HMACSHA256(key),
        "SHA384" => new HMACSHA384(key),
        "SHA512" => new HMACSHA512(key),
        _ => throw new ArgumentException("The algorithm of the signature must be SHA1, SHA256, SHA384 or SHA512."),
    };

    private static DateTimeOffset? ParseTime(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            const long MaxMilliseconds = 253_402_300_799_999;
            long milliseconds = text.Length >= DigitsOfMilliseconds ? number : number * 1000;
            return milliseconds <= MaxMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
    }

    private static byte[]? FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[]? FromHex(string text)
    {
        var bytes = new byte[text.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!byte.TryParse(text.Substring(2 * i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[i]))
                return null;
        }

        return text.Length % 2 == 0 ? bytes : null;
    }
}
