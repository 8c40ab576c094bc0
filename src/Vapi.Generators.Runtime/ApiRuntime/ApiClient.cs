namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.IO;
using global::System.Net.Http;
using global::System.Net.Http.Headers;
using global::System.Runtime.CompilerServices;
using global::System.Text;
using global::System.Text.Json;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Sends the requests of all groups of a client.</summary>
internal sealed class ApiClient
{
    private const int MaxRedirects = 10;

    private const string Streams = "text/event-stream, application/x-ndjson, application/json;q=0.5";

    private readonly HttpClient _http;

    private readonly Uri _baseAddress;

    private readonly ApiCredential? _credential;

    private readonly string? _key;

    private readonly TimeSpan _timeout;

    private readonly int _maxRetries;

    private readonly string _userAgent;

    public ApiClient(HttpClient http, ApiOptions options, ApiCredential? credential, string title, string version)
    {
        _http = http ?? throw new ArgumentNullException(nameof(http));
        if (options is null)
            throw new ArgumentNullException(nameof(options));

        _baseAddress = options.BaseAddress ?? http.BaseAddress
            ?? throw new ArgumentException("Set BaseAddress: the document names no server that could be the default.", nameof(options));
        if (_baseAddress is { IsAbsoluteUri: true, UserInfo.Length: > 0 })
            _baseAddress = new UriBuilder(_baseAddress) { UserName = "", Password = "" }.Uri;
        if (!_baseAddress.IsAbsoluteUri || _baseAddress.Scheme is not ("https" or "http"))
            throw new ArgumentException($"BaseAddress must be an absolute http or https address; it is '{_baseAddress}'.", nameof(options));

        _key = string.IsNullOrEmpty(options.ApiKey) ? null : options.ApiKey;
        foreach (char c in _key ?? "")
        {
            if (c is < ' ' or > '~')
                throw new ArgumentException("The API key has a character that cannot be sent: a line break at its end, for example.", nameof(options));
        }

        if (_key is not null && _baseAddress.Scheme == "http" && !_baseAddress.IsLoopback)
            throw new ArgumentException($"The API key is only sent over https: '{_baseAddress.Host}' is not this machine.", nameof(options));

        _credential = credential;
        _timeout = options.Timeout;
        _maxRetries = options.MaxRetries;
        _userAgent = Token(title) + "/" + Token(version);
    }

    /// <summary>Connections that live as long as the process; redirects are followed here, where the credentials can be kept back.</summary>
    public static HttpClient CreateHttpClient()
    {
#if NET
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false };
#else
        var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
#endif
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <exception cref="ArgumentException">The key is null or white space.</exception>
    public static string RequireKey(string apiKey)
        => string.IsNullOrWhiteSpace(apiKey) ? throw new ArgumentException("The API key is empty.", nameof(apiKey)) : apiKey;

    public Task<T> SendAsync<T>(ApiRequest request, JsonItemReader<T> read, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => SendAsync(request, "application/json", error, cancellationToken, async (response, token) =>
        {
            byte[] body = await ReadAsync(response, token).ConfigureAwait(false);
            return Parse(body, read, "its body", response, request);
        });

    public Task SendAsync(ApiRequest request, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => SendAsync(request, "*/*", error, cancellationToken, static (_, _) => Task.FromResult(true));

    public Task<string> SendForTextAsync(ApiRequest request, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => SendAsync(request, "text/*", error, cancellationToken, static async (response, token) => ApiFailure.Decode(response, await ReadAsync(response, token).ConfigureAwait(false)));

    public Task<ApiStream> SendForStreamAsync(ApiRequest request, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => SendForStreamAsync(request, "*/*", error, cancellationToken);

    /// <summary>The items of a streamed answer, each as soon as it is there. Who stops asking for more closes the connection.</summary>
    public IAsyncEnumerable<T> StreamAsync<T>(ApiRequest request, JsonItemReader<T> read, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => StreamAsync(request, error, (item, response) => Parse(item, read, "an item of the stream", response, request), cancellationToken);

    /// <inheritdoc cref="StreamAsync{T}(ApiRequest, JsonItemReader{T}, Func{ApiFailure, ApiException}, CancellationToken)"/>
    public IAsyncEnumerable<string> StreamTextAsync(ApiRequest request, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => StreamAsync(request, error, static (item, _) => Encoding.UTF8.GetString(item), cancellationToken);

    private async IAsyncEnumerable<T> StreamAsync<T>(
        ApiRequest request, Func<ApiFailure, ApiException?>? error, Func<byte[], HttpResponseMessage, T> parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using ApiStream stream = await SendForStreamAsync(request, Streams, error, cancellationToken).ConfigureAwait(false);
        var items = new ItemReader(stream.Response, stream.Stream, request);
        while (await items.ReadAsync(cancellationToken).ConfigureAwait(false) is { } item)
            yield return parse(item, stream.Response);
    }

    /// <summary>The time limit ends when the headers are there: a long download is the caller's own time.</summary>
    private Task<ApiStream> SendForStreamAsync(ApiRequest request, string accept, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
        => SendAsync(request, accept, error, cancellationToken, keepsResponse: true, read: async (response, _) =>
        {
#if NET
            return new ApiStream(response, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
#else
            return new ApiStream(response, await response.Content.ReadAsStreamAsync().ConfigureAwait(false));
#endif
        });

    private static T Parse<T>(byte[] utf8, JsonItemReader<T> read, string what, HttpResponseMessage response, ApiRequest request)
    {
        try
        {
            return Json.Parse(utf8, read) ?? throw new JsonException("Expected a value, found null. Path: $, byte 0.");
        }
        catch (JsonException exception)
        {
            throw new ApiException(new ApiFailure(response, utf8, request), $"{what} is not what the document says ({exception.Message})", exception);
        }
    }

    /// <summary>Sends a request until it is answered or must not be repeated.</summary>
    private async Task<T> SendAsync<T>(
        ApiRequest request, string accept, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken, Func<HttpResponseMessage, CancellationToken, Task<T>> read, bool keepsResponse = false)
    {
        request.PublicAddress = request.Address(_baseAddress);
        if (_key is not null && _credential is { } credential && request.SendsCredentials)
            request.AddCredential(credential, _key);

        using var deadline = new Deadline(request.Options?.Timeout ?? _timeout, cancellationToken);
        try
        {
            while (true)
            {
                request.Attempts++;
                TimeSpan wait;
                HttpResponseMessage? response = null;
                bool isKept = false;
                try
                {
                    response = await SendOnceAsync(request, accept, deadline.Token).ConfigureAwait(false);
                    if (response.IsSuccessStatusCode)
                    {
                        T result = await read(response, deadline.Token).ConfigureAwait(false);
                        isKept = keepsResponse;
                        return result;
                    }

                    wait = Permit(RetryPolicy.DelayAfter(response, request, request.Attempts), request, deadline)
                        ?? throw await FailAsync(response, request, error, deadline.Token).ConfigureAwait(false);
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
        catch (OperationCanceledException exception) when (deadline.HasPassed)
        {
            throw deadline.Timeout(request, exception);
        }
    }

    /// <summary>The wait before one more attempt; null when there are no attempts or is no time left, or the body cannot be sent again.</summary>
    private TimeSpan? Permit(TimeSpan? delay, ApiRequest request, Deadline deadline)
        => delay is { } wait && request.Attempts <= (request.Options?.MaxRetries ?? _maxRetries) && deadline.Allows(wait) && request.TryRewind() ? delay : null;

    private static async Task<ApiException> FailAsync(HttpResponseMessage response, ApiRequest request, Func<ApiFailure, ApiException?>? error, CancellationToken cancellationToken)
    {
        var failure = new ApiFailure(response, await ReadAsync(response, cancellationToken).ConfigureAwait(false), request);
        return error?.Invoke(failure) ?? new ApiException(failure);
    }

    /// <summary>The response, its body unread, after redirects.</summary>
    private async Task<HttpResponseMessage> SendOnceAsync(ApiRequest request, string accept, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(request.Method, request.Address(_baseAddress)) { Content = request.CreateContent() };
        request.CopyHeaders(message);
        Introduce(message, accept);
        HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        for (int hops = 0; hops < MaxRedirects && Redirect(response, message) is { } target; hops++)
        {
            message = new HttpRequestMessage(request.Method, target);
            if (SameHost(target))
                request.CopyHeaders(message);

            Introduce(message, accept);
            response.Dispose();
            response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    /// <summary>Where a safe request goes next; null when there is nowhere to go.</summary>
    private static Uri? Redirect(HttpResponseMessage response, HttpRequestMessage message)
    {
        bool isRedirect = (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;
        if (!isRedirect || response.Headers.Location is not { } location || message.Method != HttpMethod.Get && message.Method != HttpMethod.Head)
            return null;

        Uri target = location.IsAbsoluteUri ? location : new Uri(message.RequestUri!, location);
        return target.Scheme == "https" || target.Scheme == "http" && message.RequestUri!.Scheme == "http" ? target : null;
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
#if NET
        return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
#else
        using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, 81920, cancellationToken).ConfigureAwait(false);
        return copy.ToArray();
#endif
    }

    /// <summary>Letters of a product name (RFC 9110, 10.1.5).</summary>
    private static string Token(string text)
    {
        var token = new StringBuilder();
        foreach (char c in text)
            token.Append(c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '.' or '-' ? c : '-');

        return token.Length == 0 ? "-" : token.ToString();
    }

    private bool SameHost(Uri target) => target.Scheme == _baseAddress.Scheme && target.Host == _baseAddress.Host && target.Port == _baseAddress.Port;

    private void Introduce(HttpRequestMessage message, string accept)
    {
        if (message.Headers.Accept.Count == 0)
            message.Headers.Accept.ParseAdd(accept);
        if (message.Headers.UserAgent.Count == 0)
            message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
    }
}
