namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Net.Http;
using global::System.Text;

/// <content>The addresses of requests, and which hosts get credentials.</content>
internal sealed partial class ApiClient
{
#if NET
    /// <summary>The option that Blazor's SetBrowserResponseStreamingEnabled sets. Only the handler in a browser uses it.</summary>
    private static readonly HttpRequestOptionsKey<bool> BrowserStreaming = new("WebAssemblyEnableStreamingResponse");

#endif
    /// <summary>The base address of the request options, of the operation's server, or of the client, in this order. The operation's own server is not used if it would get credentials unencrypted.</summary>
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

    /// <exception cref="ArgumentException">The address is invalid, or credentials must not be sent to it.</exception>
    private void RequireAddress(Uri address, string parameter)
    {
        // Service discovery lists schemes in order of preference: https+http.
        if (!address.IsAbsoluteUri || !Array.TrueForAll(address.Scheme.Split('+'), s => s is "https" or "http"))
            throw new ArgumentException($"BaseAddress must be an absolute http or https address; it is '{address}'.", parameter);
        if (!MaySendCredentials(address))
            throw new ArgumentException($"The API key is only sent over https: '{address.Host}' is not this machine. In a network that you trust, set AllowCredentialsOverHttp.", parameter);
    }

    private bool MaySendCredentials(Uri address) => !_credentials.Any || address.Scheme == "https" || address.IsLoopback || _allowsHttp;

    private static bool SameHost(Uri target, Uri baseAddress) => target.Scheme == baseAddress.Scheme && target.Host == baseAddress.Host && target.Port == baseAddress.Port;

    /// <summary>Whether the HttpClient itself adds credentials to each request, so that the client cannot keep them from other hosts.</summary>
    private bool HasOwnCredentials()
        => _http.DefaultRequestHeaders.Contains("Authorization") || _http.DefaultRequestHeaders.Contains("Cookie") || Array.Exists(_schemes, s => s.Place == CredentialPlace.Header && _http.DefaultRequestHeaders.Contains(s.WireName));

    private void Introduce(HttpRequestMessage message, string accept, bool isStream)
    {
        if (message.Headers.Accept.Count == 0)
            message.Headers.Accept.TryParseAdd(accept);
#if NET
        // A browser sends its own user agent, and buffers the whole response unless streaming is enabled.
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

    /// <summary>The characters of a product name (RFC 9110, 10.1.5).</summary>
    private static string Token(string text)
    {
        var token = new StringBuilder();
        foreach (char c in text)
            token.Append(c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '.' or '-' ? c : '-');

        return token.Length == 0 ? "-" : token.ToString();
    }
}
