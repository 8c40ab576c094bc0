// Receives what Vapi sends during a call: chooses the assistant, books tables, and reports how the call ended.
//
// Start it with a secret, the one that is configured as the server's secret at Vapi, and play a call in another terminal:
//
//   Vapi__Secret=secret dotnet run --project samples/Webhooks --urls http://localhost:5080
//   samples/Webhooks/call.sh http://localhost:5080/vapi secret

using System.Text.Json.Serialization;
using Vapi;
using Webhooks;

WebApplication app = WebApplication.CreateSlimBuilder(args).Build();

// To replace a secret without interruption, list the new one and the old one for a while: "new,old".
string[] secrets = (app.Configuration["Vapi:Secret"] ?? "").Split(',');

app.MapVapiWebhooks("/vapi", new VapiWebhooks(ApiWebhookVerification.Header("X-Vapi-Secret", secrets))
{
    // Vapi waits for 7.5 seconds.
    Timeout = TimeSpan.FromSeconds(7),

    OnAssistantRequest = (request, _) => Task.FromResult<ServerMessageResponseAssistantRequest?>(request.Call.Customer?.Number is null
        ? new() { Error = "Please call with your number." }
        : new() { Assistant = new CreateAssistantDTO { Name = "Reception", FirstMessage = "Good evening. Would you like to book a table?" } }),

    OnToolCalls = async (message, cancellationToken) =>
    {
        var results = new List<ToolCallResult>();
        foreach (ToolCall call in message.ToolCallList)
        {
            results.Add(new ToolCallResult { ToolCallId = call.Id, Name = call.Function.Name, Result = await CallToolAsync(call.Function, cancellationToken) });
        }

        return new ServerMessageResponseToolCalls { Results = results };
    },

    OnEndOfCallReport = (report, _) =>
    {
        app.Logger.LogInformation("The call ended: {Reason}. {Summary}", report.EndedReason, report.Analysis?.Summary);
        return Task.CompletedTask;
    },

    // All other messages arrive here as they are, also those that this document does not define.
    OnOther = (json, _) =>
    {
        app.Logger.LogInformation("Not handled: {Length} characters", json.GetRawText().Length);
        return Task.FromResult<System.Text.Json.JsonElement?>(null);
    },
});

app.Run();

// The arguments arrive as an object or as a string with JSON: ReadArguments reads both.
static async Task<string> CallToolAsync(ToolCallFunction function, CancellationToken cancellationToken)
{
    if (function.Name != "book")
    {
        return $"There is no tool with the name {function.Name}.";
    }

    Booking? booking = function.ReadArguments(BookingContext.Default.Booking);
    await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);
    return $"Booked a table for {booking?.Guests ?? 1} at {booking?.Time}.\nSee you then!";
}

namespace Webhooks
{
    /// <summary>The arguments of the tool.</summary>
    internal sealed record Booking(string Time, int? Guests);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Booking))]
    internal sealed partial class BookingContext : JsonSerializerContext;
}
