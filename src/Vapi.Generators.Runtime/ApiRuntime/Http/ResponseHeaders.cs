namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Linq;
using global::System.Net.Http;

/// <summary>The headers of a response for callers.</summary>
internal static class ResponseHeaders
{
    /// <summary>The headers in which APIs and their gateways return the ID of a request.</summary>
    private static readonly string[] RequestIds =
    {
        "x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-amz-request-id", "x-ms-request-id", "x-goog-request-id", "x-trace-id", "cf-ray",
    };

    /// <summary>The headers of the response and of its content. Credentials that the response repeats are removed.</summary>
    public static IReadOnlyDictionary<string, string> Of(HttpResponseMessage response, SecretTexts secrets) => response.Headers.Concat(response.Content.Headers)
        .GroupBy(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(h => h.Key, h => secrets.Redact(string.Join(", ", h)), StringComparer.OrdinalIgnoreCase);

    public static string? FindRequestId(IReadOnlyDictionary<string, string> headers)
    {
        foreach (string name in RequestIds)
        {
            if (headers.TryGetValue(name, out string? id))
                return id;
        }

        return null;
    }
}
