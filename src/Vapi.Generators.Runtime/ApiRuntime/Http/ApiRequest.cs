namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Net.Http;
using global::System.Net.Http.Headers;
using global::System.Text;

/// <summary>A request before it has an address. The generated methods set its parts, and <see cref="ApiClient"/> sends it.</summary>
internal sealed partial class ApiRequest
{
    private readonly StringBuilder _path = new();

    private readonly StringBuilder? _template = RequestTrace.IsListenedTo ? new() : null;

    private StringBuilder? _query;

    private List<KeyValuePair<string, string>>? _headers;

    private StringBuilder? _cookies;

    /// <param name="method">GET, POST, …</param>
    /// <param name="security">The alternative requirements of the operation; null if it has none.</param>
    /// <param name="options">The options for this request.</param>
    public ApiRequest(string method, SecurityRequirement[]? security, RequestOptions? options)
    {
        Method = new HttpMethod(method);
        Security = security;
        Options = options;
    }

    public HttpMethod Method { get; }

    public IReadOnlyList<SecurityRequirement>? Security { get; }

    public RequestOptions? Options { get; }

    /// <summary>The media types that the document declares for the response, if they are not the default.</summary>
    public string? Accept { get; set; }

    /// <summary>The server that the document declares only for this operation.</summary>
    public Uri? Server { get; set; }

    /// <summary>The number of times the request was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>The address without credentials, for messages.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>The path with the names of its parameters; null if no listener needs it.</summary>
    public string? Template => _template?.ToString();

    /// <summary>The credentials that were sent, which must not appear in exceptions.</summary>
    public SecretTexts Secrets { get; } = new();

    /// <summary>The version of each scheme's token: see <see cref="TokenSource"/>.</summary>
    public Dictionary<string, int> TokenVersions { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds literal text to the path.</summary>
    public void AddPath(string text)
    {
        _path.Append(text);
        _template?.Append(text);
    }

    /// <exception cref="ArgumentException">The value is empty, or is one or two dots, which would change the path (RFC 3986, 5.2.4).</exception>
    public void AddPathParameter(string name, ParameterValue value, ParameterStyle style = ParameterStyle.Simple, bool explode = false)
    {
        string? text = ParameterFormat.Write(name, value, style, explode, Uri.EscapeDataString);
        if (text is null or "" or "." or "..")
            throw new ArgumentException($"A path parameter must not be '{text}', which would change the path of the request.", name);

        _path.Append(text);
        _template?.Append('{').Append(name).Append('}');
    }

    public void AddQuery(string name, ParameterValue value, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false)
    {
        if (ParameterFormat.Write(name, value, style, explode, ParameterFormat.Query(allowReserved)) is { } text)
            (_query ??= new()).Append(_query.Length == 0 ? '?' : '&').Append(text);
    }

    /// <summary>Headers are not encoded.</summary>
    /// <exception cref="ArgumentException">The value contains a character that cannot be sent.</exception>
    public void AddHeader(string name, ParameterValue value, bool explode = false)
    {
        if (ParameterFormat.Write(name, value, ParameterStyle.Simple, explode, static text => text) is not { } present)
            return;

        HeaderText.Require(name, present);
        (_headers ??= new()).Add(new(name, present));
    }

    public void AddCookie(string name, ParameterValue value, bool explode = true)
    {
        if (ParameterFormat.Write(name, value, ParameterStyle.Cookie, explode, Uri.EscapeDataString) is { } text)
            (_cookies ??= new()).Append(_cookies.Length == 0 ? "" : "; ").Append(text);
    }

    /// <summary>Combines the path with a base address. It keeps the path and query of the base address, with or without a trailing slash.</summary>
    public Uri Address(Uri baseAddress)
    {
        string start = baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
        string path = _path.ToString();

        // A fragment, which some documents use to distinguish operations with one path, is never sent.
        if (path.IndexOf('#') is >= 0 and int fragment)
            path = path.Substring(0, fragment);

        string query = baseAddress.Query.Length <= 1 ? _query?.ToString() ?? "" : baseAddress.Query + (_query is null ? "" : "&" + _query.ToString(1, _query.Length - 1));

        // Some documents have fixed query parameters in the path.
        if (query.Length > 0 && path.IndexOf('?') >= 0)
            query = "&" + query.Substring(1);

        return new Uri(start + (path.StartsWith("/", StringComparison.Ordinal) ? path : "/" + path) + query);
    }

    /// <summary>Adds the headers of the client, of the request and of its options. Later ones override earlier ones with the same name.</summary>
    /// <exception cref="ArgumentException">A header of the options cannot be sent.</exception>
    public void CopyHeaders(HttpRequestMessage message, Dictionary<string, string> defaults)
    {
        foreach (KeyValuePair<string, string> header in defaults)
            Replace(header, message);
        if (_headers is not null)
        {
            foreach (KeyValuePair<string, string> header in _headers)
                HeadersFor(header.Key, message)?.Remove(header.Key);
            foreach (KeyValuePair<string, string> header in _headers)
                HeadersFor(header.Key, message)?.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (_cookies is not null)
            message.Headers.TryAddWithoutValidation("Cookie", _cookies.ToString());

        if (Options is not null)
        {
            foreach (KeyValuePair<string, string> header in Options.Headers)
            {
                HeaderText.Require(header.Key, header.Value);
                Replace(header, message);
            }
        }
    }

    private static void Replace(KeyValuePair<string, string> header, HttpRequestMessage message)
    {
        HttpHeaders? headers = HeadersFor(header.Key, message);
        headers?.Remove(header.Key);
        headers?.TryAddWithoutValidation(header.Key, header.Value);
    }

    /// <summary>The headers of the body, which .NET stores separately; null if there is no body.</summary>
    private static HttpHeaders? HeadersFor(string name, HttpRequestMessage message)
        => name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || name.ToUpperInvariant() is "ALLOW" or "EXPIRES" or "LAST-MODIFIED"
            ? message.Content?.Headers
            : message.Headers;
}
