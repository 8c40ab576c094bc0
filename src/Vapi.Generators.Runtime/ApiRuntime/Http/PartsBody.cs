namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.IO;
using global::System.Net.Http;
using global::System.Net.Http.Headers;
using global::System.Text;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Items as the parts of a multipart body (RFC 2046, 5.1). Each part, with the delimiter that ends it, is sent as soon as its item is available.</summary>
internal sealed class PartsBody<T> : StreamedBody
{
    private readonly IAsyncEnumerable<T> _items;

    private readonly Func<T, HttpContent> _create;

    private readonly string _boundary = Guid.NewGuid().ToString("N");

    public PartsBody(IAsyncEnumerable<T> items, Func<T, HttpContent> create, string contentType)
    {
        _items = items;
        _create = create;
        Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        Headers.ContentType.Parameters.Add(new NameValueHeaderValue("boundary", _boundary));
    }

    protected override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        string delimiter = "--" + _boundary;
        await WriteAsync(stream, delimiter, cancellationToken).ConfigureAwait(false);
        await foreach (T item in _items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            using HttpContent part = _create(item);
            await WriteAsync(stream, HeadersOf(part), cancellationToken).ConfigureAwait(false);
#if NET
            await part.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
#else
            await part.CopyToAsync(stream).ConfigureAwait(false);
#endif
            await WriteAsync(stream, "\r\n" + delimiter, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        await WriteAsync(stream, "--\r\n", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The end of the delimiter, the headers and the empty line after them.</summary>
    private static string HeadersOf(HttpContent part)
    {
        var text = new StringBuilder("\r\n");
        foreach (KeyValuePair<string, IEnumerable<string>> header in part.Headers)
            text.Append(header.Key).Append(": ").Append(string.Join(", ", header.Value)).Append("\r\n");

        return text.Append("\r\n").ToString();
    }

    private static Task WriteAsync(Stream stream, string text, CancellationToken cancellationToken)
    {
        byte[] bytes = ApiRequest.Latin1.GetBytes(text);
        return stream.WriteAsync(bytes, 0, bytes.Length, cancellationToken);
    }
}
