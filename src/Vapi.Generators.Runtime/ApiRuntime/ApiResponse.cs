namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Net.Http;

/// <summary>What an answer says, and its body.</summary>
internal static class ApiResponse
{
    /// <summary>The longest body of a failure that is kept, in bytes.</summary>
    public const int MaxErrorBody = 1 << 20;

    /// <summary>The request that a redirect asks for (RFC 9110, 15.4); null when there is none. What changes something is not sent twice: its redirect is the caller's to decide.</summary>
    public static HttpRequestMessage? Redirect(HttpResponseMessage response, HttpRequestMessage message)
    {
        bool isRedirect = (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;
        if (!isRedirect || response.Headers.Location is not { } location || message.Method != HttpMethod.Get && message.Method != HttpMethod.Head)
            return null;

        Uri target = location.IsAbsoluteUri ? location : new Uri(message.RequestUri!, location);
        return target.Scheme == "https" || target.Scheme == "http" && message.RequestUri!.Scheme == "http" ? new HttpRequestMessage(message.Method, target) : null;
    }

    /// <summary>No type, or one that says nothing of the content, is taken for JSON.</summary>
    public static bool MayBeJson(HttpResponseMessage response)
        => response.Content.Headers.ContentType?.MediaType is not { } type
            || type.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0
            || type.ToLowerInvariant() is "text/plain" or "application/octet-stream" or "binary/octet-stream";
}
