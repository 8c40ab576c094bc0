// A chat with an assistant. Its answer appears while it is being written.
//
// Without VAPI_API_KEY it uses FakeApi.cs, an imitation of the API. For the real API:
//
//   VAPI_API_KEY=… dotnet run --project samples/Streaming -- 7b1c6f3e-…-the-id-of-an-assistant

using Streaming;
using Vapi;

string? apiKey = Environment.GetEnvironmentVariable("VAPI_API_KEY");
await using FakeApi? fake = string.IsNullOrEmpty(apiKey) ? await FakeApi.StartAsync() : null;
var vapi = new VapiClient(new VapiClientOptions { ApiKey = apiKey ?? "fake-key", BaseAddress = fake?.Address });
Guid? assistantId = args.Length > 0 ? Guid.Parse(args[0]) : null;

string? chatId = null;
while (Read() is { Length: > 0 } text)
{
    await foreach (CreateChatStreamResponse part in vapi.Chats.CreateChatStreamingAsync(new CreateChatDTO { AssistantId = assistantId, Input = text, PreviousChatId = chatId }))
    {
        Console.Write(part.Delta);
        chatId = part.Id;
    }

    Console.WriteLine();
}

static string? Read()
{
    Console.Write("> ");
    return Console.ReadLine();
}
