namespace Vapi.Generators.Reading;

/// <summary>
/// Work of libraries that cannot be interrupted: it runs beside this thread, so that a cancelled run ends at once, and what it was at is forgotten. It has a thread of its own: those of the pool
/// may all be waiting for it. Meanwhile this thread compiles what comes next.
/// </summary>
internal static class Cancellable
{
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static T Run<T>(Func<T> work, CancellationToken cancellationToken)
    {
        Task<T> running = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Precompiler.Run(running, cancellationToken);
        Task.WaitAny([running], cancellationToken);
        return running.GetAwaiter().GetResult();
    }
}
