namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Net.Http;
using global::System.Text.Json;

/// <summary>An answer that is no success, read whole.</summary>
internal sealed class ApiFailure
{
    private readonly byte[] _body;

    private readonly HttpResponseMessage _response;

    private readonly ApiRequest _request;

    /// <param name="response">The answer.</param>
    /// <param name="body">Its body, or the part that is kept.</param>
    /// <param name="request">What it answers.</param>
    /// <param name="isWhole">Whether all of the body is there.</param>
    public ApiFailure(HttpResponseMessage response, byte[] body, ApiRequest request, bool isWhole = true)
    {
        _body = body;
        _response = response;
        _request = request;
        Status = (int)response.StatusCode;
        ReasonPhrase = response.ReasonPhrase is { } reason ? request.Secrets.Redact(reason) : null;
        Method = request.Method.Method;
        Url = request.PublicAddress!;
        Attempts = request.Attempts;
        Body = request.Secrets.Redact(ApiResponse.Decode(response, body));
        BodyLength = isWhole ? body.Length : response.Content.Headers.ContentLength;
        Headers = ResponseHeaders.Of(response, request.Secrets);
    }

    public int Status { get; }

    public string? ReasonPhrase { get; }

    public string Method { get; }

    public Uri Url { get; }

    public int Attempts { get; }

    public string Body { get; }

    /// <summary>How many bytes the body has, kept or not; null when nobody knows.</summary>
    public long? BodyLength { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>A text of the answer without the credentials, should it repeat them.</summary>
    public string Redact(string text) => _request.Secrets.Redact(text);

    /// <summary>The exception with the body as the document declares it; null when the body is something else.</summary>
    public ApiException? Read<TError>(JsonItemReader<TError> read)
    {
        try
        {
            return Json.Parse(ApiResponse.ToUtf8(_response, _body), read) is { } error ? new ApiException<TError>(this, error) : null;
        }
        catch (JsonException)
        {
            // A gateway's page instead of the API's error: the plain exception carries it.
            return null;
        }
    }
}
