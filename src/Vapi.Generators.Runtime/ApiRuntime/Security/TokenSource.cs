namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>The tokens for a scheme and its scopes. However many requests are refused at once, one new token is asked for, for all of them.</summary>
internal sealed class TokenSource
{
    private readonly Func<ApiTokenRequest, CancellationToken, Task<string>> _ask;

    private readonly object _lock = new();

    private Refresh? _last;

    private int _version;

    public TokenSource(Func<ApiTokenRequest, CancellationToken, Task<string>> ask) => _ask = ask;

    /// <summary>How many times a new token was asked for and the callback has ended.</summary>
    public int Version
    {
        get
        {
            lock (_lock)
                return _version;
        }
    }

    /// <summary>A token, from where nobody waits: a callback that wants to come back to the thread of a caller who blocks it would never end.</summary>
    public Task<string> AskAsync(ApiTokenRequest request, CancellationToken cancellationToken)
        => SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default ? _ask(request, cancellationToken) : Task.Run(() => _ask(request, cancellationToken), cancellationToken);

    /// <summary>The token in place of one that was refused. What was asked for before the last new token, or while the callback runs, gets what that brings; anything later, another one.</summary>
    /// <param name="request">What it is for.</param>
    /// <param name="version">The version at which the refused token was asked for.</param>
    /// <param name="cancellationToken">Ends the waiting. The callback is cancelled when nobody waits any more.</param>
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
