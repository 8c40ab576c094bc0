namespace Vapi.Generators.Runtime;

/// <summary>The API could not be reached, the connection broke before the response was complete, or the response could not be decompressed. See the inner exception for the cause.</summary>
public sealed class ApiConnectionException : global::System.Net.Http.HttpRequestException
{
    /// <summary>The maximum length of the quoted inner exception message, which may contain text of the response.</summary>
    private const int MaxDetail = 300;

    internal ApiConnectionException(ApiRuntime.ApiRequest request, global::System.Exception inner)
        : base($"{request.Method} {request.PublicAddress!.AbsoluteUri} got no response{(request.Attempts == 1 ? "" : $" in {request.Attempts} attempts")}: {ApiRuntime.MessageText.Clean(request.Secrets.Redact(inner.Message), MaxDetail)}", inner)
        => Attempts = request.Attempts;

    /// <summary>The number of times the request was sent.</summary>
    public int Attempts { get; }
}
