namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Diagnostics;
using global::System.Threading;

/// <summary>The caller's cancellation and the time limit in one token, and which of the two it was.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;

    private readonly CancellationToken _caller;

    private readonly TimeSpan _limit;

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public Deadline(TimeSpan limit, CancellationToken caller)
    {
        _limit = limit;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _source.CancelAfter(limit);
    }

    public CancellationToken Token => _source.Token;

    public bool HasPassed => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Whether there is time left after a wait.</summary>
    public bool Allows(TimeSpan wait) => _limit == global::System.Threading.Timeout.InfiniteTimeSpan || _watch.Elapsed + wait < _limit;

    public TimeoutException Timeout(ApiRequest request, Exception inner)
        => new($"{request.Method} {request.PublicAddress} was not answered within {_limit.TotalSeconds:0.###} seconds{(request.Attempts == 1 ? "" : $", {request.Attempts} attempts")}.", inner);

    public void Dispose() => _source.Dispose();
}
