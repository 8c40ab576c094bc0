namespace Vapi.Generators.Runtime;

/// <summary>The API answered, but not with a success, or with one that is not what the document says or is too long (then the inner exception tells what is wrong).</summary>
public class ApiException : global::System.Exception
{
    /// <summary>The longest part of the body, and of anything else that is the answer's, that goes into the message, in characters. <see cref="Body"/> has all of it.</summary>
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

    /// <summary>The status of the answer.</summary>
    public global::System.Net.HttpStatusCode StatusCode { get; }

    /// <summary>The words behind the status, when there were any.</summary>
    public string? ReasonPhrase { get; }

    /// <summary>The headers of the answer and of its body. Names are compared without regard to case.</summary>
    public global::System.Collections.Generic.IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body of the answer as text; of the body of a failure, or of one that is longer than <see cref="ApiOptions.MaxResponseBytes"/>, the first 1,048,576 bytes.</summary>
    public string Body { get; }

    /// <summary>How many bytes the body has, kept in <see cref="Body"/> or not; null when it has more than is kept and the answer did not say how many.</summary>
    public long? BodyLength { get; }

    /// <summary>What the API calls the request, for its support: the first of the headers x-request-id, request-id, x-correlation-id, x-amzn-requestid, x-amz-request-id, x-ms-request-id, x-goog-request-id, x-trace-id and cf-ray.</summary>
    public string? RequestId { get; }

    /// <summary>The method of the request.</summary>
    public string Method { get; }

    /// <summary>The address of the request, without credentials.</summary>
    public global::System.Uri Url { get; }

    /// <summary>How many times the request was sent.</summary>
    public int Attempts { get; }

    private static string Clean(string text) => ApiRuntime.MessageText.Clean(text, MaxQuote);

    private static string Describe(ApiRuntime.ApiFailure failure, string? reason)
    {
        string body = Clean(failure.Body);
        string phrase = Clean(failure.ReasonPhrase ?? "");
        string answer = $"{failure.Method} {failure.Url.AbsoluteUri} answered {failure.Status} {phrase}".TrimEnd() + (failure.Attempts == 1 ? "" : $" to attempt {failure.Attempts}");
        string id = ApiRuntime.ResponseHeaders.FindRequestId(failure.Headers) is { } requestId ? $" (request {Clean(requestId)})" : "";
        return (reason is null ? answer : answer + ", but " + Clean(failure.Redact(reason))) + id + (body.Length == 0 ? "." : ": " + body);
    }
}

/// <summary>The API answered with an error that the document describes.</summary>
/// <typeparam name="TError">What the document declares for the status.</typeparam>
public sealed class ApiException<TError> : ApiException
{
    internal ApiException(ApiRuntime.ApiFailure failure, TError error)
        : base(failure) => Error = error;

    /// <summary>The body of the answer.</summary>
    public TError Error { get; }
}
