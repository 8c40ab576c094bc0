namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Diagnostics;
using global::System.Threading;

/// <summary>Combines the caller's cancellation and the timeout in one token, and tells which of the two occurred.</summary>
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

    /// <summary>Whether there is time left after a delay.</summary>
    public bool Allows(TimeSpan wait) => _limit == global::System.Threading.Timeout.InfiniteTimeSpan || _watch.Elapsed + wait < _limit;

    /// <summary>Whether the exception is the caller's cancellation with the caller's token.</summary>
    public bool IsCallers(OperationCanceledException exception) => _caller.IsCancellationRequested && exception.CancellationToken == _caller;

    /// <summary>The exception for a canceled request: the caller's cancellation, the timeout, or the timeout of the <see cref="global::System.Net.Http.HttpClient"/>, which looks like a cancellation.</summary>
    public Exception Explain(ApiRequest request, OperationCanceledException exception)
    {
        if (_caller.IsCancellationRequested)
            return new OperationCanceledException(exception.Message, exception, _caller);

        string limit = _source.IsCancellationRequested ? FormattableString.Invariant($"within {_limit.TotalSeconds:0.###} seconds") : "within the HttpClient's own Timeout";
        return new TimeoutException($"{request.Method} {request.PublicAddress!.AbsoluteUri} did not complete {limit}{(request.Attempts == 1 ? "" : $" ({request.Attempts} attempts)")}.", exception);
    }

    public void Dispose() => _source.Dispose();
}
