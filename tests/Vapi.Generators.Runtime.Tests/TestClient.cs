using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>The client as the generated constructors make it, and requests as the generated methods make them.</summary>
internal static class TestClient
{
    public const string Key = "s3cret-key";

    public static readonly ApiCredential Bearer = new(ApiCredentialPlace.Header, "Authorization", "Bearer ");

    public static readonly ApiCredential Query = new(ApiCredentialPlace.Query, "api_key", "");

    public static readonly ApiCredential Cookie = new(ApiCredentialPlace.Cookie, "session", "");

    public static ApiClient Create(Uri address, string? key = null, ApiCredential? credential = null, TimeSpan? timeout = null, int retries = 0)
        => new(ApiClient.CreateHttpClient(), new Options { BaseAddress = address, ApiKey = key, Timeout = timeout ?? TimeSpan.FromSeconds(30), MaxRetries = retries }, credential, "Test API", "1.0");

    public static ApiRequest Get(string path, RequestOptions? options = null) => Request("GET", path, options);

    public static ApiRequest Request(string method, string path, RequestOptions? options = null)
    {
        var request = new ApiRequest(method, sendsCredentials: true, options);
        request.AddPath(path);
        return request;
    }

    public static Task<Point> SendForPointAsync(this ApiClient client, ApiRequest request, Func<ApiFailure, ApiException?>? error = null, CancellationToken? cancellationToken = null)
        => client.SendAsync<Point>(request, ReadPoint, error, cancellationToken ?? TestContext.Current.CancellationToken);

    public static Point? ReadPoint(ref System.Text.Json.Utf8JsonReader reader) => new Point().Read(ref reader);

    public sealed class Options : ApiOptions;
}
