using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>The client as the generated constructors make it, and requests as the generated methods make them.</summary>
internal static class TestClient
{
    public const string Key = "s3cret-key";

    public static readonly SecurityScheme Bearer = new("bearer", CredentialPlace.Header, "Authorization", "Bearer ");

    public static readonly SecurityScheme Query = new("query", CredentialPlace.Query, "api_key");

    public static readonly SecurityScheme Cookie = new("cookie", CredentialPlace.Cookie, "session");

    public static readonly SecurityScheme Basic = new("basic", CredentialPlace.Header, "Authorization", "Basic ");

    private static readonly SecurityRequirement[] Any = [new(Bearer), new(Query), new(Cookie), new(Basic)];

    /// <param name="scheme">The scheme that takes the key.</param>
    public static ApiClient Create(Uri address, string? key = null, SecurityScheme? scheme = null, TimeSpan? timeout = null, int retries = 0)
        => Create(new Options { BaseAddress = address, ApiKey = key, Timeout = timeout ?? TimeSpan.FromSeconds(30), MaxRetries = retries }, scheme);

    public static ApiClient Create(ApiOptions options, SecurityScheme? keyScheme = null, HttpClient? http = null)
        => new(http ?? ApiClient.CreateHttpClient(), options, [Bearer, Query, Cookie, Basic], keyScheme, "Test API", "1.0");

    public static ApiRequest Get(string path, RequestOptions? options = null) => Request("GET", path, options);

    public static ApiRequest Request(string method, string path, RequestOptions? options = null)
    {
        var request = new ApiRequest(method, Any, options);
        request.AddPath(path);
        return request;
    }

    public static ParameterValue Items(params string[] items) => ParameterValue.List(items, static item => item);

    public static Task<Point> SendForPointAsync(this ApiClient client, ApiRequest request, Func<ApiFailure, ApiException?>? error = null, CancellationToken? cancellationToken = null)
        => client.SendAsync<Point>(request, ReadPoint, error, cancellationToken ?? TestContext.Current.CancellationToken);

    public static Point? ReadPoint(ref System.Text.Json.Utf8JsonReader reader) => Point.ReadJson(ref reader);

    public sealed class Options : ApiOptions;
}
