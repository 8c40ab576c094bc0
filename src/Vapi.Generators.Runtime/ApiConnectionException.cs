namespace Vapi.Generators.Runtime;

/// <summary>The API could not be reached, or the connection broke before its answer was there. The inner exception tells why.</summary>
public sealed class ApiConnectionException : global::System.Net.Http.HttpRequestException
{
    internal ApiConnectionException(ApiRuntime.ApiRequest request, global::System.Exception inner)
        : base($"{request.Method} {request.PublicAddress} had no answer{(request.Attempts == 1 ? "" : $" in {request.Attempts} attempts")}: {inner.Message}", inner)
        => Attempts = request.Attempts;

    /// <summary>How many times the request was sent.</summary>
    public int Attempts { get; }
}
