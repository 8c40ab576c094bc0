namespace Vapi.Generators.Runtime;

/// <summary>The API returned an error, or a response that does not match the document or is too long. In the latter cases, the inner exception describes the problem.</summary>
public class ApiException : global::System.Exception
{
    /// <summary>The maximum number of characters that the message quotes from the body, or from any other part of the response. <see cref="Body"/> has the whole body.</summary>
    private const int MaxQuote = 500;

    internal ApiException(ApiRuntime.ApiFailure failure, string? reason = null, global::System.Exception? inner = null)
        : base(Describe(failure, reason), inner)
    {
        StatusCode = (global::System.Net.HttpStatusCode)failure.Status;
        ReasonPhrase = failure.ReasonPhrase;
        Headers = failure.Headers;
        Body = failure.Body;
        BodyLength = failure.BodyLength;
        RequestId = ApiRuntime.ResponseHeaders.FindRequestId(failure.Headers);
        Method = failure.Method;
        Url = failure.Url;
        Attempts = failure.Attempts;
    }

    /// <summary>The status code of the response.</summary>
    public global::System.Net.HttpStatusCode StatusCode { get; }

    /// <summary>The reason phrase after the status code, if the response has one.</summary>
    public string? ReasonPhrase { get; }

    /// <summary>The headers of the response and of its content. Names are case-insensitive.</summary>
    public global::System.Collections.Generic.IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body of the response as text. If the status is an error, or the body is longer than <see cref="ApiOptions.MaxResponseBytes"/>, only the first 1,048,576 bytes.</summary>
    public string Body { get; }

    /// <summary>The length of the whole body in bytes, even if <see cref="Body"/> has only a part of it; null if the body was cut and the response did not state its length.</summary>
    public long? BodyLength { get; }

    /// <summary>The ID that the API gave the request, which its support team can look up. It is the first of the headers x-request-id, request-id, x-correlation-id, x-amzn-requestid, x-amz-request-id, x-ms-request-id, x-goog-request-id, x-trace-id and cf-ray.</summary>
    public string? RequestId { get; }

    /// <summary>The HTTP method of the request.</summary>
    public string Method { get; }

    /// <summary>The URL of the request, without credentials.</summary>
    public global::System.Uri Url { get; }

    /// <summary>The number of times the request was sent.</summary>
    public int Attempts { get; }

    private static string Clean(string text) => ApiRuntime.MessageText.Clean(text, MaxQuote);

    private static string Describe(ApiRuntime.ApiFailure failure, string? reason)
    {
        string body = Clean(failure.Body);
        string phrase = Clean(failure.ReasonPhrase ?? "");
        string answer = $"{failure.Method} {failure.Url.AbsoluteUri} returned {failure.Status} {phrase}".TrimEnd() + (failure.Attempts == 1 ? "" : $" after {failure.Attempts} attempts");
        string id = ApiRuntime.ResponseHeaders.FindRequestId(failure.Headers) is { } requestId ? $" (request {Clean(requestId)})" : "";
        return (reason is null ? answer : answer + ", but " + Clean(failure.Redact(reason))) + id + (body.Length == 0 ? "." : ": " + body);
    }
}

/// <summary>The API returned an error that the document describes.</summary>
/// <typeparam name="TError">The type that the document declares for this status code.</typeparam>
public sealed class ApiException<TError> : ApiException
{
    internal ApiException(ApiRuntime.ApiFailure failure, TError error)
        : base(failure) => Error = error;

    /// <summary>The deserialized body of the response.</summary>
    public TError Error { get; }
}
