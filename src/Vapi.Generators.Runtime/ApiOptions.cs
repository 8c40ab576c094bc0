namespace Vapi.Generators.Runtime;

/// <summary>What a client needs to know.</summary>
public abstract class ApiOptions
{
    /// <summary>The address that the paths of the document follow. Preset to the document's first server when that is absolute.</summary>
    public global::System.Uri? BaseAddress { get; set; }

    /// <summary>The API key or token. It is only sent to the host of <see cref="BaseAddress"/>, and only over https unless that is loopback.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// How often a request is sent again when the connection fails or the API answers 408, 429 or 5xx, at most. 2; zero: never. Only requests that may be repeated are: GET, HEAD, PUT, DELETE, OPTIONS and TRACE,
    /// and others only when the API asks for it by 429 or 503 with a Retry-After. The waits, of 0.25 to 8 seconds or as Retry-After says (up to a minute), are part of <see cref="Timeout"/>.
    /// </summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>The longest time a request may take, all its attempts and the body of the answer included. 100 seconds; <see cref="global::System.Threading.Timeout.InfiniteTimeSpan"/>: no limit.</summary>
    public global::System.TimeSpan Timeout { get; set; } = global::System.TimeSpan.FromSeconds(100);
}
