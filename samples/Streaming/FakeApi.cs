using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Streaming;

/// <summary>An imitation of the API on a free loopback port: it repeats what you say, word by word.</summary>
internal sealed class FakeApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeApi(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<FakeApi> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        app.MapPost("/chat", (JsonObject chat) => TypedResults.ServerSentEvents(AnswerAsync(chat)));
        await app.StartAsync();
        return new FakeApi(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async IAsyncEnumerable<SseItem<string>> AnswerAsync(JsonObject chat)
    {
        string answer = chat["previousChatId"] is null ? $"Hello! You said: {chat["input"]}" : $"And now: {chat["input"]}";
        foreach (string word in answer.Split(' '))
        {
            await Task.Delay(100);
            yield return new(new JsonObject { ["id"] = "chat-1", ["path"] = "chat.output[0].content", ["delta"] = word + " " }.ToJsonString());
        }

        yield return new("[DONE]");
    }
}
