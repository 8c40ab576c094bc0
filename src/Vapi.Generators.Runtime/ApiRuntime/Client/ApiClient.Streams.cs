namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Net.Http;
using global::System.Runtime.CompilerServices;
using global::System.Text;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <content>Streamed responses.</content>
internal sealed partial class ApiClient
{
    private const string Streams = "text/event-stream, application/x-ndjson, application/json;q=0.5";

    public Task<ApiStream> SendForStreamAsync(ApiRequest request, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => SendForStreamAsync(request, "*/*", error, cancellationToken);

    /// <summary>Returns the items of a streamed response as they arrive. Disposing the enumerator closes the connection.</summary>
    public IAsyncEnumerable<T> StreamAsync<T>(ApiRequest request, JsonItemReader<T> read, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => StreamAsync(request, error, (item, response) => Parse(item, read, "an item of the stream", response, request), cancellationToken);

    /// <inheritdoc cref="StreamAsync{T}(ApiRequest, JsonItemReader{T}, Func{ApiFailure, ApiException}, CancellationToken)"/>
    public IAsyncEnumerable<string> StreamTextAsync(ApiRequest request, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => StreamAsync(request, error, static (item, _) => Encoding.UTF8.GetString(item), cancellationToken);

    private async IAsyncEnumerable<T> StreamAsync<T>(
        ApiRequest request, Func<ApiFailure, ApiException?>? error, Func<byte[], HttpResponseMessage, T> parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using ApiStream? stream = await SendForStreamAsync(request, Streams, error, cancellationToken).ConfigureAwait(false);
        if (stream is null)
            yield break;

        var items = new ItemReader(stream.Response, stream.Stream, request, _maxResponseBytes);
        while (await items.ReadAsync(cancellationToken).ConfigureAwait(false) is { } item)
            yield return parse(item, stream.Response);
    }

    /// <summary>The timeout only applies until the headers arrive, because the caller controls the time of a download.</summary>
    private Task<ApiStream> SendForStreamAsync(ApiRequest request, string accept, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => SendAsync(request, accept, error, cancellationToken, keepsResponse: true, read: async (response, _) =>
        {
#if NET
            return new ApiStream(response, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
#else
            return new ApiStream(response, await response.Content.ReadAsStreamAsync().ConfigureAwait(false));
#endif
        });
}
