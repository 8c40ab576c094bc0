using System.Net;
using System.Text;

namespace DependencyInjection;

/// <summary>Two assistants, without a network. The first request fails, so that the resilience handler has something to do.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    private const string Assistants = """
        [
          { "id": "7b1c6f3e-0000-4000-8000-000000000001", "orgId": "7b1c6f3e-0000-4000-8000-000000000000", "name": "Reception", "createdAt": "2026-01-02T03:04:05Z", "updatedAt": "2026-01-02T03:04:05Z" },
          { "id": "7b1c6f3e-0000-4000-8000-000000000002", "orgId": "7b1c6f3e-0000-4000-8000-000000000000", "name": "Night shift", "createdAt": "2026-01-02T03:04:05Z", "updatedAt": "2026-02-03T04:05:06Z" }
        ]
        """;

    private int _requests;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Interlocked.Increment(ref _requests) == 1
        ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
        : new HttpResponseMessage { Content = new StringContent(Assistants, Encoding.UTF8, "application/json") });
}
