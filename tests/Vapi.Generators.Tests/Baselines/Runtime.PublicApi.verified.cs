sealed class Vapi.Generators.Runtime.ApiConnectionException : HttpRequestException
    public int Attempts { get; }

static class Vapi.Generators.Runtime.ApiContract
    public static IEnumerable<string> Schemas { get; }
    public static IReadOnlyList<ApiDeviation> Check(string schema, ReadOnlySpan<byte> utf8, ApiDirection direction = Any)
    public static IReadOnlyList<ApiDeviation> Check<T>(ReadOnlySpan<byte> utf8, ApiDirection direction = Any) where T : IJsonModel
    public static IReadOnlyList<ApiDeviation> Check<T>(T value, ApiDirection direction = Any) where T : IJsonModel
    public static void Validate<T>(ReadOnlySpan<byte> utf8, ApiDirection direction = Any) where T : IJsonModel
    public static void Validate<T>(T value, ApiDirection direction = Any) where T : IJsonModel

sealed class Vapi.Generators.Runtime.ApiContractException : Exception
    public IReadOnlyList<ApiDeviation> Deviations { get; }

sealed class Vapi.Generators.Runtime.ApiCredential
    public override string ToString()
    public static ApiCredential Basic(string userName, string password)
    public static ApiCredential FromToken(Func<ApiTokenRequest, CancellationToken, Task<string>> ask)
    public static implicit operator ApiCredential?(string? secret)

sealed class Vapi.Generators.Runtime.ApiDeviation
    public ApiDeviationKind Kind { get; }
    public override string ToString()
    public string Expected { get; }
    public string Found { get; }
    public string Pointer { get; }

enum Vapi.Generators.Runtime.ApiDeviationKind
    Bound = 8
    Enum = 7
    ForbiddenProperty = 4
    InvalidJson = 0
    ItemCount = 11
    Length = 9
    NoAlternative = 14
    Not = 16
    Pattern = 10
    PropertyCount = 13
    ReadOnly = 5
    Required = 2
    SeveralAlternatives = 15
    Type = 1
    Unchecked = 17
    UniqueItems = 12
    UnknownProperty = 3
    WriteOnly = 6

sealed class Vapi.Generators.Runtime.ApiDeviationReport
    public ApiDirection Direction { get; }
    public HttpStatusCode? StatusCode { get; }
    public IReadOnlyList<ApiDeviation> Deviations { get; }
    public override string ToString()
    public string Method { get; }
    public string OperationId { get; }

enum Vapi.Generators.Runtime.ApiDirection
    Any = 0
    Request = 1
    Response = 2

class Vapi.Generators.Runtime.ApiException : Exception
    public HttpStatusCode StatusCode { get; }
    public IReadOnlyDictionary<string, string> Headers { get; }
    public Uri Url { get; }
    public int Attempts { get; }
    public long? BodyLength { get; }
    public string Body { get; }
    public string Method { get; }
    public string? ReasonPhrase { get; }
    public string? RequestId { get; }

sealed class Vapi.Generators.Runtime.ApiException<TError> : ApiException
    public TError Error { get; }

abstract class Vapi.Generators.Runtime.ApiFake : HttpMessageHandler
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    public Func<ApiFakeRequest, Task>? OnRequest { get; set; }
    public IReadOnlyList<ApiFakeRequest> Requests { get; }
    public static IAsyncEnumerable<T> Items<T>(params T[] items)
    public string BasePath { get; set; }

sealed class Vapi.Generators.Runtime.ApiFakeErrorException : Exception
    public ApiFakeErrorException(int statusCode, IJsonModel body)
    public ApiFakeErrorException(int statusCode, string body = "", string contentType = "application/json")
    public IDictionary<string, string> Headers { get; }
    public int StatusCode { get; }

sealed class Vapi.Generators.Runtime.ApiFakeRefusedException : InvalidOperationException

sealed class Vapi.Generators.Runtime.ApiFakeRequest
    public CancellationToken CancellationToken { get; }
    public IReadOnlyDictionary<string, string> Headers { get; }
    public IReadOnlyDictionary<string, string> Query { get; }
    public Uri Address { get; }
    public byte[] BodyBytes { get; }
    public override string ToString()
    public string Body { get; }
    public string Method { get; }
    public string Operation { get; internal set; }
    public string Path { get; }
    public string? Refusal { get; internal set; }

static class Vapi.Generators.Runtime.ApiJson
    public static IReadOnlyList<ApiMisfit> Misfits(IJsonModel value)
    public static IReadOnlyList<ApiMisfit> Misfits<T>(IReadOnlyDictionary<string, T> values)
    public static IReadOnlyList<ApiMisfit> Misfits<T>(IReadOnlyList<T> values)
    public static JsonTypeInfo<IReadOnlyList<T>> ListOf<T>() where T : IJsonModel
    public static JsonTypeInfo<T> Of<T>() where T : IJsonModel

sealed class Vapi.Generators.Runtime.ApiMisfit
    public JsonElement Value { get; }
    public override string ToString()
    public string Name { get; }
    public string Pointer { get; }

abstract class Vapi.Generators.Runtime.ApiObject : IJsonModel
    public IDictionary<string, JsonElement> AdditionalProperties { get; }
    public override string ToString()

abstract class Vapi.Generators.Runtime.ApiOptions
    public Action<ApiDeviationReport>? OnDeviation { get; set; }
    public Action<HttpRequestMessage>? OnRequest { get; set; }
    public Action<HttpResponseMessage>? OnResponse { get; set; }
    public IDictionary<string, string> DefaultHeaders { get; }
    public TimeSpan Timeout { get; set; }
    public Uri? BaseAddress { get; set; }
    public bool AllowCredentialsOverHttp { get; set; }
    public bool CheckRequests { get; set; }
    public int MaxResponseBytes { get; set; }
    public int MaxRetries { get; set; }
    public override string ToString()
    public string? ApiKey { get; set; }

sealed class Vapi.Generators.Runtime.ApiPage<T, TPage>
    public ApiPage(IReadOnlyList<T> items, TPage response, string? continuationToken)
    public IReadOnlyList<T> Items { get; }
    public TPage Response { get; }
    public string? ContinuationToken { get; }

abstract class Vapi.Generators.Runtime.ApiPages<T, TPage> : IAsyncEnumerable<T>
    protected ApiPages()
    public abstract IAsyncEnumerable<ApiPage<T, TPage>> AsPages(string? continuationToken = null)
    public virtual IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default(CancellationToken))

sealed class Vapi.Generators.Runtime.ApiRuntime.EnumTypeConverter<T> where T : struct, Vapi.Generators.Runtime.ApiRuntime.IJsonEnum<T> : TypeConverter
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType)
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType)

interface Vapi.Generators.Runtime.ApiRuntime.IJsonEnum : IJsonModel
    object? Read(string? text)

interface Vapi.Generators.Runtime.ApiRuntime.IJsonEnum<T> where T : struct, Vapi.Generators.Runtime.ApiRuntime.IJsonEnum<T> : IJsonEnum, IEquatable<T>, IParsable<T>

interface Vapi.Generators.Runtime.ApiRuntime.IJsonModel
    object? Read(ref Utf8JsonReader reader)
    void Write(Utf8JsonWriter writer)

sealed class Vapi.Generators.Runtime.ApiRuntime.ModelConverter<T> where T : Vapi.Generators.Runtime.ApiRuntime.IJsonModel : JsonConverter<T>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)

sealed class Vapi.Generators.Runtime.ApiStream : IDisposable
    public Stream Stream { get; }
    public long? Length { get; }
    public string? ContentType { get; }
    public string? FileName { get; }
    public void Dispose()

sealed class Vapi.Generators.Runtime.ApiTokenRequest
    public IReadOnlyList<string> Scopes { get; }
    public bool IsRefresh { get; }
    public string Scheme { get; }

sealed class Vapi.Generators.Runtime.ApiWebhookResponse
    public ReadOnlyMemory<byte> Body { get; }
    public int StatusCode { get; }
    public string? ContentType { get; }
    public string? Reason { get; }

sealed class Vapi.Generators.Runtime.ApiWebhookSignature
    public ApiWebhookSignature(params string[] secrets)
    public HashAlgorithmName Algorithm { get; set; }
    public TimeSpan Tolerance { get; set; }
    public bool IsBase64 { get; set; }
    public bool IsSecretBase64 { get; set; }
    public string Header { get; set; }
    public string Prefix { get; set; }
    public string? Format { get; set; }
    public string? IdHeader { get; set; }
    public string? TimestampHeader { get; set; }

abstract class Vapi.Generators.Runtime.ApiWebhookVerification
    public static ApiWebhookVerification Any(params ApiWebhookVerification[] alternatives)
    public static ApiWebhookVerification Basic(string userName, params string[] passwords)
    public static ApiWebhookVerification Bearer(params string[] tokens)
    public static ApiWebhookVerification BearerIn(string header, params string[] tokens)
    public static ApiWebhookVerification Header(string name, params string[] secrets)
    public static ApiWebhookVerification None { get; }
    public static ApiWebhookVerification Signature(ApiWebhookSignature signature)

abstract class Vapi.Generators.Runtime.ApiWebhooks
    public Func<JsonElement, CancellationToken, Task<JsonElement?>>? OnOther { get; set; }
    public Task<ApiWebhookResponse> ReceiveAsync(ReadOnlyMemory<byte> body, Func<string, string?> findHeader, string? webhook = null, CancellationToken cancellationToken = default(CancellationToken))
    public Task<ApiWebhookResponse> ReceiveAsync(Stream body, Func<string, string?> findHeader, string? webhook = null, CancellationToken cancellationToken = default(CancellationToken))
    public TimeSpan Timeout { get; set; }
    public int MaxRequestBytes { get; set; }

sealed class Vapi.Generators.Runtime.FileContent
    public FileContent(Stream stream, string? fileName = null, string? contentType = null)
    public Stream Stream { get; }
    public static implicit operator FileContent(Stream stream)
    public string? ContentType { get; }
    public string? FileName { get; }

class Vapi.Generators.Runtime.RequestOptions
    public IDictionary<string, Dictionary<string, string>> PartHeaders { get; }
    public IDictionary<string, string> Headers { get; }
    public TimeSpan? Timeout { get; set; }
    public Uri? BaseAddress { get; set; }
    public int? MaxRetries { get; set; }
    public override string ToString()

class Vapi.Generators.Runtime.WholeResponse
    public HttpStatusCode StatusCode { get; }
    public IReadOnlyDictionary<string, string> Headers { get; }
    public bool IsNotModified { get; }
    public int Attempts { get; }
    public static Task<HttpResponseMessage> ReadRawAsync(Func<RequestOptions, Task> call, RequestOptions? options = null)
    public static Task<HttpResponseMessage> ReadRawAsync<T>(Func<RequestOptions, IAsyncEnumerable<T>> call, RequestOptions? options = null)
    public static Task<WholeResponse<IAsyncEnumerable<T>>> ReadAsync<T>(Func<RequestOptions, IAsyncEnumerable<T>> call, RequestOptions? options = null)
    public static Task<WholeResponse<T>> ReadAsync<T>(Func<RequestOptions, Task<T>> call, RequestOptions? options = null)
    public static Task<WholeResponse> ReadAsync(Func<RequestOptions, Task> call, RequestOptions? options = null)
    public string? RequestId { get; }

sealed class Vapi.Generators.Runtime.WholeResponse<T> : WholeResponse
    public T? Value { get; }

