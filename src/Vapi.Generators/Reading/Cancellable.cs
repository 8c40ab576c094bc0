namespace Vapi.Generators.Reading;

/// <summary>Work of libraries that cannot be interrupted: it runs beside this thread, so that a cancelled run ends at once, and what it was at is forgotten.</summary>
internal static class Cancellable
{
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static T Run<T>(Func<T> work, CancellationToken cancellationToken)
    {
        Task<T> running = Task.Run(work, CancellationToken.None);
        Task.WaitAny([running], cancellationToken);
        return running.GetAwaiter().GetResult();
    }
}
