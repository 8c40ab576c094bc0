namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Buffers;
using global::System.IO;
using global::System.Net.Http;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>The body of an answer in a buffer that is lent: what is read from it must not keep it.</summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>The longest body of a failure that is kept, in bytes.</summary>
    public const int MaxFailure = 1 << 20;

    private const int FirstSize = 16 * 1024;

    /// <summary>What an answer may claim about its length before it has sent as much.</summary>
    private const int LargestFirstSize = 1 << 20;

    private byte[] _buffer;

    private int _length;

    private ResponseBody(byte[] buffer) => _buffer = buffer;

    public ReadOnlySpan<byte> Bytes => new(_buffer, 0, _length);

    /// <summary>What ended the body of a failure before its end; null when nothing did.</summary>
    public Exception? Break { get; private set; }

    /// <summary>Reads all of it.</summary>
    public static Task<ResponseBody> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) => ReadAsync(response, int.MaxValue, isFailure: false, cancellationToken);

    /// <summary>Reads as much as is kept of a failure, also when the connection breaks: its status is what counts.</summary>
    public static Task<ResponseBody> ReadFailureAsync(HttpResponseMessage response, CancellationToken cancellationToken) => ReadAsync(response, MaxFailure, isFailure: true, cancellationToken);

    private static async Task<ResponseBody> ReadAsync(HttpResponseMessage response, int limit, bool isFailure, CancellationToken cancellationToken)
    {
        // One more byte than there are shows the end without another buffer.
        long expected = response.Content.Headers.ContentLength + 1 ?? FirstSize;
        var body = new ResponseBody(ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Min(expected, limit), LargestFirstSize)));
        try
        {
#if NET
            using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            while (body._length < limit)
            {
                if (body._length == body._buffer.Length)
                    body.Grow();

                int count = await StreamReading.ReadAsync(stream, body._buffer, body._length, Math.Min(body._buffer.Length, limit) - body._length, cancellationToken).ConfigureAwait(false);
                if (count == 0)
                    break;

                body._length += count;
            }

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

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(_buffer.Length * 2));
        Array.Copy(_buffer, larger, _length);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
