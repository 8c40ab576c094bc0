namespace Vapi.Generators.Runtime;

/// <summary>
/// The API in memory, for tests of code that uses the client. It reads each request as the document describes it, calls the delegate of the operation, and writes its result as a response. A request that the document does not allow throws an
/// <see cref="ApiFakeRefusedException"/>. Set the delegates before the first request; after that, concurrent requests can use one instance.
/// </summary>
public abstract class ApiFake : global::System.Net.Http.HttpMessageHandler
{
    private readonly ApiRuntime.FakeOperations _operations = new();

    private readonly global::System.Collections.Generic.List<ApiFakeRequest> _requests = new();

    internal ApiFake(string basePath) => BasePath = basePath;

    /// <summary>The requests so far, in the order in which they arrived, including those that were refused.</summary>
    public global::System.Collections.Generic.IReadOnlyList<ApiFakeRequest> Requests
    {
        get
        {
            lock (_requests)
                return _requests.ToArray();
        }
    }

    /// <summary>
    /// Called with each request of an operation before its delegate: await a delay or a gate in it, throw an <see cref="global::System.Net.Http.HttpRequestException"/> for a connection that fails, or an <see cref="ApiFakeErrorException"/>.
    /// </summary>
    public global::System.Func<ApiFakeRequest, global::System.Threading.Tasks.Task>? OnRequest { get; set; }

    /// <summary>The path of the base address of clients, which is before the paths of the document. The default is the path of the document's first server. Requests without it are accepted, too.</summary>
    public string BasePath { get; set; }

    /// <summary>Returns the items one by one, for an operation that streams them.</summary>
    public static async global::System.Collections.Generic.IAsyncEnumerable<T> Items<T>(params T[] items)
    {
        foreach (T item in items)
        {
            await global::System.Threading.Tasks.Task.Yield();
            yield return item;
        }
    }

    /// <summary>Creates the connection of a client with these options.</summary>
    internal global::System.Net.Http.HttpClient Connect(ApiOptions options)
    {
        if (options.BaseAddress is { IsAbsoluteUri: true } address)
            BasePath = address.AbsolutePath;

        return new(this, disposeHandler: false) { BaseAddress = new("https://fake.test/"), Timeout = global::System.Threading.Timeout.InfiniteTimeSpan };
    }

    internal void Add(ApiRuntime.FakeOperation operation) => _operations.Add(operation);

    /// <inheritdoc/>
    protected override async global::System.Threading.Tasks.Task<global::System.Net.Http.HttpResponseMessage> SendAsync(
        global::System.Net.Http.HttpRequestMessage request, global::System.Threading.CancellationToken cancellationToken)
    {
        byte[] body = request.Content is { } content ? await content.ReadAsByteArrayAsync().ConfigureAwait(false) : global::System.Array.Empty<byte>();
        var received = new ApiFakeRequest(request, body, cancellationToken);
        lock (_requests)
            _requests.Add(received);

        global::System.Net.Http.HttpResponseMessage response;
        try
        {
            global::System.Collections.Generic.IReadOnlyList<ApiRuntime.FakeCall> calls = _operations.Find(received, BasePath);
            received.Operation = calls[0].Operation.Name;
            if (OnRequest is { } before)
                await before(received).ConfigureAwait(false);

            response = ApiRuntime.FakeOperations.Answer(calls);
        }
        catch (ApiFakeErrorException error)
        {
            response = error.ToResponse();
        }
        catch (ApiFakeRefusedException refusal)
        {
            received.Refusal = refusal.Message;
            throw;
        }

        response.RequestMessage = request;
        return response;
    }
}
