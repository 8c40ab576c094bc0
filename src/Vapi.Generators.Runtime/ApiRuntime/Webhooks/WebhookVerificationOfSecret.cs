namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;

/// <summary>A secret in a header, after the name of its scheme if it has one.</summary>
internal sealed class WebhookVerificationOfSecret : ApiWebhookVerification
{
    private readonly string _header;

    private readonly string _scheme;

    private readonly byte[][] _hashes;

    public WebhookVerificationOfSecret(string header, string scheme, string[] secrets)
    {
        _header = header;
        _scheme = scheme;
        _hashes = Array.ConvertAll(WebhookSecrets.Require(secrets), WebhookSecrets.Hash);
    }

    internal override bool ReadsBody => false;

    internal override string? Refuse(Func<string, string?> findHeader, ReadOnlySpan<byte> body)
    {
        if (findHeader(_header) is not { Length: > 0 } value)
            return $"The header {_header} is missing.";

        // RFC 9110, 11.1: the name of a scheme is case-insensitive, and a space follows it.
        if (_scheme.Length > 0)
        {
            if (!value.StartsWith(_scheme + " ", StringComparison.OrdinalIgnoreCase))
                return $"The header {_header} does not have the scheme {_scheme}.";

            value = value.Substring(_scheme.Length).Trim(' ');
        }

        byte[] hash = WebhookSecrets.Hash(value);
        bool isKnown = false;
        foreach (byte[] known in _hashes)
            isKnown |= WebhookSecrets.AreEqual(hash, known);

        return isKnown ? null : $"The header {_header} has a wrong secret.";
    }
}
