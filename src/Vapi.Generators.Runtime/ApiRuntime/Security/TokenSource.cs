namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>The tokens for a scheme and its scopes. If several requests are rejected at the same time, one new token is requested for all of them.</summary>
internal sealed class TokenSource
{
    private readonly Func<ApiTokenRequest, CancellationToken, Task<string>> _ask;

    private readonly object _lock = new();

    private Refresh? _last;

    private int _version;

    public TokenSource(Func<ApiTokenRequest, CancellationToken, Task<string>> ask) => _ask = ask;

    /// <summary>The number of completed refreshes.</summary>
    public int Version
    {
        get
        {
            lock (_lock)
                return _version;
        }
    }

    /// <summary>Calls the callback outside the caller's synchronization context. A callback that must continue on a blocked thread would cause a deadlock.</summary>
    public Task<string> AskAsync(ApiTokenRequest request, CancellationToken cancellationToken)
        => SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default ? _ask(request, cancellationToken) : Task.Run(() => _ask(request, cancellationToken), cancellationToken);

    /// <summary>Returns a replacement for a rejected token. If the rejected token is older than the last refresh, or a refresh is running, returns the result of that refresh. Otherwise starts a new refresh.</summary>
    /// <param name="request">The description of the token.</param>
    /// <param name="version">The version of the rejected token.</param>
    /// <param name="cancellationToken">Cancels the wait. The callback is canceled when no request waits any longer.</param>
    public async Task<string> RefreshAsync(ApiTokenRequest request, int version, CancellationToken cancellationToken)
    {
        Refresh refresh;
        lock (_lock)
        {
            if (_last is null || version == _version && _last.Token.IsCompleted)
            {
                var source = new CancellationTokenSource();
                _last = new Refresh(source, Task.Run(() => RunAsync(request, source.Token), CancellationToken.None));
            }

            refresh = _last;
            refresh.Waiting++;
        }

        try
        {
            if (await Task.WhenAny(refresh.Token, Task.Delay(Timeout.Infinite, cancellationToken)).ConfigureAwait(false) != refresh.Token)
                cancellationToken.ThrowIfCancellationRequested();

            return await refresh.Token.ConfigureAwait(false);
        }
        finally
        {
            Leave(refresh);
        }
    }

    private async Task<string> RunAsync(ApiTokenRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await _ask(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
                _version++;
        }
    }

    private void Leave(Refresh refresh)
    {
        lock (_lock)
        {
            if (--refresh.Waiting > 0 || refresh.Token.IsCompleted)
                return;

            if (_last == refresh)
                _last = null;
        }

        refresh.Source.Cancel();
    }

    private sealed class Refresh
    {
        public readonly CancellationTokenSource Source;

        public readonly Task<string> Token;

        public int Waiting;

        public Refresh(CancellationTokenSource source, Task<string> token)
        {
            Source = source;
            Token = token;
        }
    }
}
