using System.Text;

namespace NativeAot;

/// <summary>One assistant, without a network. It has a model and a property that the document does not define.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    private const string Assistants = """
        [{"id":"7b1c6f3e-0000-4000-8000-000000000001","orgId":"7b1c6f3e-0000-4000-8000-000000000000","name":"Reception","model":{"provider":"next-year","layers":[1,2]},"createdAt":"2026-01-02T03:04:05Z","updatedAt":"2026-01-02T03:04:05Z","mood":"calm"}]
        """;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Task.FromResult(new HttpResponseMessage { Content = new StringContent(Assistants, Encoding.UTF8, "application/json") });
}
