using System.Net;
using System.Text;

namespace Vapi.Generators.Tests;

/// <summary>The other side of a client's connection: it keeps what is sent and answers what it is told.</summary>
internal sealed class FakeApi(HttpStatusCode status = HttpStatusCode.OK, string body = "", string contentType = "application/json")
{
    public List<FakeRequest> Requests { get; } = [];

    public HttpClient CreateHttpClient() => new(CreateHandler());

    /// <summary>Answers instead of the handlers behind it.</summary>
    public DelegatingHandler CreateHandler() => new Handler(this);

    private sealed class Handler(FakeApi api) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string? content = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            api.Requests.Add(new FakeRequest(request.Method.Method, request.RequestUri!.PathAndQuery, content, request));
            return new HttpResponseMessage(api.Status) { Content = new StringContent(api.Body, Encoding.UTF8, api.ContentType), RequestMessage = request };
        }
    }

    private HttpStatusCode Status { get; } = status;

    private string Body { get; } = body;

    private string ContentType { get; } = contentType;
}

/// <summary>A request that arrived.</summary>
internal sealed record FakeRequest(string Method, string PathAndQuery, string? Body, HttpRequestMessage Message)
{
    public string? ContentType { get; } = Message.Content?.Headers.ContentType?.ToString();

    public string? Header(string name) => Message.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;
}
