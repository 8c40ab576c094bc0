namespace Vapi.Generators.Runtime;

/// <summary>The response to send to the API that called a webhook.</summary>
public sealed class ApiWebhookResponse
{
    internal ApiWebhookResponse(int statusCode, string reason)
    {
        StatusCode = statusCode;
        Reason = reason;
    }

    internal ApiWebhookResponse(int statusCode, global::System.ReadOnlyMemory<byte> body)
    {
        StatusCode = statusCode;
        Body = body;
    }

    /// <summary>
    /// The status code: a success if the request was handled or ignored, 400 if its body is not JSON, 401 if it was not verified, 413 if its body is too long, 503 if it was not handled in time.
    /// </summary>
    public int StatusCode { get; }

    /// <summary>The JSON of the response, in UTF-8; empty if it has no content.</summary>
    public global::System.ReadOnlyMemory<byte> Body { get; }

    /// <summary>The content type of the body; null if it has no content.</summary>
    public string? ContentType => Body.IsEmpty ? null : "application/json";

    /// <summary>Why the request was refused, for logs; null if it was not. It contains no secrets, but is not meant for the sender.</summary>
    public string? Reason { get; }
}
