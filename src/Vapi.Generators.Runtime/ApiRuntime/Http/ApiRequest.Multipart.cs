namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Net.Http;
using global::System.Net.Http.Headers;
using global::System.Runtime.CompilerServices;
using global::System.Text;
using global::System.Text.Json;

/// <content>Multipart bodies (RFC 7578). OpenAPI 3.1, Encoding Object: a string is text/plain, base64 is application/octet-stream, an object is application/json, and each item of an array is a part.</content>
internal sealed partial class ApiRequest
{
    /// <summary>The encoding that .NET uses for the headers of a part: each character is one byte.</summary>
    internal static readonly Encoding Latin1 = Encoding.GetEncoding("iso-8859-1");

    private List<Func<HttpContent>>? _parts;

    public void SetMultipart(string contentType = "multipart/form-data")
    {
        string subtype = contentType.Split(';')[0].Split('/')[1].Trim();
        _parts = new();
        _content = () =>
        {
            var content = new MultipartContent(subtype);
            foreach (Func<HttpContent> part in _parts)
                content.Add(part());

            return content;
        };
    }

    public void AddPart(string name, string? value, string contentType = "text/plain")
    {
        if (value is null)
            return;

        AddPart(Bytes(Encoding.UTF8.GetBytes(value), Utf8(contentType)), name);
    }

    /// <summary>Adds the items of an array as one string: OpenAPI 3.1, Encoding Object, <c>explode</c>.</summary>
    public void AddPart<T>(string name, T? value, JsonItemWriter<T> write, string separator, string contentType = "text/plain")
    {
        if (value is not null)
            AddPart(name, string.Join(separator, ParameterValue.Json(Json.ToElement(value, write, name)).Items!), contentType);
    }

    /// <summary>Adds a value whose JSON determines whether it is a string, an object, or items of these.</summary>
    public void AddJsonPart<T>(string name, T? value, JsonItemWriter<T> write, string? contentType = null)
    {
        if (value is not null)
            AddJsonPart(name, Json.ToElement(value, write, name), contentType);
    }

    /// <summary>Adds the members of a value whose JSON is an object.</summary>
    /// <exception cref="ArgumentException">The JSON is not an object.</exception>
    public void AddParts<T>(T body, JsonItemWriter<T> write)
    {
        foreach (JsonProperty member in Fields(body, write))
            AddJsonPart(member.Name, member.Value, null);
    }

    /// <summary>Adds the properties that are not in the document.</summary>
    public void AddParts(IEnumerable<KeyValuePair<string, JsonElement>>? parts)
    {
        var kept = parts as KeptProperties;
        foreach (KeyValuePair<string, JsonElement> part in parts ?? Array.Empty<KeyValuePair<string, JsonElement>>())
        {
            if (kept?.Typed?.FindFile(part.Key, part.Value) is { } file)
                AddFile(part.Key, file);
            else
                AddJsonPart(part.Key, kept?.ToElement(part) ?? part.Value, null);
        }
    }

    public void AddFile(string name, FileContent? file, string contentType = "application/octet-stream")
    {
        if (file is null)
            return;

        AddPart(Open(file, contentType), name, file.FileName ?? "file");
    }

    public void AddFiles(string name, IReadOnlyList<FileContent>? files, string contentType = "application/octet-stream")
    {
        foreach (FileContent file in files ?? Array.Empty<FileContent>())
            AddFile(name, file, contentType);
    }

    /// <summary>Sends items as parts without names, in their order (OpenAPI 3.2, 4.14.5 "Encoding multipart Media Types").</summary>
    public void SetParts<T>(IReadOnlyList<T>? body, string contentType, JsonItemWriter<T> write, string? partType = null)
    {
        if (body is null)
            return;

        SetMultipart(contentType);
        foreach (T item in body)
        {
            if (item is FileContent file)
                (_streams ??= new()).Add(StartOf(file));
            _parts!.Add(PartOf(item, write, partType));
        }
    }

    /// <summary>Sends items as parts without names, each as soon as the caller provides it. They can be read only once, so the request is not retried.</summary>
    public void SetParts<T>(IAsyncEnumerable<T>? body, string contentType, JsonItemWriter<T> write, string? partType = null)
    {
        if (body is null)
            return;

        _isReadOnce = true;
        _content = () => new PartsBody<T>(body, item => PartOf(item, write, partType)(), contentType);
    }

    private static Func<HttpContent> PartOf<T>(T item, JsonItemWriter<T> write, string? contentType)
    {
        if (item is not FileContent file)
            return PartOf(Json.ToElement(item, write, "body"), contentType);

        MediaTypeHeaderValue type = TypeOf(file, contentType ?? "application/octet-stream");
        return () =>
        {
            var part = new FileBody(file.Stream) { Headers = { ContentType = type } };
            if (file.FileName is { } name)
                part.Headers.TryAddWithoutValidation("Content-Disposition", Latin1.GetString(Encoding.UTF8.GetBytes("attachment; filename=" + Quote(name))));
            return part;
        };
    }

    private void AddJsonPart(string name, JsonElement value, string? contentType)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value.ValueKind == JsonValueKind.Array && !IsJson(contentType))
        {
            foreach (JsonElement item in value.EnumerateArray())
                AddJsonPart(name, item, contentType);
        }
        else if (IsJson(contentType) || value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            AddPart(PartOf(value, contentType), name);
    }

    /// <summary>Text, or JSON if the content type or the value is.</summary>
    private static Func<HttpContent> PartOf(JsonElement value, string? contentType)
        => IsJson(contentType) || value.ValueKind is JsonValueKind.Object or JsonValueKind.Array || ParameterValue.TextOf(value) is not { } text
            ? Bytes(Encoding.UTF8.GetBytes(value.GetRawText()), MediaTypeHeaderValue.Parse(contentType ?? "application/json"))
            : Bytes(Encoding.UTF8.GetBytes(text), Utf8(contentType ?? "text/plain"));

    private static bool IsJson(string? contentType) => contentType is not null && contentType.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>RFC 7578, 4.2 and 5.1: names are plain UTF-8. .NET would write them as RFC 2047 words, which receivers do not decode.</summary>
    private void AddPart(Func<HttpContent> create, string name, string? fileName = null)
    {
        string disposition = "form-data; name=" + Quote(name) + (fileName is null ? "" : "; filename=" + Quote(fileName));
        string bytes = Latin1.GetString(Encoding.UTF8.GetBytes(disposition));
        Dictionary<string, string>? headers = Options?.PartHeaders.TryGetValue(name, out Dictionary<string, string>? own) == true ? own : null;
        foreach (KeyValuePair<string, string> header in headers ?? new())
            RequirePartHeader(header);
        _parts!.Add(() =>
        {
            HttpContent part = create();
            part.Headers.TryAddWithoutValidation("Content-Disposition", bytes);
            foreach (KeyValuePair<string, string> header in headers ?? new())
            {
                part.Headers.Remove(header.Key);
                part.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            return part;
        });
    }

    /// <exception cref="ArgumentException">The header cannot be sent, or is not allowed in a part (RFC 7578, 4.8).</exception>
    private static void RequirePartHeader(KeyValuePair<string, string> header)
    {
        HeaderText.Require(header.Key, header.Value);
        using var probe = new ByteArrayContent(Array.Empty<byte>());
        if (!probe.Headers.TryAddWithoutValidation(header.Key, header.Value))
            throw new ArgumentException($"'{header.Key}' cannot be the header of a part.", header.Key);
    }

    private static string Quote(string text) => "\"" + text.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A") + "\"";
}
