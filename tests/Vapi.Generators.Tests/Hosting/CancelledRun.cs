using System.Diagnostics;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>A run of the generator that is cancelled in the middle.</summary>
internal static class CancelledRun
{
    /// <summary>How long the run went on after it was cancelled, in milliseconds; null when it had ended before.</summary>
    /// <param name="after">When it is cancelled, in milliseconds.</param>
    public static double? DelayOf(GeneratorInput input, int after)
    {
        using var source = new CancellationTokenSource();
        long cancelled = 0;
        var canceller = new Thread(() =>
        {
            Thread.Sleep(after);
            cancelled = Stopwatch.GetTimestamp();
            source.Cancel();
        });
        canceller.Start();
        try
        {
            GeneratorHost.GenerateUnless(input, source.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            return Stopwatch.GetElapsedTime(cancelled).TotalMilliseconds;
        }
        finally
        {
            canceller.Join();
        }
    }
}
