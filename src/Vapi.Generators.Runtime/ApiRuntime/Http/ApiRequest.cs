namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Net.Http;
using global::System.Net.Http.Headers;
using global::System.Text;

/// <summary>A request before it has an address. The generated methods set its parts, and <see cref="ApiClient"/> sends it.</summary>
internal sealed partial class ApiRequest
{
    /// <summary>The headers that .NET treats as content headers, with any method.</summary>
    private static readonly HashSet<string> ContentHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Allow", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-MD5", "Content-Range", "Content-Type", "Expires", "Last-Modified",
    };

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
        if (Options?.PageRequest?.Keeps(name, value.Text) == false)
            return;
        if (ParameterFormat.Write(name, value, style, explode, ParameterFormat.Query(allowReserved)) is { } text)
            (_query ??= new()).Append(_query.Length == 0 ? '?' : '&').Append(text);
    }

    /// <summary>The whole query as one text: OpenAPI 3.2, <c>in: querystring</c>.</summary>
    public void SetQuery(ParameterValue value)
    {
        value.RequireFinite("query");
        if (value.Text is { } text)
            _query = new StringBuilder("?").Append(Uri.EscapeDataString(text));
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

    /// <summary>A cookie: percent-encoded in the form style, and unchanged (RFC 6265) in the cookie style.</summary>
    /// <exception cref="ArgumentException">The style is cookie, and the value has a character that a cookie cannot contain.</exception>
    public void AddCookie(string name, ParameterValue value, ParameterStyle style = ParameterStyle.Form, bool explode = true)
    {
        Func<string, string> encode = style == ParameterStyle.Cookie ? text => CookieText.Require(name, text) : Uri.EscapeDataString;
        if (ParameterFormat.Write(name, value, ParameterStyle.Cookie, explode, encode) is { } text)
            (_cookies ??= new()).Append(_cookies.Length == 0 ? "" : "; ").Append(text);
    }

    /// <summary>Combines the path with a base address. It keeps the path and query of the base address, with or without a trailing slash.</summary>
    public Uri Address(Uri baseAddress)
    {
        if (Options?.PageRequest?.PathAndQuery is { } page)
            return new Uri(baseAddress.GetLeftPart(UriPartial.Authority) + page);

        string start = baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
        string path = _path.ToString();

        // A fragment, which some documents use to distinguish operations with one path, is never sent.
        if (path.IndexOf('#') is >= 0 and int fragment)
            path = path.Substring(0, fragment);

        string own = _query?.ToString() ?? "";
        if (Options?.PageRequest is { } pageRequest)
            own = pageRequest.AppendTo(own);

        string query = baseAddress.Query.Length <= 1 ? own : baseAddress.Query + (own.Length == 0 ? "" : "&" + own.Substring(1));

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
        {
            // A default header that describes a body is only sent with a body.
            if (message.Content is not null || !ContentHeaders.Contains(header.Key))
                Replace(header, message);
        }

        if (_headers is not null)
        {
            foreach (KeyValuePair<string, string> header in _headers)
                HeadersFor(header.Key, message).Remove(header.Key);
            foreach (KeyValuePair<string, string> header in _headers)
                HeadersFor(header.Key, message).TryAddWithoutValidation(header.Key, header.Value);
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
        // If the content type is the body's own type, the body keeps its header, which has the boundary.
        if (message.Content?.Headers.ContentType?.MediaType is { } own && string.Equals(own, header.Value.Trim(), StringComparison.OrdinalIgnoreCase) && string.Equals(header.Key, "Content-Type", StringComparison.OrdinalIgnoreCase))
            return;

        HttpHeaders headers = HeadersFor(header.Key, message);
        headers.Remove(header.Key);
        headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    /// <summary>The headers of the body. .NET accepts them only with a body, so a request without a body gets an empty one.</summary>
    private static HttpHeaders HeadersFor(string name, HttpRequestMessage message)
        => ContentHeaders.Contains(name) ? (message.Content ??= new ByteArrayContent(Array.Empty<byte>())).Headers : message.Headers;
}
