namespace Vapi.Generators.Runtime;

/// <summary>What a client needs to know.</summary>
public abstract class ApiOptions
{
    /// <summary>The address that the paths of the document follow. Preset to the document's first server when that is absolute.</summary>
    public global::System.Uri? BaseAddress { get; set; }

    /// <summary>The API key or token. It is only sent to the host of <see cref="BaseAddress"/>, and only over https unless that is loopback.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The longest time a request may take, the body of the answer included. 100 seconds; <see cref="global::System.Threading.Timeout.InfiniteTimeSpan"/>: no limit.</summary>
    public global::System.TimeSpan Timeout { get; set; } = global::System.TimeSpan.FromSeconds(100);
}
