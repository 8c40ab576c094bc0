namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;

/// <summary>Several alternatives; without any, everything is accepted.</summary>
internal sealed class WebhookVerificationOfAny : ApiWebhookVerification
{
    private readonly ApiWebhookVerification[] _alternatives;

    public WebhookVerificationOfAny(params ApiWebhookVerification[] alternatives) => _alternatives = alternatives;

    internal override bool ReadsBody => Array.Exists(_alternatives, a => a.ReadsBody);

    internal override string? Refuse(Func<string, string?> findHeader, ReadOnlySpan<byte> body)
    {
        var reasons = new string?[_alternatives.Length];
        for (int i = 0; i < reasons.Length; i++)
            reasons[i] = _alternatives[i].Refuse(findHeader, body);

        return reasons.Length == 0 || Array.Exists(reasons, r => r is null) ? null : string.Join(" ", reasons);
    }
}
