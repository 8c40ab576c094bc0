namespace Vapi.Generators.Runtime;

/// <summary>What proves to the API who sends a request: a key or token, a user name and password, or a callback that is asked for a token.</summary>
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

    /// <summary>The text that is sent; null when it is asked for each time.</summary>
    internal string? Secret { get; }

    internal bool IsBasic { get; }

    /// <summary>A key or token that stays the same; null for null or an empty text.</summary>
    public static implicit operator ApiCredential?(string? secret) => string.IsNullOrEmpty(secret) ? null : new(secret, false, null);

    /// <summary>A user name and a password (RFC 7617).</summary>
    /// <exception cref="global::System.ArgumentException">The user name has a colon, which would end it.</exception>
    public static ApiCredential Basic(string userName, string password)
    {
        if (userName.IndexOf(':') >= 0)
            throw new global::System.ArgumentException("A user name must not have a colon (RFC 7617, 2).", nameof(userName));

        return new(global::System.Convert.ToBase64String(global::System.Text.Encoding.UTF8.GetBytes(userName + ":" + password)), true, null);
    }

    /// <summary>
    /// A token that is asked for before each request. When the API refuses it with 401, it is asked for once more, and the request is sent again with the new one.
    /// When it refuses several requests at once, one new token is asked for, and all of them get it, or the exception.
    /// </summary>
    /// <param name="ask">
    /// Returns the token. It is called from several threads at once when requests are, and should keep its token as long as it is good.
    /// When it is asked for a new one, its cancellation means that no request waits for that any more.
    /// </param>
    public static ApiCredential FromToken(global::System.Func<ApiTokenRequest, global::System.Threading.CancellationToken, global::System.Threading.Tasks.Task<string>> ask)
        => new(null, false, ask ?? throw new global::System.ArgumentNullException(nameof(ask)));

    /// <summary>Says that it is a secret.</summary>
    public override string ToString() => "(secret)";

    /// <summary>The tokens for a scheme and scopes, where they are asked for.</summary>
    internal ApiRuntime.TokenSource TokensFor(string scheme, global::System.Collections.Generic.IReadOnlyList<string> scopes)
        => _tokens.GetOrAdd(scheme + " " + string.Join(" ", scopes), _ => new ApiRuntime.TokenSource(_ask!));
}

/// <summary>What a token is wanted for.</summary>
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

    /// <summary>The scopes that the operation needs (OAuth 2, OpenID Connect).</summary>
    public global::System.Collections.Generic.IReadOnlyList<string> Scopes { get; }

    /// <summary>Whether the API has just refused a token with 401: one that was kept is of no use any more.</summary>
    public bool IsRefresh { get; }
}
