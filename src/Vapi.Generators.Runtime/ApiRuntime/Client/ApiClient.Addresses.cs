namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Net.Http;
using global::System.Text;

/// <content>Where requests go, and who may see what there.</content>
internal sealed partial class ApiClient
{
#if NET
    /// <summary>What Blazor calls SetBrowserResponseStreamingEnabled. Only the handler in a browser looks at it.</summary>
    private static readonly HttpRequestOptionsKey<bool> BrowserStreaming = new("WebAssemblyEnableStreamingResponse");

#endif
    /// <summary>That of the caller, else that of the operation, else that of the client. An operation's own server is left out where it would get credentials in the clear.</summary>
    private Uri BaseAddress(ApiRequest request)
    {
        if (request.Options?.BaseAddress is { } callers)
        {
            RequireAddress(callers, "options");
            return callers;
        }

        if (request.Server is null || !_usesOperationServers)
            return _baseAddress;

        Uri server = request.Server.IsAbsoluteUri ? request.Server : new Uri(_baseAddress, request.Server);
        return MaySendCredentials(server) ? server : _baseAddress;
    }

    /// <exception cref="ArgumentException">It is no address for requests, or one that credentials must not be sent to.</exception>
    private void RequireAddress(Uri address, string parameter)
    {
        // Service discovery lists schemes in the order of preference: https+http.
        if (!address.IsAbsoluteUri || !Array.TrueForAll(address.Scheme.Split('+'), s => s is "https" or "http"))
            throw new ArgumentException($"BaseAddress must be an absolute http or https address; it is '{address}'.", parameter);
        if (!MaySendCredentials(address))
            throw new ArgumentException($"The API key is only sent over https: '{address.Host}' is not this machine. In a network that you trust, set AllowCredentialsOverHttp.", parameter);
    }

    private bool MaySendCredentials(Uri address) => !_credentials.Any || address.Scheme == "https" || address.IsLoopback || _allowsHttp;

    private static bool SameHost(Uri target, Uri baseAddress) => target.Scheme == baseAddress.Scheme && target.Host == baseAddress.Host && target.Port == baseAddress.Port;

    /// <summary>Whether the HttpClient adds credentials to each request by itself, which could not be kept from another host.</summary>
    private bool HasOwnCredentials()
        => _http.DefaultRequestHeaders.Contains("Authorization") || _http.DefaultRequestHeaders.Contains("Cookie") || Array.Exists(_schemes, s => s.Place == CredentialPlace.Header && _http.DefaultRequestHeaders.Contains(s.WireName));

    private void Introduce(HttpRequestMessage message, string accept, bool isStream)
    {
        if (message.Headers.Accept.Count == 0)
            message.Headers.Accept.TryParseAdd(accept);
#if NET
        // A browser has a user agent of its own, and hands a response over whole unless it is told not to.
        if (message.Headers.UserAgent.Count == 0 && !OperatingSystem.IsBrowser())
            message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (isStream)
            message.Options.Set(BrowserStreaming, true);

        message.Version = _http.DefaultRequestVersion;
        message.VersionPolicy = _http.DefaultVersionPolicy;
#else
        if (message.Headers.UserAgent.Count == 0)
            message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
#endif
    }

    /// <summary>Letters of a product name (RFC 9110, 10.1.5).</summary>
    private static string Token(string text)
    {
        var token = new StringBuilder();
        foreach (char c in text)
            token.Append(c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '.' or '-' ? c : '-');

        return token.Length == 0 ? "-" : token.ToString();
    }
}
