namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Buffers;
using global::System.IO;
using global::System.Net.Http;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>A response body in a pooled buffer. Callers must not keep references to the buffer.</summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>The maximum length of an error body in bytes.</summary>
    public const int MaxFailure = 1 << 20;

    private const int FirstSize = 16 * 1024;

    /// <summary>The maximum initial size of the buffer, regardless of the length that the response claims.</summary>
    private const int LargestFirstSize = 1 << 20;

    private byte[] _buffer;

    private int _length;

    private ResponseBody(byte[] buffer) => _buffer = buffer;

    public ReadOnlySpan<byte> Bytes => new(_buffer, 0, _length);

    /// <summary>The exception that interrupted reading an error body; null if it is complete.</summary>
    public Exception? Break { get; private set; }

    /// <summary>Reads the whole body.</summary>
    /// <exception cref="ResponseTooLongException">The body is longer than the limit.</exception>
    public static Task<ResponseBody> ReadAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken) => ReadAsync(response, limit, isFailure: false, cancellationToken);

    /// <summary>Reads an error body up to its limit. A broken connection is not an error, because the status is more important.</summary>
    public static Task<ResponseBody> ReadFailureAsync(HttpResponseMessage response, CancellationToken cancellationToken) => ReadAsync(response, MaxFailure, isFailure: true, cancellationToken);

    private static async Task<ResponseBody> ReadAsync(HttpResponseMessage response, int limit, bool isFailure, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > limit && !isFailure)
            throw TooLong(limit, default);

        // One extra byte detects the end without another buffer.
        long expected = Math.Min(response.Content.Headers.ContentLength ?? FirstSize - 1, limit) + 1;
        var body = new ResponseBody(ArrayPool<byte>.Shared.Rent((int)Math.Min(expected, LargestFirstSize)));
        try
        {
#if NET
            using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            while (body._length < limit || !isFailure)
            {
                if (body._length == body._buffer.Length)
                    body.Grow(limit);

                int count = await StreamReading.ReadAsync(stream, body._buffer, body._length, body._buffer.Length - body._length, cancellationToken).ConfigureAwait(false);
                if (count == 0)
                    break;

                body._length += count;
                if (body._length > limit && !isFailure)
                    throw TooLong(limit, body.Bytes);
            }

            body._length = Math.Min(body._length, limit);
            return body;
        }
        catch (Exception exception) when (isFailure && exception is IOException or HttpRequestException)
        {
            body.Break = exception;
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = Array.Empty<byte>();
        _length = 0;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private static ResponseTooLongException TooLong(int limit, ReadOnlySpan<byte> bytes) => new("its body", limit, bytes);

    /// <summary>Doubles the buffer, up to the limit plus one byte.</summary>
    private void Grow(int limit)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, limit + 1L));
        Array.Copy(_buffer, larger, _length);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
