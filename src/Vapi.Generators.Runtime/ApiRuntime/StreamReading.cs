namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.IO;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Reading that can be cancelled everywhere.</summary>
internal static class StreamReading
{
#if NET
    public static ValueTask<int> ReadAsync(Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) => stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
#else
    /// <summary>On .NET Framework a stream of the network looks at its token before it waits, and not again: disposing it ends the wait.</summary>
    public static async ValueTask<int> ReadAsync(Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken)
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
