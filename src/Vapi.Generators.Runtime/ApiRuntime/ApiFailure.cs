namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Linq;
using global::System.Net.Http;
using global::System.Text;
using global::System.Text.Json;

/// <summary>An answer that is no success, read whole.</summary>
internal sealed class ApiFailure
{
    private readonly byte[] _body;

    public ApiFailure(HttpResponseMessage response, byte[] body, ApiRequest request)
    {
        _body = body;
        Status = (int)response.StatusCode;
        ReasonPhrase = response.ReasonPhrase;
        Method = request.Method.Method;
        Url = request.PublicAddress!;
        Attempts = request.Attempts;
        Body = request.Redact(Decode(response, body));
        BodyLength = body.Length == ApiResponse.MaxErrorBody && !response.IsSuccessStatusCode ? response.Content.Headers.ContentLength : body.Length;
        Headers = response.Headers.Concat(response.Content.Headers)
            .GroupBy(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(h => h.Key, h => request.Redact(string.Join(", ", h)), StringComparer.OrdinalIgnoreCase);
    }

    public int Status { get; }

    public string? ReasonPhrase { get; }

    public string Method { get; }

    public Uri Url { get; }

    public int Attempts { get; }

    public string Body { get; }

    /// <summary>How many bytes the body has, <see cref="ApiResponse.MaxErrorBody"/> of which are kept; null when it has more and nobody knows how many.</summary>
    public long? BodyLength { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The text of a body in the encoding that its content type names, else in UTF-8.</summary>
    public static string Decode(HttpResponseMessage response, byte[] body)
    {
        try
        {
            return response.Content.Headers.ContentType?.CharSet?.Trim('"') is { Length: > 0 } name ? Encoding.GetEncoding(name).GetString(body) : Encoding.UTF8.GetString(body);
        }
        catch (ArgumentException)
        {
            // An encoding that this machine does not know.
            return Encoding.UTF8.GetString(body);
        }
    }

    /// <summary>The exception with the body as the document declares it; null when the body is something else.</summary>
    public ApiException? Read<TError>(JsonItemReader<TError> read)
    {
        try
        {
            return Json.Parse(_body, read) is { } error ? new ApiException<TError>(this, error) : null;
        }
        catch (JsonException)
        {
            // A gateway's page instead of the API's error: the plain exception carries it.
            return null;
        }
    }
}
