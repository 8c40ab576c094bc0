namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Net;
using global::System.Net.Http;
using global::System.Net.Http.Headers;
using global::System.Text;
using global::System.Text.Json;

/// <content>The response.</content>
internal sealed partial class FakeCall
{
    private const string JsonType = "application/json";

    /// <summary>A response with a body.</summary>
    public static HttpResponseMessage Respond(int status, byte[] body, string? contentType) => Respond(status, new ByteArrayContent(body), contentType);

    public HttpResponseMessage Nothing() => Respond(Operation.Status, Array.Empty<byte>(), null);

    /// <param name="value">The result of the delegate.</param>
    /// <param name="write">Writes it.</param>
    public HttpResponseMessage WriteJson<T>(T value, JsonItemWriter<T> write) => RespondJson(FakeJson.Write(value is null ? throw NoResult() : value, write));

    /// <summary>A result that can be null.</summary>
    /// <inheritdoc cref="WriteJson{T}"/>
    public HttpResponseMessage WriteOptionalJson<T>(T? value, JsonItemWriter<T?> write) => RespondJson(FakeJson.Write(value, write));

    public HttpResponseMessage WriteText(string text) => Respond(Operation.Status, Encoding.UTF8.GetBytes(text ?? throw NoResult()), Operation.ContentType ?? "text/plain");

    /// <summary>The content of a file, with its own content type and name.</summary>
    public HttpResponseMessage WriteFile(FileContent file)
    {
        if (file is null)
            throw NoResult();

        HttpResponseMessage response = Respond(Operation.Status, new StreamContent(file.Stream), file.ContentType ?? Operation.ContentType ?? "application/octet-stream");
        if (file.FileName is { } name)
            response.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name };

        return response;
    }

    public HttpResponseMessage WriteItems<T>(IAsyncEnumerable<T> items, JsonItemWriter<T> write)
        => Respond(Operation.Status, new StreamContent(new FakeItems<T>(items ?? throw NoResult(), item => Item(FakeJson.Write(item, write)), Request.CancellationToken)), StreamType);

    public HttpResponseMessage WriteTexts(IAsyncEnumerable<string> items)
        => Respond(Operation.Status, new StreamContent(new FakeItems<string>(items ?? throw NoResult(), item => Item(Encoding.UTF8.GetBytes(item)), Request.CancellationToken)), StreamType);

    /// <summary>The sample of the document as JSON.</summary>
    public HttpResponseMessage SampleJson(string json) => RespondJson(Encoding.UTF8.GetBytes(json));

    /// <summary>The sample of the document as the only item of a stream.</summary>
    public HttpResponseMessage SampleItem(string item) => Respond(Operation.Status, Item(Encoding.UTF8.GetBytes(item)), StreamType);

    /// <summary>The document has no example, and no value could be made from its schema.</summary>
    public ApiFakeRefusedException NoSample() => Refuse("set its delegate, because no response could be made from the document");

    private string StreamType => Operation.ContentType ?? "text/event-stream";

    private static HttpResponseMessage Respond(int status, HttpContent content, string? contentType)
    {
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        return new HttpResponseMessage((HttpStatusCode)status) { Content = content };
    }

    /// <summary>A string in plain text has no quotes.</summary>
    private HttpResponseMessage RespondJson(byte[] json)
    {
        string type = Operation.ContentType ?? JsonType;
        bool isText = type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && type.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0 && json.Length > 0 && json[0] == '"';
        return Respond(Operation.Status, isText ? Encoding.UTF8.GetBytes(TextOf(json)) : json, type);
    }

    private static string TextOf(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.GetString()!;
    }

    /// <summary>An item in the format of the stream: an event (HTML Living Standard, 9.2), a record (RFC 7464) or a line.</summary>
    private byte[] Item(byte[] item)
    {
        string text = Encoding.UTF8.GetString(item);
        string type = StreamType;
        return Encoding.UTF8.GetBytes(
            type.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase) ? "data: " + text.Replace("\r\n", "\n").Replace("\n", "\ndata: ") + "\n\n"
            : type.IndexOf("json-seq", StringComparison.OrdinalIgnoreCase) >= 0 ? "\u001E" + text + "\n"
            : text + "\n");
    }

    private InvalidOperationException NoResult() => new($"The delegate of {Operation.Name} returned null, but the document declares content. For an error, throw an {nameof(ApiFakeErrorException)}.");
}
