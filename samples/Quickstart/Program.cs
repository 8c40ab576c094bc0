// Creates an assistant, looks around, and tidies up again, through the client generated from openapi.json.
//
// Without VAPI_API_KEY it talks to FakeApi.cs, a small imitation of the API inside this program.
// With VAPI_API_KEY set it talks to the real API, harmlessly: it creates an assistant, lists, and deletes
// that assistant again. It never places a phone call there.

using System.Text.Json;
using Quickstart;
using Vapi;

string? apiKey = Environment.GetEnvironmentVariable("VAPI_API_KEY");
await using FakeApi? fake = string.IsNullOrEmpty(apiKey) ? await FakeApi.StartAsync() : null;

VapiClient vapi = fake is null
    ? new VapiClient(apiKey!)
    : new VapiClient(new VapiClientOptions { ApiKey = "fake-key", BaseAddress = new Uri(fake.Address) });
Console.WriteLine(fake is null ? "Talking to the real API" : $"Talking to the fake API at {fake.Address}");

// The model and the voice are unions: any member can be assigned, and tells the API its provider by itself.
Assistant assistant = await vapi.Assistants.CreateAsync(new CreateAssistantDTO
{
    Name = "Reception",
    FirstMessage = "Hello, what can I do for you?",
    FirstMessageMode = AssistantFirstMessageMode.AssistantSpeaksFirst,
    Model = new OpenAIModel
    {
        Model = "gpt-4o",
        Temperature = 0.2,
        Messages = [new OpenAIMessage { Role = "system", Content = "You answer the phone of a small hotel." }],
    },
    Voice = new ElevenLabsVoice { VoiceId = "sarah" },
});
Console.WriteLine($"Created {assistant.Name} ({assistant.Id}) at {assistant.CreatedAt:u}");

try
{
    await ListAssistantsAsync(vapi);
    await FindMissingAssistantAsync(vapi);
    if (fake is not null)
    {
        await PlaceCallAsync(vapi, assistant);
    }
}
finally
{
    await vapi.Assistants.RemoveAsync(assistant.Id);
    Console.WriteLine($"Deleted {assistant.Name}");
}

static async Task ListAssistantsAsync(VapiClient vapi)
{
    foreach (Assistant assistant in await vapi.Assistants.FindAllAsync(new() { Limit = 10 }))
    {
        Console.WriteLine($"Listed {assistant.Name}: {DescribeModel(assistant)}, {DescribeVoice(assistant)}");
    }
}

// What comes back is a union again; what this document does not know yet arrives as it is.
static string DescribeModel(Assistant assistant) => assistant.Model?.Value switch
{
    OpenAIModel model => $"thinks with OpenAI's {model.Model}",
    AnthropicModel model => $"thinks with Anthropic's {model.Model}",
    CustomLLMModel model => $"thinks at {model.Url}",
    JsonElement unknown => $"thinks with something new: {unknown.GetProperty("provider")}",
    _ => "does not think",
};

static string DescribeVoice(Assistant assistant) => assistant.Voice?.Value switch
{
    ElevenLabsVoice voice => $"speaks with ElevenLabs' {voice.VoiceId}",
    AzureVoice voice => $"speaks with Azure's {voice.VoiceId}",
    OpenAIVoice voice => $"speaks with OpenAI's {voice.VoiceId}",
    JsonElement unknown => $"speaks with something new: {unknown.GetProperty("provider")}",
    _ => "does not speak",
};

// An error that the document describes is an exception with a typed body.
static async Task FindMissingAssistantAsync(VapiClient vapi)
{
    try
    {
        await vapi.Assistants.FindOneAsync(Guid.NewGuid());
    }
    catch (ApiException<ApiError> e)
    {
        string? message = e.Error.Message.Value switch
        {
            string text => text,
            IReadOnlyList<string> lines => string.Join(" ", lines),
            _ => null,
        };
        Console.WriteLine($"Caught {(int)e.StatusCode}: {message}");
    }
}

// On the real API this would make somebody's phone ring, so it is only done on the fake one.
static async Task PlaceCallAsync(VapiClient vapi, Assistant assistant)
{
    var number = await vapi.PhoneNumbers.CreateAsync(new CreateVapiPhoneNumberDTO { NumberDesiredAreaCode = "415" });
    if (number.Value is not VapiPhoneNumber caller)
    {
        throw new InvalidOperationException("Asked for one kind of phone number, got another.");
    }

    var created = await vapi.Calls.CreateAsync(new CreateCallDTO
    {
        AssistantId = assistant.Id,
        PhoneNumberId = caller.Id,
        Customer = new CreateCustomerDTO { Name = "Ada", Number = "+14155550100" },
    });
    if (created.Value is not Call placed)
    {
        throw new InvalidOperationException("Asked for one call, got a batch.");
    }

    Console.WriteLine($"Placed call {placed.Id} from {caller.Number}");

    Call call = await vapi.Calls.FindOneAsync(placed.Id);
    Console.WriteLine($"Read it back: {call.Status} {call.Type} to {call.Customer?.Name}");
}
