namespace Vapi.Generators.Reading.Limits;

/// <summary>
/// Work beside the compiler's thread. A cancelled run ends at once, whatever the work is at: it is forgotten. The work has a thread of its own, because those of the pool may all be waiting for it, and
/// with it a stack that holds the deepest document (<see cref="Levels"/>): that of the compiler may be short.
/// </summary>
internal static class Cancellable
{
    private const int StackSize = 16 * 1024 * 1024;

    /// <summary>Does the work, while this thread compiles what comes next.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static T Run<T>(Func<T> work, CancellationToken cancellationToken)
    {
        Task<T> running = Start(work);
        Precompiler.Run(running, cancellationToken);
        return Wait(running, cancellationToken);
    }

    /// <summary>Does the work, which compiles by itself what comes next.</summary>
    /// <inheritdoc cref="Run{T}"/>
    public static T RunDeep<T>(Func<T> work, CancellationToken cancellationToken) => Wait(Start(work), cancellationToken);

    private static Task<T> Start<T>(Func<T> work)
    {
        var source = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(Complete, StackSize) { IsBackground = true }.Start();
        return source.Task;

        void Complete()
        {
            try
            {
                source.SetResult(work());
            }
            catch (Exception exception)
            {
                // It is thrown where the work is waited for.
                source.SetException(exception);
            }
        }
    }

    private static T Wait<T>(Task<T> running, CancellationToken cancellationToken)
    {
        Task.WaitAny([running], cancellationToken);
        return running.GetAwaiter().GetResult();
    }
}
