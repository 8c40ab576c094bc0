namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.IO;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Reading that can be cancelled everywhere, and of which a failure is one of the connection.</summary>
internal static class StreamReading
{
    /// <exception cref="IOException">The connection broke, or what came cannot be decompressed: a handler that does has exceptions of its own, for each method another.</exception>
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
    /// <summary>On .NET Framework a stream of the network looks at its token before it waits, and not again: disposing it ends the wait.</summary>
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
