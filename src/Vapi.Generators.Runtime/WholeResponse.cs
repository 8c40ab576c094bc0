namespace Vapi.Generators.Runtime;

/// <summary>
/// A response with its status and headers, of any operation: <c>await WholeResponse.ReadAsync(options => client.Things.FindAsync(id, options))</c>. A response that is no success is an <see cref="ApiException"/>, which has them too,
/// but for 304: that is what <c>If-None-Match</c> and <c>If-Modified-Since</c> ask for.
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

    /// <summary>The status: of a success, or 304.</summary>
    public global::System.Net.HttpStatusCode StatusCode { get; }

    /// <summary>The headers of the response and of its body. Names are compared without regard to case.</summary>
    public global::System.Collections.Generic.IReadOnlyDictionary<string, string> Headers { get; }

    /// <inheritdoc cref="ApiException.RequestId"/>
    public string? RequestId { get; }

    /// <summary>How many times the request was sent.</summary>
    public int Attempts { get; }

    /// <summary>Whether the status is 304: there is no content, because the caller has it already.</summary>
    public bool IsNotModified => StatusCode == global::System.Net.HttpStatusCode.NotModified;

    /// <summary>Calls an operation without a result.</summary>
    /// <param name="call">Calls one method of a client with the options that it is given.</param>
    /// <param name="options">What differs from the client's options for this request.</param>
    /// <exception cref="ApiException">The response is no success, or not what the document says.</exception>
    /// <exception cref="global::System.InvalidOperationException">The options were not handed on.</exception>
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

    /// <summary>Calls an operation that streams items. The result is there when the headers are; it holds the connection until its items are read or no more are asked for.</summary>
    /// <inheritdoc cref="ReadAsync(global::System.Func{RequestOptions, global::System.Threading.Tasks.Task}, RequestOptions)"/>
    public static async global::System.Threading.Tasks.Task<WholeResponse<global::System.Collections.Generic.IAsyncEnumerable<T>>> ReadAsync<T>(
        global::System.Func<RequestOptions, global::System.Collections.Generic.IAsyncEnumerable<T>> call, RequestOptions? options = null)
    {
        var capture = new ApiRuntime.ResponseCapture(isRaw: false);
        global::System.Collections.Generic.IAsyncEnumerable<T> items = await capture.StartAsync(call(capture.Watch(options))).ConfigureAwait(false);
        return new WholeResponse<global::System.Collections.Generic.IAsyncEnumerable<T>>(capture, items);
    }

    /// <summary>
    /// Sends the request of an operation, with its credentials, retries and tracing, and returns the last response as it is: whatever its status and content type are, with its body unread. The caller disposes it.
    /// Ask for a representation by the header Accept of the options.
    /// </summary>
    /// <param name="call">Calls one method of a client with the options that it is given. What that returns means nothing.</param>
    /// <param name="options">What differs from the client's options for this request.</param>
    /// <exception cref="ApiConnectionException">There was no response.</exception>
    /// <exception cref="global::System.InvalidOperationException">The options were not handed on.</exception>
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
/// <typeparam name="T">What the operation returns.</typeparam>
public sealed class WholeResponse<T> : WholeResponse
{
    internal WholeResponse(ApiRuntime.ResponseCapture capture, T value)
        : base(capture) => Value = value;

    /// <summary>The content; null, or the default of its type, when the status is 304.</summary>
    public T? Value { get; }
}
