namespace Vapi.Generators.Runtime;

/// <summary>What differs from the client's options for one request. For the status and the headers of its response: <see cref="WholeResponse"/>.</summary>
public sealed class RequestOptions
{
    /// <summary>The address that the path of the operation follows; null: that of its server, or the client's. Credentials are sent there under the same conditions as to the client's.</summary>
    public global::System.Uri? BaseAddress { get; set; }

    /// <summary>The longest time the request may take; null: as the client has it. <see cref="global::System.Threading.Timeout.InfiniteTimeSpan"/>: no limit.</summary>
    public global::System.TimeSpan? Timeout { get; set; }

    /// <summary>The maximum number of retries; null uses the client's value.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>Additional headers, which override headers of the same name.</summary>
    public global::System.Collections.Generic.IDictionary<string, string> Headers { get; } = new global::System.Collections.Generic.Dictionary<string, string>(global::System.StringComparer.OrdinalIgnoreCase);

    /// <summary>Headers of the parts of a multipart body by the name of the part: those that the document lists in <c>encoding</c>, or others. They replace the part's own.</summary>
    public global::System.Collections.Generic.IDictionary<string, global::System.Collections.Generic.Dictionary<string, string>> PartHeaders { get; }
        = new global::System.Collections.Generic.Dictionary<string, global::System.Collections.Generic.Dictionary<string, string>>(global::System.StringComparer.Ordinal);

    /// <summary>The same options, for one request whose response is watched.</summary>
    internal RequestOptions With(ApiRuntime.ResponseCapture capture)
    {
        var copy = (RequestOptions)MemberwiseClone();
        copy.Capture = capture;
        return copy;
    }

    /// <summary>Who wants to know more of the response than its content; null: nobody.</summary>
    internal ApiRuntime.ResponseCapture? Capture { get; private set; }
}
