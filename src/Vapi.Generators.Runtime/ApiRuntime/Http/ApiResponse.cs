namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Net.Http;
using global::System.Text;

/// <summary>Helpers for responses.</summary>
internal static class ApiResponse
{
    /// <summary>The request for a redirect (RFC 9110, 15.4); null if there is none. Redirects of methods that change data are not followed: the caller decides.</summary>
    /// <param name="response">The response.</param>
    /// <param name="message">The request that was sent.</param>
    /// <param name="secrets">The credentials to remove from the new address if the API repeats them. They are added again if the host allows it.</param>
    public static HttpRequestMessage? Redirect(HttpResponseMessage response, HttpRequestMessage message, SecretTexts secrets)
    {
        bool isRedirect = (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;
        if (!isRedirect || message.Method != HttpMethod.Get && message.Method != HttpMethod.Head
            || response.Headers.Location is not { } location || !Uri.TryCreate(message.RequestUri!, location, out Uri? target))
            return null;

        return target.Scheme == "https" || target.Scheme == message.RequestUri!.Scheme ? new HttpRequestMessage(message.Method, secrets.Without(target)) : null;
    }

    /// <summary>A missing or generic content type is treated as JSON.</summary>
    public static bool MayBeJson(HttpResponseMessage response)
        => response.Content.Headers.ContentType?.MediaType is not { } type
            || type.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0
            || type.ToLowerInvariant() is "text/plain" or "application/octet-stream" or "binary/octet-stream";

    /// <summary>Whether the content is plain text, if the document allows it.</summary>
    public static bool IsText(HttpResponseMessage response, ApiRequest request)
        => request.Accept is { } accept && (accept.IndexOf("text/", StringComparison.Ordinal) >= 0 || accept == "*/*")
            && response.Content.Headers.ContentType?.MediaType is { } type && type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && type.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0;

    /// <summary>Decodes a body with the encoding of its content type, or else UTF-8.</summary>
    public static string Decode(HttpResponseMessage response, byte[] body)
    {
        try
        {
            return Charset(response) is { } name ? Encoding.GetEncoding(name).GetString(body) : Encoding.UTF8.GetString(body);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // The encoding is unknown or not supported (UTF-7).
            return Encoding.UTF8.GetString(body);
        }
    }

    /// <summary>Converts JSON to UTF-8 for the readers. RFC 8259, 8.1, allows no other encoding, but some servers use one.</summary>
    public static ReadOnlySpan<byte> ToUtf8(HttpResponseMessage response, ReadOnlySpan<byte> body)
        => Charset(response) is null ? body : Encoding.UTF8.GetBytes(Decode(response, body.ToArray()));

    /// <summary>The encoding of the content type; null for UTF-8.</summary>
    private static string? Charset(HttpResponseMessage response)
        => response.Content.Headers.ContentType?.CharSet?.Trim('"') is { Length: > 0 } name && name.ToLowerInvariant() is not ("utf-8" or "utf8" or "us-ascii") ? name : null;
}
