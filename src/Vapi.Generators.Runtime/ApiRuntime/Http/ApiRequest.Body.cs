namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.IO;
using global::System.Net.Http;
using global::System.Net.Http.Headers;
using global::System.Text;
using global::System.Text.Json;

/// <content>The body.</content>
internal sealed partial class ApiRequest
{
    /// <summary>Creates the body for each attempt, because .NET Framework disposes it after sending.</summary>
    private Func<HttpContent>? _content;

    private List<(Stream Stream, long Start)>? _streams;

    private bool _isReadOnce;

    /// <summary>The body to send; null if there is none. Methods that must not be retried have an empty body, because .NET resends a request without a body if its connection is closed.</summary>
    public HttpContent? CreateContent() => _content is not null ? _content() : RetryPolicy.IsIdempotent(Method) ? null : new ByteArrayContent(Array.Empty<byte>());

    /// <summary>Whether the caller's Content-Type header selects this content type for the body.</summary>
    public bool IsSentAs(string contentType) => Options?.Headers.TryGetValue("Content-Type", out string? chosen) == true && string.Equals(Essence(chosen!), Essence(contentType), StringComparison.OrdinalIgnoreCase);

    /// <summary>Prepares the request for another attempt. Returns false if a stream of the body was read and cannot be read again.</summary>
    public bool TryRewind()
    {
        if (_isReadOnce)
            return false;

        foreach ((Stream stream, long start) in _streams ?? new())
        {
            if (!stream.CanSeek)
                return false;

            stream.Position = start;
        }

        return true;
    }

    public void SetJson<T>(T body, string contentType, JsonItemWriter<T> write) => SetJson(Json.ToUtf8(body, write, nameof(body)), contentType);

    /// <summary>Sets a JSON body and its property that requests a stream to true.</summary>
    public void SetStreamedJson<T>(T body, string contentType, JsonItemWriter<T> write, string property)
        => SetJson(Json.ToUtf8(Json.ToElement(body, write, nameof(body)), (writer, element) =>
        {
            writer.WriteStartObject();
            foreach (JsonProperty own in element.EnumerateObject())
            {
                if (own.Name != property)
                    own.WriteTo(writer);
            }

            writer.WriteBoolean(property, true);
            writer.WriteEndObject();
        }), contentType);

    public void SetText(string? body, string contentType)
    {
        if (body is not null)
            _content = Bytes(Encoding.UTF8.GetBytes(body), Utf8(contentType));
    }

    /// <summary>Sends items as the caller provides them, each as a JSON line or as a record (RFC 7464). They can be read only once, so the request is not retried.</summary>
    public void SetLines<T>(IAsyncEnumerable<T>? body, string contentType, JsonItemWriter<T> write)
    {
        if (body is null)
            return;

        MediaTypeHeaderValue type = MediaTypeHeaderValue.Parse(contentType);
        bool isSequence = type.MediaType!.EndsWith("json-seq", StringComparison.OrdinalIgnoreCase);
        _isReadOnce = true;
        _content = () => new LinesBody<T>(body, write, isSequence) { Headers = { ContentType = type } };
    }

    public void SetFile(FileContent? body, string contentType)
    {
        if (body is not null)
            _content = Open(body, contentType.IndexOf('*') >= 0 ? "application/octet-stream" : contentType);
    }

    /// <summary>A form (WHATWG, application/x-www-form-urlencoded): each member of a JSON object is a field.</summary>
    /// <param name="body">A value whose JSON is an object.</param>
    /// <param name="contentType">The content type in the document.</param>
    /// <param name="write">Writes the body as JSON.</param>
    /// <param name="encodings">The fields that do not use OpenAPI's default encoding (items of arrays as fields with the same name, objects as JSON).</param>
    /// <exception cref="ArgumentException">The body is not a JSON object.</exception>
    public void SetForm<T>(T? body, string contentType, JsonItemWriter<T> write, params FieldEncoding[] encodings)
    {
        if (body is null)
            return;

        var form = new StringBuilder();
        foreach (JsonProperty field in Fields(body, write))
        {
            FieldEncoding encoding = Array.Find(encodings, e => e.Name == field.Name) ?? FieldEncoding.Default(field.Value);
            if (encoding.Write(field.Name, field.Value) is { } text)
                form.Append(form.Length == 0 ? "" : "&").Append(text);
        }

        _content = Bytes(Encoding.UTF8.GetBytes(form.ToString()), MediaTypeHeaderValue.Parse(contentType));
    }

    private static JsonElement.ObjectEnumerator Fields<T>(T body, JsonItemWriter<T> write)
    {
        JsonElement json = Json.ToElement(body, write, nameof(body));
        return json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : throw new ArgumentException($"The body of a form must be a JSON object, but is a JSON {json.ValueKind}.", nameof(body));
    }

    private void SetJson(MemoryStream utf8, string contentType)
    {
        MediaTypeHeaderValue type = MediaTypeHeaderValue.Parse(contentType.IndexOf('*') >= 0 ? "application/json" : contentType);
        Keep(utf8, contentType);
        _content = () => new ByteArrayContent(utf8.GetBuffer(), 0, (int)utf8.Length) { Headers = { ContentType = type } };
    }

    /// <summary>Implemented if the code has the schemas of the document.</summary>
    partial void Keep(MemoryStream utf8, string contentType);

    /// <summary>A content type without its parameters.</summary>
    public static string Essence(string contentType) => contentType.Split(';')[0].Trim();

    private static Func<HttpContent> Bytes(byte[] bytes, MediaTypeHeaderValue type) => () => new ByteArrayContent(bytes) { Headers = { ContentType = type } };

    /// <summary>Content of the type application/octet-stream has no charset.</summary>
    private static MediaTypeHeaderValue Utf8(string contentType)
    {
        string type = contentType.IndexOf('*') >= 0 ? "text/plain" : MediaTypeHeaderValue.Parse(contentType).MediaType!;
        return new MediaTypeHeaderValue(type) { CharSet = type == "application/octet-stream" ? null : "utf-8" };
    }

    private Func<HttpContent> Open(FileContent file, string contentType)
    {
        (_streams ??= new()).Add(StartOf(file));
        MediaTypeHeaderValue type = TypeOf(file, contentType);
        return () => new FileBody(file.Stream) { Headers = { ContentType = type } };
    }

    private static (Stream Stream, long Start) StartOf(FileContent file) => (file.Stream, file.Stream.CanSeek ? file.Stream.Position : 0);

    private static MediaTypeHeaderValue TypeOf(FileContent file, string contentType) => MediaTypeHeaderValue.Parse(file.ContentType ?? contentType);
}
