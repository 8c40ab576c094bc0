namespace Vapi.Generators.Runtime;

/// <summary>A credential that authenticates requests: a key or token, a user name and password, or a callback that returns tokens.</summary>
public sealed class ApiCredential
{
    private readonly global::System.Func<ApiTokenRequest, global::System.Threading.CancellationToken, global::System.Threading.Tasks.Task<string>>? _ask;

    private readonly global::System.Collections.Concurrent.ConcurrentDictionary<string, ApiRuntime.TokenSource> _tokens = new(global::System.StringComparer.Ordinal);

    private ApiCredential(string? secret, bool isBasic, global::System.Func<ApiTokenRequest, global::System.Threading.CancellationToken, global::System.Threading.Tasks.Task<string>>? ask)
    {
        Secret = secret;
        IsBasic = isBasic;
        _ask = ask;
    }

    /// <summary>The secret that is sent; null if a callback returns it.</summary>
    internal string? Secret { get; }

    internal bool IsBasic { get; }

    /// <summary>Creates a credential from a fixed key or token; null if the text is null or empty.</summary>
    public static implicit operator ApiCredential?(string? secret) => string.IsNullOrEmpty(secret) ? null : new(secret, false, null);

    /// <summary>Creates a credential from a user name and a password (RFC 7617).</summary>
    /// <exception cref="global::System.ArgumentException">The user name contains a colon, which separates it from the password.</exception>
    public static ApiCredential Basic(string userName, string password)
    {
        if (userName.IndexOf(':') >= 0)
            throw new global::System.ArgumentException("A user name must not contain a colon (RFC 7617, section 2).", nameof(userName));

        return new(global::System.Convert.ToBase64String(global::System.Text.Encoding.UTF8.GetBytes(userName + ":" + password)), true, null);
    }

    /// <summary>
    /// Creates a credential from a callback, which is called before each request. If the API responds with 401, the callback is called again, and the request is sent again with the new token.
    /// If several requests get a 401 at the same time, the callback is called once, and all of them use its token or get its exception.
    /// </summary>
    /// <param name="ask">
    /// Returns the token. It must be thread-safe, because concurrent requests call it concurrently. It should cache the token while it is valid.
    /// During a refresh, its cancellation token is canceled when no request waits for the new token any longer.
    /// </param>
    public static ApiCredential FromToken(global::System.Func<ApiTokenRequest, global::System.Threading.CancellationToken, global::System.Threading.Tasks.Task<string>> ask)
        => new(null, false, ask ?? throw new global::System.ArgumentNullException(nameof(ask)));

    /// <summary>Returns a placeholder, never the secret.</summary>
    public override string ToString() => "(secret)";

    /// <summary>The source of tokens for a scheme and its scopes, if a callback returns them.</summary>
    internal ApiRuntime.TokenSource TokensFor(string scheme, global::System.Collections.Generic.IReadOnlyList<string> scopes)
        => _tokens.GetOrAdd(scheme + " " + string.Join(" ", scopes), _ => new ApiRuntime.TokenSource(_ask!));
}

/// <summary>Describes the token that a callback must return.</summary>
public sealed class ApiTokenRequest
{
    internal ApiTokenRequest(string scheme, global::System.Collections.Generic.IReadOnlyList<string> scopes, bool isRefresh)
    {
        Scheme = scheme;
        Scopes = scopes;
        IsRefresh = isRefresh;
    }

    /// <summary>The name of the security scheme in the document.</summary>
    public string Scheme { get; }

    /// <summary>The scopes that the operation requires (OAuth 2, OpenID Connect).</summary>
    public global::System.Collections.Generic.IReadOnlyList<string> Scopes { get; }

    /// <summary>True if the API just rejected a token with 401: do not return a cached token.</summary>
    public bool IsRefresh { get; }
}
