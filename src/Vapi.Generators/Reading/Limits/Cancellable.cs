namespace Vapi.Generators.Reading.Limits;

/// <summary>
/// Runs work on a separate thread. A canceled run returns immediately and abandons the work. The work has its own thread, because all threads of the pool could be waiting for it, and
/// because the stack of the compiler's thread can be too small for the deepest document (<see cref="Levels"/>).
/// </summary>
internal static class Cancellable
{
    private const int StackSize = 16 * 1024 * 1024;

    /// <summary>Runs the work, while the current thread compiles the code of the next steps.</summary>
    /// <exception cref="OperationCanceledException">The run was canceled.</exception>
    public static T Run<T>(Func<T> work, CancellationToken cancellationToken)
    {
        Task<T> running = Start(work);
        Precompiler.Run(running, cancellationToken);
        return Wait(running, cancellationToken);
    }

    /// <summary>Runs work that compiles the code of the next steps itself.</summary>
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
                // The waiting thread throws it.
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
