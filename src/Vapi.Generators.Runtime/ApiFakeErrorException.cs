namespace Vapi.Generators.Runtime;

/// <summary>Answers a request with a status of your choice: throw it in a delegate of a fake, or in <see cref="ApiFake.OnRequest"/>. The client gets an ordinary response.</summary>
public sealed class ApiFakeErrorException : global::System.Exception
{
    private readonly byte[] _body;

    private readonly string _contentType;

    /// <summary>Answers with a body as text.</summary>
    /// <param name="statusCode">The status code, such as 404.</param>
    /// <param name="body">The body; empty by default.</param>
    /// <param name="contentType">The content type of the body.</param>
    public ApiFakeErrorException(int statusCode, string body = "", string contentType = "application/json")
        : this(statusCode, global::System.Text.Encoding.UTF8.GetBytes(body ?? throw new global::System.ArgumentNullException(nameof(body))), contentType)
    {
    }

    /// <summary>Answers with the JSON of a generated type.</summary>
    /// <param name="statusCode">The status code, such as 404.</param>
    /// <param name="body">The body.</param>
    public ApiFakeErrorException(int statusCode, ApiRuntime.IJsonModel body)
        : this(statusCode, ApiRuntime.FakeJson.Write(body ?? throw new global::System.ArgumentNullException(nameof(body)), static (writer, value) => value.Write(writer)), "application/json")
    {
    }

    private ApiFakeErrorException(int statusCode, byte[] body, string contentType)
        : base(global::System.FormattableString.Invariant($"The fake answers with the status {statusCode}."))
    {
        StatusCode = statusCode;
        _body = body;
        _contentType = contentType;
    }

    /// <summary>The status code of the response.</summary>
    public int StatusCode { get; }

    /// <summary>The headers of the response, such as <c>Retry-After</c>.</summary>
    public global::System.Collections.Generic.IDictionary<string, string> Headers { get; } = new global::System.Collections.Generic.Dictionary<string, string>(global::System.StringComparer.OrdinalIgnoreCase);

    internal global::System.Net.Http.HttpResponseMessage ToResponse()
    {
        global::System.Net.Http.HttpResponseMessage response = ApiRuntime.FakeCall.Respond(StatusCode, _body, _body.Length == 0 ? null : _contentType);
        foreach (global::System.Collections.Generic.KeyValuePair<string, string> header in Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(header.Key, header.Value))
                response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return response;
    }
}
