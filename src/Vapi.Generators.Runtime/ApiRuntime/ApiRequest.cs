namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.IO;
using global::System.Net.Http;
using global::System.Net.Http.Headers;
using global::System.Text;
using global::System.Text.Json;

/// <summary>A request before it has an address: the generated methods fill it, <see cref="ApiClient"/> sends it.</summary>
internal sealed class ApiRequest
{
    private readonly StringBuilder _path = new();

    private readonly StringBuilder _query = new();

    private readonly List<KeyValuePair<string, string>> _headers = new();

    private readonly StringBuilder _cookies = new();

    /// <summary>Makes the body anew for each attempt: .NET Framework disposes what was sent.</summary>
    private Func<HttpContent>? _content;

    private List<Action<MultipartFormDataContent>>? _parts;

    private List<(Stream Stream, long Start)>? _streams;

    public ApiRequest(string method, bool sendsCredentials, RequestOptions? options)
    {
        Method = new HttpMethod(method);
        SendsCredentials = sendsCredentials;
        Options = options;
    }

    public HttpMethod Method { get; }

    public bool SendsCredentials { get; }

    public RequestOptions? Options { get; }

    /// <summary>How many times it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>The address before a key is added to it, for messages.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>A part of the path that is sent as it is.</summary>
    public void AddPath(string text) => _path.Append(text);

    /// <exception cref="ArgumentException">The value is empty, or a dot or two, which are a step in the path to everything on the way (RFC 3986, 5.2.4): the path would be another one.</exception>
    public void AddPathParameter(string name, string? value)
    {
        if (value is null or "" or "." or "..")
            throw new ArgumentException($"A path parameter must not be '{value}': the request would go elsewhere.", name);

        _path.Append(Uri.EscapeDataString(value));
    }

    public void AddQuery(string name, string? value)
    {
        if (value is not null)
            _query.Append(_query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
    }

    /// <summary>OpenAPI's style form.</summary>
    public void AddQuery(string name, IReadOnlyList<string>? values, bool explode)
    {
        if (values is null || values.Count == 0)
            return;

        if (explode)
        {
            foreach (string value in values)
                AddQuery(name, value);
        }
        else
        {
            AddQuery(name, values[0]);
            for (int i = 1; i < values.Count; i++)
                _query.Append(',').Append(Uri.EscapeDataString(values[i]));
        }
    }

    public void AddHeader(string name, string? value)
    {
        if (value is not null)
            _headers.Add(new(name, value));
    }

    /// <summary>OpenAPI's style simple.</summary>
    public void AddHeader(string name, IReadOnlyList<string>? values, bool explode)
    {
        if (values is { Count: > 0 })
            AddHeader(name, string.Join(",", values));
    }

    public void AddCookie(string name, string? value)
    {
        if (value is not null)
            _cookies.Append(_cookies.Length == 0 ? "" : "; ").Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }

    public void AddCookie(string name, IReadOnlyList<string>? values, bool explode)
    {
        if (values is { Count: > 0 })
            AddCookie(name, string.Join(",", values));
    }

    public void SetJson<T>(T body, string contentType, JsonItemWriter<T> write) => SetJson(Json.ToUtf8(body, write), contentType);

    /// <summary>A JSON object with one property set to true, whatever the body says: it asks for a stream.</summary>
    public void SetStreamedJson<T>(T body, string contentType, JsonItemWriter<T> write, string property)
    {
        MemoryStream utf8 = Json.ToUtf8(body, write);
        using JsonDocument document = JsonDocument.Parse(new ReadOnlyMemory<byte>(utf8.GetBuffer(), 0, (int)utf8.Length), new JsonDocumentOptions { MaxDepth = 1000 });
        MemoryStream streamed = Json.ToUtf8(document.RootElement, (writer, element) =>
        {
            writer.WriteStartObject();
            foreach (JsonProperty own in element.EnumerateObject())
            {
                if (own.Name != property)
                    own.WriteTo(writer);
            }

            writer.WriteBoolean(property, true);
            writer.WriteEndObject();
        });
        SetJson(streamed, contentType);
    }

    public void SetText(string? body, string contentType)
    {
        if (body is null)
            return;

        byte[] utf8 = Encoding.UTF8.GetBytes(body);
        var type = new MediaTypeHeaderValue(MediaTypeHeaderValue.Parse(contentType).MediaType!) { CharSet = "utf-8" };
        _content = () => new ByteArrayContent(utf8) { Headers = { ContentType = type } };
    }

    public void SetFile(FileContent? body, string contentType)
    {
        if (body is not null)
            _content = Open(body, contentType.IndexOf('*') >= 0 ? "application/octet-stream" : contentType);
    }

    public void SetMultipart()
    {
        _parts = new();
        _content = () =>
        {
            var content = new MultipartFormDataContent();
            foreach (Action<MultipartFormDataContent> add in _parts)
                add(content);

            return content;
        };
    }

    public void AddPart(string name, string? value)
    {
        if (value is not null)
            _parts!.Add(content => content.Add(new StringContent(value), Quote(name)));
    }

    public void AddFile(string name, FileContent? file)
    {
        if (file is null)
            return;

        Func<HttpContent> open = Open(file, "application/octet-stream");
        _parts!.Add(content => content.Add(open(), Quote(name), Quote(file.FileName ?? "file")));
    }

    public void AddFiles(string name, IReadOnlyList<FileContent>? files)
    {
        foreach (FileContent file in files ?? Array.Empty<FileContent>())
            AddFile(name, file);
    }

    /// <summary>The body as it is sent; null when there is none.</summary>
    public HttpContent? CreateContent() => _content?.Invoke();

    /// <summary>Gets ready to be sent once more. False when a stream of the body was read and cannot be read again.</summary>
    public bool TryRewind()
    {
        foreach ((Stream stream, long start) in _streams ?? new())
        {
            if (!stream.CanSeek)
                return false;

            stream.Position = start;
        }

        return true;
    }

    /// <summary>Adds the credential in its place.</summary>
    public void AddCredential(ApiCredential credential, string key)
    {
        switch (credential.Place)
        {
            case ApiCredentialPlace.Query:
                AddQuery(credential.Name, key);
                break;
            case ApiCredentialPlace.Cookie:
                AddCookie(credential.Name, key);
                break;
            default:
                AddHeader(credential.Name, credential.Prefix + key);
                break;
        }
    }

    /// <summary>The address under a base address, whose own path and missing or present last slash are kept in mind.</summary>
    public Uri Address(Uri baseAddress)
    {
        string start = baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
        string path = _path.ToString();
        return new Uri(start + (path.StartsWith("/", StringComparison.Ordinal) ? path : "/" + path) + _query);
    }

    /// <summary>The headers, in the order in which they were added; those of the options last.</summary>
    public void CopyHeaders(HttpRequestMessage message)
    {
        foreach (KeyValuePair<string, string> header in _headers)
            HeadersFor(header.Key, message)?.TryAddWithoutValidation(header.Key, header.Value);

        if (_cookies.Length > 0)
            message.Headers.TryAddWithoutValidation("Cookie", _cookies.ToString());

        foreach (KeyValuePair<string, string> header in Options?.Headers ?? new Dictionary<string, string>())
        {
            HttpHeaders? headers = HeadersFor(header.Key, message);
            headers?.Remove(header.Key);
            headers?.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    /// <summary>.NET keeps the headers that describe a body with the body; null when there is none to describe.</summary>
    private static HttpHeaders? HeadersFor(string name, HttpRequestMessage message)
        => name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || name.ToUpperInvariant() is "ALLOW" or "EXPIRES" or "LAST-MODIFIED"
            ? message.Content?.Headers
            : message.Headers;

    private void SetJson(MemoryStream utf8, string contentType)
    {
        MediaTypeHeaderValue type = MediaTypeHeaderValue.Parse(contentType == "*/*" ? "application/json" : contentType);
        _content = () => new ByteArrayContent(utf8.GetBuffer(), 0, (int)utf8.Length) { Headers = { ContentType = type } };
    }

    private Func<HttpContent> Open(FileContent file, string contentType)
    {
        (_streams ??= new()).Add((file.Stream, file.Stream.CanSeek ? file.Stream.Position : 0));
        MediaTypeHeaderValue type = MediaTypeHeaderValue.Parse(file.ContentType ?? contentType);
        return () => new StreamContent(file.Stream) { Headers = { ContentType = type } };
    }

    private static string Quote(string text) => "\"" + text.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A") + "\"";
}
