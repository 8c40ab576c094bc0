namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.IO;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Reads streams with cancellation on all frameworks, and reports all failures as connection failures.</summary>
internal static class StreamReading
{
    /// <exception cref="IOException">The connection broke, or the data cannot be decompressed. The decompression methods throw different exceptions, which are wrapped.</exception>
    public static async ValueTask<int> ReadAsync(Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadPlainAsync(stream, buffer, offset, count, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException and not ObjectDisposedException)
        {
            throw new IOException(exception.Message, exception);
        }
    }

#if NET
    private static ValueTask<int> ReadPlainAsync(Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) => stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
#else
    /// <summary>On .NET Framework, a network stream checks the token only before it waits. Disposing the stream ends the wait.</summary>
    private static async ValueTask<int> ReadPlainAsync(Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        using (cancellationToken.Register(static state => ((Stream)state!).Dispose(), stream))
        {
            try
            {
                return await stream.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is not OperationCanceledException)
            {
                throw new OperationCanceledException(exception.Message, exception, cancellationToken);
            }
        }
    }
#endif
}
