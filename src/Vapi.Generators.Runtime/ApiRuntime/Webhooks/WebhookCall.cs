namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>A call of a handler with a message that was read.</summary>
internal sealed class WebhookCall
{
    private readonly Func<CancellationToken, Task<ReadOnlyMemory<byte>>> _run;

    public WebhookCall(string? kind, int status, Func<CancellationToken, Task<ReadOnlyMemory<byte>>> run)
    {
        Kind = kind;
        Status = status;
        _run = run;
    }

    /// <summary>The kind of message; null for one without a handler of its own.</summary>
    public string? Kind { get; }

    /// <summary>The status code of the response.</summary>
    public int Status { get; }

    /// <summary>Calls the handler and returns the JSON of its response; empty if it has none.</summary>
    public Task<ReadOnlyMemory<byte>> RunAsync(CancellationToken cancellationToken) => _run(cancellationToken);
}
