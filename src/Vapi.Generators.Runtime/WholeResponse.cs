namespace Vapi.Generators.Runtime;

/// <summary>
/// A response of any operation, with its status and headers: <c>await WholeResponse.ReadAsync(options => client.Things.FindAsync(id, options))</c>. An error response throws an <see cref="ApiException"/>, which has the status and headers too.
/// A 304, the response to <c>If-None-Match</c> and <c>If-Modified-Since</c> if nothing changed, does not throw.
/// </summary>
public class WholeResponse
{
    internal WholeResponse(ApiRuntime.ResponseCapture capture)
    {
        StatusCode = capture.Response.StatusCode;
        Headers = capture.Headers;
        RequestId = ApiRuntime.ResponseHeaders.FindRequestId(capture.Headers);
        Attempts = capture.Attempts;
    }

    /// <summary>The status code of the response: a success, or 304.</summary>
    public global::System.Net.HttpStatusCode StatusCode { get; }

    /// <summary>The headers of the response and of its content. Names are case-insensitive.</summary>
    public global::System.Collections.Generic.IReadOnlyDictionary<string, string> Headers { get; }

    /// <inheritdoc cref="ApiException.RequestId"/>
    public string? RequestId { get; }

    /// <summary>The number of times the request was sent.</summary>
    public int Attempts { get; }

    /// <summary>Whether the status is 304: the response has no content, because the caller already has it.</summary>
    public bool IsNotModified => StatusCode == global::System.Net.HttpStatusCode.NotModified;

    /// <summary>Calls an operation without a result.</summary>
    /// <param name="call">Calls one method of a client, and passes the given options to it.</param>
    /// <param name="options">Options for this request, which override the options of the client.</param>
    /// <exception cref="ApiException">The API returned an error, or a response that does not match the document.</exception>
    /// <exception cref="global::System.InvalidOperationException">The call did not pass the options to the method.</exception>
    public static async global::System.Threading.Tasks.Task<WholeResponse> ReadAsync(global::System.Func<RequestOptions, global::System.Threading.Tasks.Task> call, RequestOptions? options = null)
    {
        var capture = new ApiRuntime.ResponseCapture(isRaw: false);
        await call(capture.Watch(options)).ConfigureAwait(false);
        return new WholeResponse(capture);
    }

    /// <summary>Calls an operation with a result.</summary>
    /// <inheritdoc cref="ReadAsync(global::System.Func{RequestOptions, global::System.Threading.Tasks.Task}, RequestOptions)"/>
    public static async global::System.Threading.Tasks.Task<WholeResponse<T>> ReadAsync<T>(global::System.Func<RequestOptions, global::System.Threading.Tasks.Task<T>> call, RequestOptions? options = null)
    {
        var capture = new ApiRuntime.ResponseCapture(isRaw: false);
        T value = await call(capture.Watch(options)).ConfigureAwait(false);
        return new WholeResponse<T>(capture, value);
    }

    /// <summary>Calls an operation that streams items. Returns as soon as the headers have arrived. The result keeps the connection open until all items are read or the enumeration ends.</summary>
    /// <inheritdoc cref="ReadAsync(global::System.Func{RequestOptions, global::System.Threading.Tasks.Task}, RequestOptions)"/>
    public static async global::System.Threading.Tasks.Task<WholeResponse<global::System.Collections.Generic.IAsyncEnumerable<T>>> ReadAsync<T>(
        global::System.Func<RequestOptions, global::System.Collections.Generic.IAsyncEnumerable<T>> call, RequestOptions? options = null)
    {
        var capture = new ApiRuntime.ResponseCapture(isRaw: false);
        global::System.Collections.Generic.IAsyncEnumerable<T> items = await capture.StartAsync(call(capture.Watch(options))).ConfigureAwait(false);
        return new WholeResponse<global::System.Collections.Generic.IAsyncEnumerable<T>>(capture, items);
    }

    /// <summary>
    /// Sends the request of an operation, with its credentials, retries and tracing, and returns the last response with any status and content type. Its body is not read yet. Dispose the response.
    /// To request a certain representation, set the Accept header in the options.
    /// </summary>
    /// <param name="call">Calls one method of a client, and passes the given options to it. Its result is ignored.</param>
    /// <param name="options">Options for this request, which override the options of the client.</param>
    /// <exception cref="ApiConnectionException">The API did not respond.</exception>
    /// <exception cref="global::System.InvalidOperationException">The call did not pass the options to the method.</exception>
    public static async global::System.Threading.Tasks.Task<global::System.Net.Http.HttpResponseMessage> ReadRawAsync(
        global::System.Func<RequestOptions, global::System.Threading.Tasks.Task> call, RequestOptions? options = null)
    {
        var capture = new ApiRuntime.ResponseCapture(isRaw: true);
        await call(capture.Watch(options)).ConfigureAwait(false);
        return capture.Response;
    }

    /// <inheritdoc cref="ReadRawAsync(global::System.Func{RequestOptions, global::System.Threading.Tasks.Task}, RequestOptions)"/>
    public static async global::System.Threading.Tasks.Task<global::System.Net.Http.HttpResponseMessage> ReadRawAsync<T>(
        global::System.Func<RequestOptions, global::System.Collections.Generic.IAsyncEnumerable<T>> call, RequestOptions? options = null)
    {
        var capture = new ApiRuntime.ResponseCapture(isRaw: true);
        await capture.StartAsync(call(capture.Watch(options))).ConfigureAwait(false);
        return capture.Response;
    }
}

/// <summary>A response with its status, headers and content.</summary>
/// <typeparam name="T">The type of the operation's result.</typeparam>
public sealed class WholeResponse<T> : WholeResponse
{
    internal WholeResponse(ApiRuntime.ResponseCapture capture, T value)
        : base(capture) => Value = value;

    /// <summary>The content. If the status is 304, null or the default of its type.</summary>
    public T? Value { get; }
}
