namespace Vapi.Generators.Runtime;

/// <summary>A request that a fake received.</summary>
public sealed class ApiFakeRequest
{
    internal ApiFakeRequest(global::System.Net.Http.HttpRequestMessage message, byte[] body, global::System.Threading.CancellationToken cancellationToken)
    {
        Method = message.Method.Method;
        Address = message.RequestUri!;
        BodyBytes = body;
        CancellationToken = cancellationToken;
        Pairs = ApiRuntime.FakePairs.OfQuery(Address);
        Query = ApiRuntime.FakePairs.Join(Pairs);
        Headers = ApiRuntime.FakePairs.OfHeaders(message);
    }

    /// <summary>The operation, in the spelling of the fake: <c>Assistants.FindOne</c>. Empty if the document has no such operation.</summary>
    public string Operation { get; internal set; } = "";

    /// <summary>The HTTP method: <c>GET</c>, <c>POST</c>, ….</summary>
    public string Method { get; }

    /// <summary>The whole address.</summary>
    public global::System.Uri Address { get; }

    /// <summary>The path of the address, as it was sent.</summary>
    public string Path => Address.AbsolutePath;

    /// <summary>The decoded query parameters. A parameter that was sent several times has its values with commas between them.</summary>
    public global::System.Collections.Generic.IReadOnlyDictionary<string, string> Query { get; }

    /// <summary>The headers of the request and of its body. Names are case-insensitive.</summary>
    public global::System.Collections.Generic.IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as text; empty if there is none.</summary>
    public string Body => global::System.Text.Encoding.UTF8.GetString(BodyBytes);

    /// <summary>The bytes of the body; empty if there is none.</summary>
    public byte[] BodyBytes { get; }

    /// <summary>The reason why the fake refused the request; null if it did not.</summary>
    public string? Refusal { get; internal set; }

    /// <summary>Canceled when the caller cancels the request, or when its time is over.</summary>
    public global::System.Threading.CancellationToken CancellationToken { get; }

    /// <summary>The query parameters as they were sent.</summary>
    internal global::System.Collections.Generic.IReadOnlyList<global::System.Collections.Generic.KeyValuePair<string, string>> Pairs { get; }

    /// <summary>Returns the method, the path and the operation.</summary>
    public override string ToString() => Method + " " + Path + (Operation.Length == 0 ? "" : " (" + Operation + ")");
}
