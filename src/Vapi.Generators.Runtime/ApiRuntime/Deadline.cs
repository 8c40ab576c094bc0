namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Net.Http;
using global::System.Threading;

/// <summary>The caller's cancellation and the time limit in one token, and which of the two it was.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;

    private readonly CancellationToken _caller;

    private readonly TimeSpan _limit;

    public Deadline(TimeSpan limit, CancellationToken caller)
    {
        _limit = limit;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _source.CancelAfter(limit);
    }

    public CancellationToken Token => _source.Token;

    public bool HasPassed => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    public TimeoutException Timeout(HttpMethod method, Exception inner) => new($"The {method} request was not answered within {_limit.TotalSeconds:0.###} seconds.", inner);

    public void Dispose() => _source.Dispose();
}
