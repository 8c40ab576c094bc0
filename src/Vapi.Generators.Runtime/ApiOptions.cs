namespace Vapi.Generators.Runtime;

/// <summary>The options of a client. The client reads them when it is created; later changes have no effect.</summary>
public abstract partial class ApiOptions
{
    private readonly global::System.Collections.Generic.Dictionary<string, ApiCredential?> _credentials = new(global::System.StringComparer.Ordinal);

    /// <summary>
    /// The base address of all requests. Its path and query are kept. The default is the document's first server, if that is an absolute address. Operations and paths with their own servers use those servers if this is
    /// one of the document's servers (with any values of its variables), or if the document has a relative server and this address is not loopback. Any other address gets all requests.
    /// </summary>
    public global::System.Uri? BaseAddress { get; set; }

    /// <summary>
    /// The API key or token for the document's first security scheme that takes one. It is only sent to the host of <see cref="BaseAddress"/>, and only over https unless that host is loopback or <see cref="AllowCredentialsOverHttp"/> is set.
    /// The property of the scheme accepts other credentials too, such as a callback that returns tokens.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// Whether the client may send credentials over unencrypted http to a host that is not loopback, such as a service in the same cluster (<c>http://shop:8080</c>) or one that service discovery finds (<c>https+http://shop</c>).
    /// Anyone on the network path can read and use them. The default is false.
    /// </summary>
    public bool AllowCredentialsOverHttp { get; set; }

    /// <summary>
    /// The maximum number of retries when the connection fails or the API responds with 408, 429 or 5xx. The default is 2; 0 means no retries. Only idempotent methods are retried (GET, HEAD, PUT, DELETE, OPTIONS and TRACE),
    /// and other methods only if the API responds with 429 or 503 and a Retry-After header. The delays (0.25 to 8 seconds, or the value of Retry-After up to one minute) count toward <see cref="Timeout"/>.
    /// </summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// The maximum time for a request, including all retries and reading the response body. For an <see cref="ApiStream"/> or a stream of items, the maximum time until it starts.
    /// The default is 100 seconds; <see cref="global::System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public global::System.TimeSpan Timeout { get; set; } = global::System.TimeSpan.FromSeconds(100);

    /// <summary>
    /// The maximum number of decompressed bytes of a response that are kept in memory: the whole body of a JSON or text response, or one item of a stream. A longer one throws an <see cref="ApiException"/>.
    /// The default is 104,857,600 (100 MiB). An <see cref="ApiStream"/> can have any length.
    /// </summary>
    public int MaxResponseBytes { get; set; } = 100 << 20;

    /// <summary>Headers that are added to every request. Headers that describe a body, such as Content-Language, are added only to requests with a body. Parameters of an operation and <see cref="RequestOptions.Headers"/> override headers of the same name.</summary>
    public global::System.Collections.Generic.IDictionary<string, string> DefaultHeaders { get; } = new global::System.Collections.Generic.Dictionary<string, string>(global::System.StringComparer.OrdinalIgnoreCase);

    /// <summary>Called before each request is sent, including retries and redirects. It can change or log the message, which does not contain credentials yet.</summary>
    public global::System.Action<global::System.Net.Http.HttpRequestMessage>? OnRequest { get; set; }

    /// <summary>Called with each response before its body is read, including those of retries and redirects.</summary>
    public global::System.Action<global::System.Net.Http.HttpResponseMessage>? OnResponse { get; set; }

    /// <summary>Returns the options, without credentials and the values of headers.</summary>
    public override string ToString()
        => global::System.FormattableString.Invariant($"{GetType().Name} {{ BaseAddress = {ApiRuntime.ObjectText.Of(BaseAddress)}, Timeout = {Timeout}, MaxRetries = {MaxRetries}, DefaultHeaders = {ApiRuntime.ObjectText.Of(DefaultHeaders)} }}");

    /// <summary>Sets the options that have a value in configuration.</summary>
    /// <exception cref="global::System.InvalidOperationException">A value is invalid.</exception>
    internal void Bind(global::System.Func<string, string?> find)
    {
        if (find(nameof(BaseAddress)) is { Length: > 0 } address)
            BaseAddress = global::System.Uri.TryCreate(address, global::System.UriKind.Absolute, out global::System.Uri? uri) ? uri : throw Misunderstood(nameof(BaseAddress), address, "an absolute address");
        if (find(nameof(ApiKey)) is { Length: > 0 } key)
            ApiKey = key;
        if (find(nameof(AllowCredentialsOverHttp)) is { Length: > 0 } allow)
            AllowCredentialsOverHttp = bool.TryParse(allow, out bool allows) ? allows : throw Misunderstood(nameof(AllowCredentialsOverHttp), allow, "true or false");
        if (find(nameof(MaxRetries)) is { Length: > 0 } retries)
            MaxRetries = ParseWhole(nameof(MaxRetries), retries);
        if (find(nameof(MaxResponseBytes)) is { Length: > 0 } bytes)
            MaxResponseBytes = ParseWhole(nameof(MaxResponseBytes), bytes);
        if (find(nameof(Timeout)) is { Length: > 0 } timeout)
            Timeout = global::System.TimeSpan.TryParse(timeout, global::System.Globalization.CultureInfo.InvariantCulture, out global::System.TimeSpan time) ? time : throw Misunderstood(nameof(Timeout), timeout, "a time such as 00:01:40");
    }

    private static int ParseWhole(string key, string text)
        => int.TryParse(text, global::System.Globalization.NumberStyles.None, global::System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : throw Misunderstood(key, text, "a whole number");

    private static global::System.InvalidOperationException Misunderstood(string key, string text, string expected) => new($"The configuration value '{text}' of the option {key} is not {expected}.");

    /// <summary>The addresses of the document's servers, with variables in braces; null if no operation has its own server.</summary>
    internal string[]? DocumentServers { get; set; }

    internal ApiCredential? GetCredential(string scheme) => _credentials.TryGetValue(scheme, out ApiCredential? credential) ? credential : null;

    internal void SetCredential(string scheme, ApiCredential? credential) => _credentials[scheme] = credential;
}
