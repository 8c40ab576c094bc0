namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Net.Http;
using global::System.Text;
using global::System.Text.Json;

/// <content>The JSON of responses.</content>
internal sealed partial class ApiClient
{
    private static ApiException WithoutContent(HttpResponseMessage response, ApiRequest request)
    {
        var nothing = new JsonException("Expected a value, found nothing. Path: $, byte 0.");
        return new ApiException(new ApiFailure(response, Array.Empty<byte>(), request), $"without the content that the document describes ({nothing.Message})", nothing);
    }

    private static T Parse<T>(ReadOnlySpan<byte> utf8, JsonItemReader<T> read, string what, HttpResponseMessage response, ApiRequest request, bool isOptional = false)
    {
        try
        {
            T? value = Json.Parse(utf8, read);
            return value is not null || isOptional ? value! : throw new JsonException("Expected a value, found null. Path: $, byte 0.");
        }
        catch (JsonException exception)
        {
            // The path contains names from the response, which could repeat a credential.
            var redacted = new JsonException(request.Secrets.Redact(exception.Message), request.Secrets.Redact(exception.Path ?? ""), exception.LineNumber, exception.BytePositionInLine, exception.InnerException);
            throw new ApiException(new ApiFailure(response, utf8.ToArray(), request), $"{what} does not match the document ({redacted.Message})", redacted);
        }
    }

    /// <summary>Reads a plain text response as a value: as a JSON string, or else as JSON.</summary>
    private static T? ParseText<T>(string text, JsonItemReader<T> read, HttpResponseMessage response, ApiRequest request)
    {
        try
        {
            return Json.Parse(Encoding.UTF8.GetBytes("\"" + JsonEncodedText.Encode(text) + "\""), read);
        }
        catch (JsonException)
        {
            return Parse(Encoding.UTF8.GetBytes(text), read, "its body", response, request);
        }
    }
}
