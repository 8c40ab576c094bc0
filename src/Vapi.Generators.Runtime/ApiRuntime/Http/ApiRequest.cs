namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Net.Http;
using global::System.Net.Http.Headers;
using global::System.Text;

/// <summary>A request before it has an address: the generated methods fill it, <see cref="ApiClient"/> sends it.</summary>
internal sealed partial class ApiRequest
{
    private readonly StringBuilder _path = new();

    private readonly StringBuilder? _template = RequestTrace.IsListenedTo ? new() : null;

    private StringBuilder? _query;

    private List<KeyValuePair<string, string>>? _headers;

    private StringBuilder? _cookies;

    /// <param name="method">GET, POST, …</param>
    /// <param name="security">What the operation asks for, one of them; null when it asks for nothing.</param>
    /// <param name="options">What differs for this request.</param>
    public ApiRequest(string method, SecurityRequirement[]? security, RequestOptions? options)
    {
        Method = new HttpMethod(method);
        Security = security;
        Options = options;
    }

    public HttpMethod Method { get; }

    public IReadOnlyList<SecurityRequirement>? Security { get; }

    public RequestOptions? Options { get; }

    /// <summary>The media types that the document names for the answer, where they are not those of its kind.</summary>
    public string? Accept { get; set; }

    /// <summary>The server that the document names for this operation only.</summary>
    public Uri? Server { get; set; }

    /// <summary>How many times it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>The address before a key is added to it, for messages.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>The path with the names of its parameters; null when nobody listens.</summary>
    public string? Template => _template?.ToString();

    /// <summary>The credentials that were sent, which no exception may show.</summary>
    public SecretTexts Secrets { get; } = new();

    /// <summary>When the token of each scheme was asked for: see <see cref="TokenSource"/>.</summary>
    public Dictionary<string, int> TokenVersions { get; } = new(StringComparer.Ordinal);

    /// <summary>A part of the path that is sent as it is.</summary>
    public void AddPath(string text)
    {
        _path.Append(text);
        _template?.Append(text);
    }

    /// <exception cref="ArgumentException">The value is empty, or a dot or two, which are a step in the path to everything on the way (RFC 3986, 5.2.4): the path would be another one.</exception>
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
    /// <exception cref="ArgumentException">The value has a character that cannot be sent.</exception>
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

    /// <summary>The address under a base address, whose own path, missing or present last slash, and query are kept in mind.</summary>
    public Uri Address(Uri baseAddress)
    {
        string start = baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
        string path = _path.ToString();

        // A fragment, by which some documents tell operations of one path apart, is never sent.
        if (path.IndexOf('#') is >= 0 and int fragment)
            path = path.Substring(0, fragment);

        string query = baseAddress.Query.Length <= 1 ? _query?.ToString() ?? "" : baseAddress.Query + (_query is null ? "" : "&" + _query.ToString(1, _query.Length - 1));

        // Some documents have fixed parameters in the path.
        if (query.Length > 0 && path.IndexOf('?') >= 0)
            query = "&" + query.Substring(1);

        return new Uri(start + (path.StartsWith("/", StringComparison.Ordinal) ? path : "/" + path) + query);
    }

    /// <summary>The headers: those of the client, of the request, and of its options, of which a later one replaces an earlier one of the same name.</summary>
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

    /// <summary>.NET keeps the headers that describe a body with the body; null when there is none to describe.</summary>
    private static HttpHeaders? HeadersFor(string name, HttpRequestMessage message)
        => name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || name.ToUpperInvariant() is "ALLOW" or "EXPIRES" or "LAST-MODIFIED"
            ? message.Content?.Headers
            : message.Headers;
}
