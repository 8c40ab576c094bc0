namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Net.Http;
using global::System.Text.Json;

/// <summary>A failed response whose body was read.</summary>
internal sealed class ApiFailure
{
    private readonly byte[] _body;

    private readonly HttpResponseMessage _response;

    private readonly ApiRequest _request;

    /// <param name="response">The response.</param>
    /// <param name="body">Its body, or the first part of it.</param>
    /// <param name="request">The request.</param>
    /// <param name="isWhole">Whether the body is complete.</param>
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

    /// <summary>The length of the whole body in bytes; null if it is unknown.</summary>
    public long? BodyLength { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Removes the credentials from a text of the response.</summary>
    public string Redact(string text) => _request.Secrets.Redact(text);

    /// <summary>The exception with the deserialized error; null if the body does not match the document.</summary>
    public ApiException? Read<TError>(JsonItemReader<TError> read)
    {
        try
        {
            return Json.Parse(ApiResponse.ToUtf8(_response, _body), read) is { } error ? new ApiException<TError>(this, error) : null;
        }
        catch (JsonException)
        {
            // This can be the page of a gateway instead of an error of the API. The plain exception contains it.
            return null;
        }
    }
}
