namespace Vapi.Generators.Runtime;

/// <summary>
/// Receives the requests that an API sends: verifies the raw bytes, finds the kind of message, calls the handler of that kind, and returns the response to send. It needs no web framework.
/// Set the handlers before the first request; after that, concurrent requests can use one instance.
/// </summary>
public abstract class ApiWebhooks
{
    private readonly ApiWebhookVerification _verification;

    internal ApiWebhooks(ApiWebhookVerification verification) => _verification = verification ?? throw new global::System.ArgumentNullException(nameof(verification));

    /// <summary>The maximum length of a request body in bytes. A longer one gets the status 413 and is not read further. The default is 10,485,760 (10 MiB).</summary>
    public int MaxRequestBytes { get; set; } = 10 << 20;

    /// <summary>
    /// The maximum time for a request, including reading its body. After that, the token of the handler is canceled, and the request gets the status 503, even if the handler is still running.
    /// Set it to less than the time after which the API gives up. The default is <see cref="global::System.Threading.Timeout.InfiniteTimeSpan"/>, no limit.
    /// </summary>
    public global::System.TimeSpan Timeout { get; set; } = global::System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// Handles every message that no other handler gets, as the whole JSON of the request: of a kind without a handler, of a kind that the document does not define, and any JSON that is not a message.
    /// Its result is the JSON of the response; null for a response without content. Without this handler, such a message is accepted and ignored.
    /// </summary>
    public global::System.Func<global::System.Text.Json.JsonElement, global::System.Threading.CancellationToken, global::System.Threading.Tasks.Task<global::System.Text.Json.JsonElement?>>? OnOther { get; set; }

    /// <summary>The property that responses are put in; null for none.</summary>
    internal string? ResponseProperty { get; set; }

    /// <summary>Handles a request whose body is in memory.</summary>
    /// <param name="body">The bytes of the body, exactly as they were received.</param>
    /// <param name="findHeader">Returns the value of a header of the request, or null: <c>name => request.Headers[name]</c>. Names of headers are case-insensitive.</param>
    /// <param name="webhook">The name of the webhook in the document, if the address of the request tells it. By default, the content tells the kind of message.</param>
    /// <param name="cancellationToken">Cancels the handler.</param>
    /// <returns>The response to send. Exceptions of a handler are not caught.</returns>
    public global::System.Threading.Tasks.Task<ApiWebhookResponse> ReceiveAsync(
        global::System.ReadOnlyMemory<byte> body, global::System.Func<string, string?> findHeader, string? webhook = null, global::System.Threading.CancellationToken cancellationToken = default)
        => ReceiveAsync(new ApiRuntime.WebhookRequest(body, findHeader, webhook), cancellationToken);

    /// <summary>Handles a request whose body is a stream. The stream is not disposed.</summary>
    /// <inheritdoc cref="ReceiveAsync(global::System.ReadOnlyMemory{byte}, global::System.Func{string, string}, string, global::System.Threading.CancellationToken)"/>
    public global::System.Threading.Tasks.Task<ApiWebhookResponse> ReceiveAsync(
        global::System.IO.Stream body, global::System.Func<string, string?> findHeader, string? webhook = null, global::System.Threading.CancellationToken cancellationToken = default)
        => ReceiveAsync(new ApiRuntime.WebhookRequest(body, findHeader, webhook), cancellationToken);

    /// <summary>Finds the kind of a message and reads it.</summary>
    /// <param name="reader">At the first token of a complete JSON text.</param>
    /// <param name="webhook">The name of the webhook, if it is known.</param>
    /// <returns>Null if there is no handler for it.</returns>
    /// <exception cref="global::System.Text.Json.JsonException">The message does not match its type.</exception>
    internal abstract ApiRuntime.WebhookCall? Find(global::System.Text.Json.Utf8JsonReader reader, string? webhook);

    /// <summary>A call of the handler of a kind; null if it has none.</summary>
    /// <param name="kind">The name of the kind.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="reader">At the message.</param>
    /// <param name="read">Reads the message.</param>
    /// <param name="write">Writes the response.</param>
    /// <param name="status">The status of the response.</param>
    /// <param name="line">The name of the properties of the response that must be one line of text; null for none.</param>
    private protected ApiRuntime.WebhookCall? Call<TMessage, TResponse>(
        string kind, global::System.Func<TMessage, global::System.Threading.CancellationToken, global::System.Threading.Tasks.Task<TResponse>>? handler,
        ref global::System.Text.Json.Utf8JsonReader reader, ApiRuntime.JsonItemReader<TMessage> read, ApiRuntime.JsonItemWriter<TResponse> write, int status = 200, string? line = null)
    {
        if (handler is null)
            return null;

        TMessage message = ApiRuntime.Json.ReadRoot(ref reader, read)!;
        return new(kind, status, async token => await handler(message, token).ConfigureAwait(false) is { } response ? ApiRuntime.WebhookJson.Write(response, write, ResponseProperty, line) : default);
    }

    /// <summary>A call of the handler of a kind that needs no response.</summary>
    /// <inheritdoc cref="Call{TMessage, TResponse}"/>
    private protected static ApiRuntime.WebhookCall? Call<TMessage>(
        string kind, global::System.Func<TMessage, global::System.Threading.CancellationToken, global::System.Threading.Tasks.Task>? handler,
        ref global::System.Text.Json.Utf8JsonReader reader, ApiRuntime.JsonItemReader<TMessage> read, int status = 200)
    {
        if (handler is null)
            return null;

        TMessage message = ApiRuntime.Json.ReadRoot(ref reader, read)!;
        return new(kind, status, async token =>
        {
            await handler(message, token).ConfigureAwait(false);
            return default;
        });
    }

    private async global::System.Threading.Tasks.Task<ApiWebhookResponse> ReceiveAsync(ApiRuntime.WebhookRequest request, global::System.Threading.CancellationToken cancellationToken)
    {
        using ApiRuntime.WebhookTrace trace = ApiRuntime.WebhookTrace.Start();
        using var deadline = global::System.Threading.CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Timeout);
        try
        {
            global::System.Threading.Tasks.Task<ApiWebhookResponse> running = RespondAsync(request, trace, deadline.Token);
            global::System.Threading.Tasks.Task first = await global::System.Threading.Tasks.Task.WhenAny(
                running, global::System.Threading.Tasks.Task.Delay(global::System.Threading.Timeout.InfiniteTimeSpan, deadline.Token)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return trace.Responded(first == running ? await running.ConfigureAwait(false) : Late());
        }
        catch (global::System.OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return trace.Responded(Late());
        }
        catch (global::System.Exception exception) when (trace.IsFailed(exception))
        {
            throw;
        }
        finally
        {
            deadline.Cancel();
        }
    }

    private ApiWebhookResponse Late() => new(503, global::System.FormattableString.Invariant($"The request was not handled within {Timeout.TotalSeconds:0.###} seconds."));

    private async global::System.Threading.Tasks.Task<ApiWebhookResponse> RespondAsync(ApiRuntime.WebhookRequest request, ApiRuntime.WebhookTrace trace, global::System.Threading.CancellationToken cancellationToken)
    {
        // Without a signature, a stranger's body is not even read.
        if (!_verification.ReadsBody && _verification.Refuse(request.FindHeader, default) is { } stranger)
            return new(401, stranger);
        if (await request.ReadAsync(MaxRequestBytes, cancellationToken).ConfigureAwait(false) is not { } body)
            return new(413, global::System.FormattableString.Invariant($"The body has more than {MaxRequestBytes} bytes."));
        if (_verification.ReadsBody && _verification.Refuse(request.FindHeader, body.Span) is { } forgery)
            return new(401, forgery);
        if (ApiRuntime.WebhookJson.WhyBroken(body.Span) is { } broken)
            return new(400, "The body is not JSON. " + broken);

        ApiRuntime.WebhookCall call = FindCall(body.Span, request.Webhook) ?? Other(body.Span);
        trace.Found(call);
        return new(call.Status, await call.RunAsync(cancellationToken).ConfigureAwait(false));
    }

    private ApiRuntime.WebhookCall? FindCall(global::System.ReadOnlySpan<byte> body, string? webhook)
    {
        try
        {
            var reader = new global::System.Text.Json.Utf8JsonReader(ApiRuntime.Json.WithoutByteOrderMark(body));
            reader.Read();
            return Find(reader, webhook);
        }
        catch (global::System.Exception exception) when (exception is global::System.Text.Json.JsonException or global::System.FormatException or global::System.InvalidOperationException or global::System.InsufficientExecutionStackException)
        {
            // JSON of another form than the kind declares is not lost: the handler of all other messages gets it.
            return null;
        }
    }

    private ApiRuntime.WebhookCall Other(global::System.ReadOnlySpan<byte> body)
    {
        if (OnOther is not { } handler)
            return new(null, 200, static _ => global::System.Threading.Tasks.Task.FromResult<global::System.ReadOnlyMemory<byte>>(default));

        global::System.Text.Json.JsonElement whole = ApiRuntime.Json.Parse(body, ApiRuntime.Json.ReadAny);
        return new(null, 200, async token => await handler(whole, token).ConfigureAwait(false) is { } response ? ApiRuntime.WebhookJson.Write(response, static (writer, value) => value.WriteTo(writer), null, null) : default);
    }
}
