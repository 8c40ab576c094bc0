namespace Vapi.Generators.Runtime;

/// <summary>The API could not be reached, the connection broke before its answer was there, or the answer could not be decompressed. The inner exception tells why.</summary>
public sealed class ApiConnectionException : global::System.Net.Http.HttpRequestException
{
    /// <summary>The longest part of the inner exception's message, which may quote the answer.</summary>
    private const int MaxDetail = 300;

    internal ApiConnectionException(ApiRuntime.ApiRequest request, global::System.Exception inner)
        : base($"{request.Method} {request.PublicAddress!.AbsoluteUri} had no answer{(request.Attempts == 1 ? "" : $" in {request.Attempts} attempts")}: {ApiRuntime.MessageText.Clean(request.Secrets.Redact(inner.Message), MaxDetail)}", inner)
        => Attempts = request.Attempts;

    /// <summary>How many times the request was sent.</summary>
    public int Attempts { get; }
}
