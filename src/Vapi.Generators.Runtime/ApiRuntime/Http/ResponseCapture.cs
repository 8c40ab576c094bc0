namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Net.Http;
using global::System.Runtime.CompilerServices;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Captures the response for a caller that needs more than its content. It is passed with the options of the request.</summary>
internal sealed class ResponseCapture
{
    private readonly TaskCompletionSource<bool> _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HttpResponseMessage? _response;

    private IReadOnlyDictionary<string, string>? _headers;

    /// <param name="isRaw">Whether the caller needs the response itself instead of its content.</param>
    public ResponseCapture(bool isRaw) => IsRaw = isRaw;

    public bool IsRaw { get; }

    /// <exception cref="InvalidOperationException">There is no response.</exception>
    public HttpResponseMessage Response => _response ?? throw NotHandedOn();

    /// <inheritdoc cref="Response"/>
    public IReadOnlyDictionary<string, string> Headers => _headers ?? throw NotHandedOn();

    public int Attempts { get; private set; }

    /// <summary>Returns a copy of the caller's options that captures the response of one request.</summary>
    public RequestOptions Watch(RequestOptions? options) => (options ?? new RequestOptions()).With(this);

    public void Take(HttpResponseMessage response, ApiRequest request)
    {
        _response = response;
        _headers = ResponseHeaders.Of(response, request.Secrets);
        Attempts = request.Attempts;
        _arrived.TrySetResult(true);
    }

    /// <summary>Sends the request of a stream, and returns its items when the headers have arrived.</summary>
    public async Task<IAsyncEnumerable<T>> StartAsync<T>(IAsyncEnumerable<T> items)
    {
        IAsyncEnumerator<T> started = items.GetAsyncEnumerator();
        Task<bool> first = started.MoveNextAsync().AsTask();
        await Task.WhenAny(first, _arrived.Task).ConfigureAwait(false);
        if (!_arrived.Task.IsCompleted || IsRaw)
        {
            await using (started.ConfigureAwait(false))
                await first.ConfigureAwait(false);
        }

        return ReadAsync(started, first);
    }

    private static async IAsyncEnumerable<T> ReadAsync<T>(IAsyncEnumerator<T> started, Task<bool> first, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using (started.ConfigureAwait(false))
        {
            for (bool isThere = await first.ConfigureAwait(false); isThere; isThere = await started.MoveNextAsync().ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return started.Current;
            }
        }
    }

    private static InvalidOperationException NotHandedOn() => new("The call must pass the given options to a method of a client.");
}
