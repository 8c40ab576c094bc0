namespace Vapi.Generators.Runtime;

/// <summary>
/// Verifies that a request comes from the API. Secrets are compared in constant time, and never appear in messages. All methods that take several secrets accept each of them, so that a secret can be replaced without
/// interruption: add the new one, let the API use it, remove the old one.
/// </summary>
public abstract class ApiWebhookVerification
{
    private protected ApiWebhookVerification()
    {
    }

    /// <summary>Accepts every request. Use it only if something else verifies the requests, such as a gateway.</summary>
    public static ApiWebhookVerification None { get; } = new ApiRuntime.WebhookVerificationOfAny();

    /// <summary>Whether it verifies the body, not only headers.</summary>
    internal abstract bool ReadsBody { get; }

    /// <summary>Accepts requests with a shared secret in a header, such as <c>X-Vapi-Secret</c>.</summary>
    /// <exception cref="global::System.ArgumentException">There is no secret, or one is empty.</exception>
    public static ApiWebhookVerification Header(string name, params string[] secrets) => new ApiRuntime.WebhookVerificationOfSecret(name, "", secrets);

    /// <summary>Accepts requests with a bearer token in the Authorization header (RFC 6750).</summary>
    /// <inheritdoc cref="Header(string, string[])"/>
    public static ApiWebhookVerification Bearer(params string[] tokens) => BearerIn("Authorization", tokens);

    /// <summary>Accepts requests with a bearer token in another header.</summary>
    /// <inheritdoc cref="Header(string, string[])"/>
    public static ApiWebhookVerification BearerIn(string header, params string[] tokens) => new ApiRuntime.WebhookVerificationOfSecret(header, "Bearer", tokens);

    /// <summary>Accepts requests with a user name and password in the Authorization header (RFC 7617).</summary>
    /// <exception cref="global::System.ArgumentException">There is no password, one is empty, or the user name contains a colon.</exception>
    public static ApiWebhookVerification Basic(string userName, params string[] passwords)
        => new ApiRuntime.WebhookVerificationOfSecret("Authorization", "Basic", global::System.Array.ConvertAll(passwords, password => string.IsNullOrEmpty(password) ? "" : ApiCredential.Basic(userName, password).Secret!));

    /// <summary>Accepts requests with a signature of their raw bytes.</summary>
    /// <exception cref="global::System.ArgumentException">There is no secret, or the settings contradict each other.</exception>
    public static ApiWebhookVerification Signature(ApiWebhookSignature signature) => new ApiRuntime.WebhookVerificationOfSignature(signature);

    /// <summary>Accepts requests that one of several verifications accepts.</summary>
    /// <exception cref="global::System.ArgumentException">There is none.</exception>
    public static ApiWebhookVerification Any(params ApiWebhookVerification[] alternatives)
        => alternatives.Length > 0 ? new ApiRuntime.WebhookVerificationOfAny(alternatives) : throw new global::System.ArgumentException("There is no verification.", nameof(alternatives));

    /// <summary>The reason why a request is refused; null if it is accepted.</summary>
    /// <param name="findHeader">Returns the value of a header.</param>
    /// <param name="body">The raw body; empty if this verification does not read it.</param>
    internal abstract string? Refuse(global::System.Func<string, string?> findHeader, global::System.ReadOnlySpan<byte> body);
}
