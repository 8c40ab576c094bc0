namespace Vapi.Generators.Runtime;

/// <summary>Options for a single request, which override the options of the client.</summary>
public sealed class RequestOptions
{
    /// <summary>The maximum time for the request; null uses the client's value. <see cref="global::System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.</summary>
    public global::System.TimeSpan? Timeout { get; set; }

    /// <summary>The maximum number of retries; null uses the client's value.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>Additional headers, which override headers of the same name.</summary>
    public global::System.Collections.Generic.IDictionary<string, string> Headers { get; } = new global::System.Collections.Generic.Dictionary<string, string>(global::System.StringComparer.OrdinalIgnoreCase);
}
