namespace Vapi.Generators.Runtime;

/// <summary>How an API signs its requests with an HMAC (RFC 2104). The defaults are those of Vapi's HMAC credentials.</summary>
public sealed class ApiWebhookSignature
{
    /// <summary>Creates settings with the secret keys, each of which is accepted.</summary>
    public ApiWebhookSignature(params string[] secrets) => Secrets = secrets;

    /// <summary>The header that contains the signature. It can contain several, separated by spaces. The default is <c>x-signature</c>.</summary>
    public string Header { get; set; } = "x-signature";

    /// <summary>The text before the signature, such as <c>sha256=</c>. The default is none.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>The hash algorithm: SHA1, SHA256 (the default), SHA384 or SHA512.</summary>
    public global::System.Security.Cryptography.HashAlgorithmName Algorithm { get; set; } = global::System.Security.Cryptography.HashAlgorithmName.SHA256;

    /// <summary>Whether the signature is base64. The default is false, hexadecimal.</summary>
    public bool IsBase64 { get; set; }

    /// <summary>Whether the secrets are base64 of the key. The default is false: the key is their UTF-8 text.</summary>
    public bool IsSecretBase64 { get; set; }

    /// <summary>The header with the time of the request: seconds or milliseconds since 1970, or ISO 8601. Null if the time is not signed; then an old request can be sent again by anyone who saw it. The default is <c>x-timestamp</c>.</summary>
    public string? TimestampHeader { get; set; } = "x-timestamp";

    /// <summary>How far the time of a request can be from the time of this machine, in both directions. Older requests are refused as replays. The default is 5 minutes.</summary>
    public global::System.TimeSpan Tolerance { get; set; } = global::System.TimeSpan.FromMinutes(5);

    /// <summary>The header with the ID of the message, if it is signed. The default is null.</summary>
    public string? IdHeader { get; set; }

    /// <summary>
    /// The text that is signed, with the placeholders <c>{body}</c>, <c>{timestamp}</c> and <c>{id}</c>. The default is <c>{timestamp}.{body}</c>, or <c>{body}</c> if there is no <see cref="TimestampHeader"/>.
    /// </summary>
    public string? Format { get; set; }

    internal string[] Secrets { get; }

    /// <summary>The current time, for tests.</summary>
    internal global::System.Func<global::System.DateTimeOffset> Clock { get; set; } = static () => global::System.DateTimeOffset.UtcNow;
}
