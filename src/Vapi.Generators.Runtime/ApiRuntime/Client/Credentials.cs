namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Linq;
using global::System.Net.Http;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>The credentials in the options, and how they are added to a request.</summary>
internal sealed class Credentials
{
    private readonly Dictionary<string, ApiCredential> _byScheme = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A scheme cannot send its credential.</exception>
    public Credentials(ApiOptions options, IEnumerable<SecurityScheme> schemes, SecurityScheme? keyScheme)
    {
        foreach (SecurityScheme scheme in schemes)
        {
            ApiCredential? credential = options.GetCredential(scheme.Name);
            if (credential is null && scheme == keyScheme && !string.IsNullOrEmpty(options.ApiKey))
                credential = options.ApiKey;
            if (credential is null)
                continue;

            if (credential.IsBasic != scheme.IsBasic)
                throw new ArgumentException($"The scheme '{scheme.Name}' takes {(scheme.IsBasic ? "a user name and a password: use ApiCredential.Basic" : "a key or a token, not a user name and a password")}.", nameof(options));
            if (credential.Secret is { } secret && !CanSend(secret, scheme))
                throw new ArgumentException("The API key contains a character that cannot be sent, such as a line break at its end.", nameof(options));

            _byScheme.Add(scheme.Name, credential);
        }
    }

    public bool Any => _byScheme.Count > 0;

    /// <summary>The first requirement that the credentials satisfy. If it is null, the request is sent without credentials, and the API or a handler decides.</summary>
    public SecurityRequirement? Choose(IReadOnlyList<SecurityRequirement>? alternatives)
        => alternatives?.FirstOrDefault(a => a.Schemes.Count > 0 && a.Schemes.All(s => _byScheme.ContainsKey(s.Name)));

    /// <summary>Whether a rejected token can be refreshed.</summary>
    public bool CanRefresh(SecurityRequirement? requirement) => requirement?.Schemes.Any(s => _byScheme[s.Name].Secret is null) == true;

    /// <summary>Adds the credentials of the requirement. A header, query parameter or cookie that the caller already set is kept.</summary>
    /// <exception cref="InvalidOperationException">A callback returned no token, or one that cannot be sent.</exception>
    public async Task AddAsync(HttpRequestMessage message, SecurityRequirement requirement, bool isRefresh, ApiRequest request, CancellationToken cancellationToken)
    {
        for (int i = 0; i < requirement.Schemes.Count; i++)
        {
            SecurityScheme scheme = requirement.Schemes[i];
            ApiCredential credential = _byScheme[scheme.Name];
            string? secret = credential.Secret;
            if (secret is null)
            {
                secret = await AskAsync(credential, scheme.Name, requirement.ScopesOf(i), isRefresh, request, cancellationToken).ConfigureAwait(false);
                if (string.IsNullOrEmpty(secret) || !CanSend(secret, scheme))
                    throw new InvalidOperationException($"The callback for the scheme '{scheme.Name}' returned {(string.IsNullOrEmpty(secret) ? "no token" : "a token with a character that cannot be sent")}.");
            }

            request.Secrets.Add(secret);
            Add(message, scheme, secret);
        }
    }

    private static Task<string> AskAsync(ApiCredential credential, string scheme, IReadOnlyList<string> scopes, bool isRefresh, ApiRequest request, CancellationToken cancellationToken)
    {
        TokenSource tokens = credential.TokensFor(scheme, scopes);
        var token = new ApiTokenRequest(scheme, scopes, isRefresh);
        if (isRefresh)
            return tokens.RefreshAsync(token, request.TokenVersions[scheme], cancellationToken);

        request.TokenVersions[scheme] = tokens.Version;
        return tokens.AskAsync(token, cancellationToken);
    }

    private static void Add(HttpRequestMessage message, SecurityScheme scheme, string secret)
    {
        switch (scheme.Place)
        {
            case CredentialPlace.Query:
                string address = message.RequestUri!.AbsoluteUri;
                string query = message.RequestUri.Query;
                string name = Uri.EscapeDataString(scheme.WireName) + "=";
                if (!query.StartsWith("?" + name, StringComparison.Ordinal) && query.IndexOf("&" + name, StringComparison.Ordinal) < 0)
                    message.RequestUri = new Uri(address + (query.Length == 0 ? "?" : "&") + name + Uri.EscapeDataString(secret));
                break;
            case CredentialPlace.Cookie:
                string cookies = message.Headers.TryGetValues("Cookie", out IEnumerable<string>? values) ? string.Join("; ", values) + "; " : "";
                message.Headers.Remove("Cookie");
                message.Headers.TryAddWithoutValidation("Cookie", cookies + scheme.WireName + "=" + secret);
                break;
            default:
                if (!message.Headers.Contains(scheme.WireName))
                    message.Headers.TryAddWithoutValidation(scheme.WireName, scheme.Prefix + secret);
                break;
        }
    }

    /// <summary>Query parameters are encoded.</summary>
    private static bool CanSend(string secret, SecurityScheme scheme) => scheme.Place switch
    {
        CredentialPlace.Query => true,
        CredentialPlace.Cookie => CookieText.CanSend(scheme.WireName) && CookieText.CanSend(secret),
        _ => HeaderText.CanSend(secret),
    };
}
