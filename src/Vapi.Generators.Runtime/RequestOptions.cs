namespace Vapi.Generators.Runtime;

/// <summary>Options for a single request, which override the options of the client. To get the status and headers of the response, use <see cref="WholeResponse"/>. The classes of optional parameters derive from it, so that they can have options too.</summary>
public class RequestOptions
{
    /// <summary>The base address of the request; null uses the operation's server or the client's base address. Credentials are sent to it under the same conditions as to the client's base address.</summary>
    public global::System.Uri? BaseAddress { get; set; }

    /// <summary>The maximum time for the request; null uses the client's value. <see cref="global::System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.</summary>
    public global::System.TimeSpan? Timeout { get; set; }

    /// <summary>The maximum number of retries; null uses the client's value.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>Additional headers, which override headers of the same name.</summary>
    public global::System.Collections.Generic.IDictionary<string, string> Headers { get; } = new global::System.Collections.Generic.Dictionary<string, string>(global::System.StringComparer.OrdinalIgnoreCase);

    /// <summary>Headers for the parts of a multipart body, by the name of the part. They can be headers that the document lists in <c>encoding</c>, or others, and override the part's own headers.</summary>
    public global::System.Collections.Generic.IDictionary<string, global::System.Collections.Generic.Dictionary<string, string>> PartHeaders { get; }
        = new global::System.Collections.Generic.Dictionary<string, global::System.Collections.Generic.Dictionary<string, string>>(global::System.StringComparer.Ordinal);

    /// <summary>Returns a copy of the options that captures the response of one request.</summary>
    internal RequestOptions With(ApiRuntime.ResponseCapture capture)
    {
        var copy = (RequestOptions)MemberwiseClone();
        copy.Capture = capture;
        return copy;
    }

    /// <summary>Receives the status and headers of the response; null if the caller does not need them.</summary>
    internal ApiRuntime.ResponseCapture? Capture { get; private set; }
}
