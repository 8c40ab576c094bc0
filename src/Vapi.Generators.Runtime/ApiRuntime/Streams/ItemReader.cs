namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.IO;
using global::System.Net.Http;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Reads the items of a response as they arrive: the data of events, lines, or the single item of a response that is not a stream.</summary>
internal sealed class ItemReader
{
    /// <summary>The marker that many APIs send as the last item.</summary>
    private static ReadOnlySpan<byte> Done => "[DONE]"u8;

    private readonly HttpResponseMessage _response;

    private readonly ApiRequest _request;

    private readonly int _limit;

    private readonly EventReader? _events;

    private readonly LineReader? _lines;

    private bool _isWhole;

    /// <param name="response">The response.</param>
    /// <param name="stream">Its body.</param>
    /// <param name="request">The request of the response.</param>
    /// <param name="limit">The maximum number of bytes of an item.</param>
    public ItemReader(HttpResponseMessage response, Stream stream, ApiRequest request, int limit)
    {
        _response = response;
        _request = request;
        _limit = limit;
        switch (response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant())
        {
            case "text/event-stream":
                _events = new EventReader(stream, limit);
                break;
            case { } type when type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal) && type != "application/stream+json":
                _isWhole = true;
                break;
            default:
                _lines = new LineReader(stream, limit);
                break;
        }
    }

    /// <summary>Returns the next item; null at the end.</summary>
    /// <exception cref="ApiException">The API sent an error, or an item that is too long.</exception>
    /// <exception cref="ApiConnectionException">The connection broke.</exception>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            byte[]? item = await (_events is null ? ReadPlainAsync(cancellationToken) : ReadEventAsync(_events, cancellationToken)).ConfigureAwait(false);
            return item is null || item.AsSpan().SequenceEqual(Done) ? null : item;
        }
        catch (ResponseTooLongException exception)
        {
            throw new ApiException(new ApiFailure(_response, exception.Start, _request, isWhole: false), exception.Message, exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw new ApiConnectionException(_request, exception);
        }
    }

    private async ValueTask<byte[]?> ReadEventAsync(EventReader events, CancellationToken cancellationToken)
    {
        byte[]? data = await events.ReadAsync(cancellationToken).ConfigureAwait(false);
        return data is not null && events.Type == "error" ? throw new ApiException(new ApiFailure(_response, data, _request), "the stream contains an error event") : data;
    }

    private async ValueTask<byte[]?> ReadPlainAsync(CancellationToken cancellationToken)
    {
        if (_isWhole)
        {
            _isWhole = false;
            using ResponseBody body = await ResponseBody.ReadAsync(_response, _limit, cancellationToken).ConfigureAwait(false);
            return ApiResponse.ToUtf8(_response, body.Bytes).ToArray();
        }

        while (_lines is not null && await _lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0)
                return line.ToArray();
        }

        return null;
    }
}
