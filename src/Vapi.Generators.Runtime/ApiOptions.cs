namespace Vapi.Generators.Runtime;

/// <summary>The options of a client. The client reads them when it is created; later changes have no effect.</summary>
public abstract class ApiOptions
{
    private readonly global::System.Collections.Generic.Dictionary<string, ApiCredential?> _credentials = new(global::System.StringComparer.Ordinal);

    /// <summary>
    /// The address that the paths of the document follow; its own path and query are kept. Preset to the document's first server when that is absolute. Operations and paths with servers of their own go there as long as this is
    /// one of the document's servers, with whatever values of its variables, or a document with relative servers leaves it to you and it is not this machine. Any other address gets all requests.
    /// </summary>
    public global::System.Uri? BaseAddress { get; set; }

    /// <summary>
    /// The API key or token, for the document's first security scheme that takes one. It is only sent to the host of <see cref="BaseAddress"/>, and only over https unless that is loopback or <see cref="AllowCredentialsOverHttp"/> is set.
    /// The property of the scheme takes more: a callback that is asked for tokens, for example.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// Whether credentials may be sent over plain http to other machines than this one: to a service in the same cluster (<c>http://shop:8080</c>), or one that service discovery finds (<c>https+http://shop</c>).
    /// Everybody on the way can read them and use them. False.
    /// </summary>
    public bool AllowCredentialsOverHttp { get; set; }

    /// <summary>
    /// How often a request is sent again when the connection fails or the API answers 408, 429 or 5xx, at most. 2; zero: never. Only requests that may be repeated are: GET, HEAD, PUT, DELETE, OPTIONS and TRACE,
    /// and others only when the API asks for it by 429 or 503 with a Retry-After. The waits, of 0.25 to 8 seconds or as Retry-After says (up to a minute), are part of <see cref="Timeout"/>.
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

    /// <summary>Headers of every request; those that describe a body, such as Content-Language, of every request with a body. The parameters of an operation and <see cref="RequestOptions.Headers"/> replace those of the same name.</summary>
    public global::System.Collections.Generic.IDictionary<string, string> DefaultHeaders { get; } = new global::System.Collections.Generic.Dictionary<string, string>(global::System.StringComparer.OrdinalIgnoreCase);

    /// <summary>Called before each request is sent, including retries and redirects. It can change or log the message, which does not contain credentials yet.</summary>
    public global::System.Action<global::System.Net.Http.HttpRequestMessage>? OnRequest { get; set; }

    /// <summary>Called with each response before its body is read, including those of retries and redirects.</summary>
    public global::System.Action<global::System.Net.Http.HttpResponseMessage>? OnResponse { get; set; }

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

    /// <summary>The addresses of the document's servers, with variables in braces; null when no operation has a server of its own.</summary>
    internal string[]? DocumentServers { get; set; }

    internal ApiCredential? GetCredential(string scheme) => _credentials.TryGetValue(scheme, out ApiCredential? credential) ? credential : null;

    internal void SetCredential(string scheme, ApiCredential? credential) => _credentials[scheme] = credential;
}
