namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.IO;
using global::System.Net;
using global::System.Net.Http;
using global::System.Net.Http.Headers;
using global::System.Text;
using global::System.Text.Json;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Sends the requests of all groups of a client.</summary>
internal sealed partial class ApiClient
{
    private const int MaxRedirects = 10;

    /// <summary>The value of Array.MaxLength, which .NET Framework does not have.</summary>
    private const int LongestArray = 0x7FFFFFC7;

    private readonly HttpClient _http;

    private readonly Uri _baseAddress;

    private readonly bool _usesOperationServers;

    private readonly SecurityScheme[] _schemes;

    private readonly Credentials _credentials;

    private readonly bool _allowsHttp;

    private readonly Dictionary<string, string> _defaultHeaders;

    private readonly Action<HttpRequestMessage>? _onRequest;

    private readonly Action<HttpResponseMessage>? _onResponse;

    private readonly TimeSpan _timeout;

    private readonly int _maxRetries;

    private readonly int _maxResponseBytes;

    private readonly string _userAgent;

    /// <param name="http">Sends the requests.</param>
    /// <param name="options">The options of the user.</param>
    /// <param name="schemes">The security schemes of the document.</param>
    /// <param name="keyScheme">The scheme of <see cref="ApiOptions.ApiKey"/>.</param>
    /// <param name="title">The name of the API, for the user agent.</param>
    /// <param name="version">The version of the document, for the user agent.</param>
    public ApiClient(HttpClient http, ApiOptions options, SecurityScheme[] schemes, SecurityScheme? keyScheme, string title, string version)
    {
        _http = http ?? throw new ArgumentNullException(nameof(http));
        if (options is null)
            throw new ArgumentNullException(nameof(options));

        _baseAddress = options.BaseAddress ?? http.BaseAddress
            ?? throw new ArgumentException("Set BaseAddress: the document has no default server.", nameof(options));
        if (_baseAddress is { IsAbsoluteUri: true, UserInfo.Length: > 0 })
            _baseAddress = new UriBuilder(_baseAddress) { UserName = "", Password = "" }.Uri;
        _schemes = schemes;
        _credentials = new Credentials(options, schemes, keyScheme);
        _allowsHttp = options.AllowCredentialsOverHttp;
        RequireAddress(_baseAddress, nameof(options));

        _usesOperationServers = options.DocumentServers is { } servers && ServerAddress.IsAmong(servers, _baseAddress);
        _defaultHeaders = new Dictionary<string, string>(options.DefaultHeaders, StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, string> header in _defaultHeaders)
            HeaderText.Require(header.Key, header.Value);

        _onRequest = options.OnRequest;
        _onResponse = options.OnResponse;
        _timeout = options.Timeout;
        _maxRetries = options.MaxRetries;
        _maxResponseBytes = options.MaxResponseBytes > 0
            ? Math.Min(options.MaxResponseBytes, LongestArray - 1)
            : throw new ArgumentException("MaxResponseBytes must be greater than zero.", nameof(options));
        _userAgent = Token(title) + "/" + Token(version);
        ReadContract(options);
    }

    /// <summary>Implemented if the code has the schemas of the document.</summary>
    partial void ReadContract(ApiOptions options);

    /// <inheritdoc cref="ReadContract"/>
    partial void CheckRequest(ApiRequest request);

    /// <inheritdoc cref="ReadContract"/>
    partial void CheckResponse(ReadOnlySpan<byte> utf8, HttpResponseMessage response, ApiRequest request);

    /// <summary>Creates an HttpClient whose connections live as long as the process.</summary>
    public static HttpClient CreateHttpClient() => new(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Creates a handler without redirects, because the client follows them itself without sending credentials to other hosts. It does not store cookies. In a browser, the browser does both, and the handler has no such settings.</summary>
    public static HttpMessageHandler CreateHandler()
#if NET
        => OperatingSystem.IsBrowser() ? new HttpClientHandler() : new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false };
#else
        => new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
#endif

    /// <exception cref="ArgumentException">The key is null or white space.</exception>
    public static string RequireKey(string apiKey)
        => string.IsNullOrWhiteSpace(apiKey) ? throw new ArgumentException("The API key is empty.", nameof(apiKey)) : apiKey;

    public async Task<T> SendAsync<T>(ApiRequest request, JsonItemReader<T> read, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => (await SendForJsonAsync(request, read, isOptional: false, error, cancellationToken).ConfigureAwait(false))!;

    /// <summary>For a result that can be null or missing.</summary>
    public Task<T?> SendOptionalAsync<T>(ApiRequest request, JsonItemReader<T> read, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => SendForJsonAsync(request, read, isOptional: true, error, cancellationToken);

    private Task<T?> SendForJsonAsync<T>(ApiRequest request, JsonItemReader<T> read, bool isOptional, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => SendAsync<T?>(request, "application/json", error, cancellationToken, async (response, token) =>
        {
            using ResponseBody body = await ResponseBody.ReadAsync(response, _maxResponseBytes, token).ConfigureAwait(false);
            if (body.Bytes.IsEmpty)
                return isOptional ? default : throw WithoutContent(response, request);

            CheckResponse(body.Bytes, response, request);
            request.Options?.PageRequest?.Take(response, request, ApiResponse.ToUtf8(response, body.Bytes));
            if (ApiResponse.IsText(response, request))
                return ParseText(ApiResponse.Decode(response, body.Bytes.ToArray()), read, response, request);

            return ApiResponse.MayBeJson(response)
                ? Parse(ApiResponse.ToUtf8(response, body.Bytes), read, "its body", response, request, isOptional)
                : throw new ApiException(new ApiFailure(response, body.Bytes.ToArray(), request), $"with '{response.Content.Headers.ContentType}' instead of JSON");
        });

    public Task SendAsync(ApiRequest request, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => SendAsync(request, "*/*", error, cancellationToken, static (_, _) => Task.FromResult(true));

    public Task<string> SendForTextAsync(ApiRequest request, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => SendAsync(request, "text/*", error, cancellationToken, async (response, token) =>
        {
            using ResponseBody body = await ResponseBody.ReadAsync(response, _maxResponseBytes, token).ConfigureAwait(false);
            return ApiResponse.Decode(response, body.Bytes.ToArray());
        });

    /// <summary>Sends a request, with retries.</summary>
    private async Task<T> SendAsync<T>(
        ApiRequest request, string accept, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken, Func<HttpResponseMessage, CancellationToken, Task<T>> read, bool keepsResponse = false)
    {
        request.PublicAddress = request.Address(BaseAddress(request));
        request.Attempts = 0;
        CheckRequest(request);
        using var deadline = new Deadline(request.Options?.Timeout ?? _timeout, cancellationToken);
        using RequestTrace trace = RequestTrace.Start(request);
        try
        {
            return await SendUntilAnsweredAsync(request, accept, error, deadline, trace, read, keepsResponse).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!deadline.IsCallers(exception))
        {
            throw trace.Failed(deadline.Explain(request, exception));
        }
        catch (Exception exception)
        {
            trace.Failed(exception);
            throw;
        }
    }

    private async Task<T> SendUntilAnsweredAsync<T>(
        ApiRequest request, string accept, Func<ApiFailure, ApiException?>? error, Deadline deadline, RequestTrace trace, Func<HttpResponseMessage, CancellationToken, Task<T>> read, bool keepsResponse)
    {
        SecurityRequirement? requirement = _credentials.Choose(request.Security);
        ResponseCapture? capture = request.Options?.Capture;
        bool isRefresh = false;
        bool wasRefreshed = false;
        while (true)
        {
            request.Attempts++;
            TimeSpan wait;
            HttpResponseMessage? response = null;
            bool isKept = false;
            try
            {
                response = await SendOnceAsync(request, requirement, isRefresh, accept, keepsResponse, deadline.Token).ConfigureAwait(false);
                isRefresh = false;
                trace.Answered(response, request);
                if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotModified && capture is not null)
                {
                    capture?.Take(response, request);
                    isKept = capture?.IsRaw == true;
                    if (isKept || response.StatusCode == HttpStatusCode.NotModified)
                        return default!;

                    T result = await read(response, deadline.Token).ConfigureAwait(false);
                    isKept = keepsResponse;
                    return result;
                }

                if (response.StatusCode == HttpStatusCode.Unauthorized && !wasRefreshed && _credentials.CanRefresh(requirement) && request.TryRewind())
                {
                    isRefresh = wasRefreshed = true;
                    continue;
                }

                TimeSpan? delay = Permit(RetryPolicy.DelayAfter(response, request, request.Attempts), request, deadline);
                if (delay is null && capture?.IsRaw == true)
                {
                    capture.Take(response, request);
                    isKept = true;
                    return default!;
                }

                wait = delay ?? throw await FailAsync(response, request, error, deadline.Token).ConfigureAwait(false);
            }
            catch (ResponseTooLongException exception)
            {
                throw new ApiException(new ApiFailure(response!, exception.Start, request, isWhole: false), exception.Message, exception);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                wait = Permit(RetryPolicy.DelayAfterFailure(request, request.Attempts), request, deadline) ?? throw new ApiConnectionException(request, exception);
            }
            finally
            {
                if (!isKept)
                    response?.Dispose();
            }

            await Task.Delay(wait, deadline.Token).ConfigureAwait(false);
        }
    }

    /// <summary>The delay before the next attempt; null if there are no attempts or no time left, or the body cannot be sent again.</summary>
    private TimeSpan? Permit(TimeSpan? delay, ApiRequest request, Deadline deadline)
        => delay is { } wait && request.Attempts <= (request.Options?.MaxRetries ?? _maxRetries) && deadline.Allows(wait) && request.TryRewind() ? delay : null;

    private async Task<ApiException> FailAsync(HttpResponseMessage response, ApiRequest request, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
    {
        using ResponseBody body = await ResponseBody.ReadFailureAsync(response, cancellationToken).ConfigureAwait(false);
        if (body.Break is null && body.Bytes.Length < ResponseBody.MaxFailure)
            CheckResponse(body.Bytes, response, request);

        var failure = new ApiFailure(response, body.Bytes.ToArray(), request, isWhole: body.Break is null && body.Bytes.Length < ResponseBody.MaxFailure);
        return error?.Invoke(failure) ?? new ApiException(failure, body.Break is null ? null : "its body is incomplete", body.Break);
    }

    /// <summary>Returns the response after redirects. Its body is not read yet.</summary>
    private async Task<HttpResponseMessage> SendOnceAsync(ApiRequest request, SecurityRequirement? requirement, bool isRefresh, string accept, bool isStream, CancellationToken cancellationToken)
    {
        Uri baseAddress = BaseAddress(request);
        var message = new HttpRequestMessage(request.Method, request.Address(baseAddress)) { Content = request.CreateContent() };
        for (int hops = 0; ; hops++)
        {
            if (SameHost(message.RequestUri!, baseAddress))
                request.CopyHeaders(message, _defaultHeaders);

            Introduce(message, request.Accept ?? accept, isStream);
            _onRequest?.Invoke(message);
            if (requirement is not null && SameHost(message.RequestUri!, baseAddress))
                await _credentials.AddAsync(message, requirement, isRefresh, request, cancellationToken).ConfigureAwait(false);

            HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            try
            {
                _onResponse?.Invoke(response);
                if (hops == MaxRedirects || ApiResponse.Redirect(response, message, request.Secrets) is not { } next || !SameHost(next.RequestUri!, baseAddress) && HasOwnCredentials())
                    return response;

                message = next;
            }
            catch
            {
                response.Dispose();
                throw;
            }

            response.Dispose();
        }
    }
}
