using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Vapi;

const string Assistant = """{"id":"2a0b8a5c-5d0c-4b6c-9f7e-6d1f4b1f0a11","orgId":"00000000-0000-4000-8000-000000000001","createdAt":"2026-01-02T03:04:05Z","updatedAt":"2026-01-02T03:04:05Z","model":{"provider":"next-year","x":[1]},"firstMessageMode":"hums","colour":"red"}""";
const string Model = """{"provider":"openai","model":"gpt-4o","seed":7}""";
const string Booking = $$"""
    {
      "guest": "Ada", "assistant": {{Assistant}}, "assistants": [ {{Assistant}}, {{Assistant}} ], "by-name": { "x": {{Assistant}} },
      "model": {{Model}}, "other-model": null, "mode": "hums", "other-mode": "assistant-speaks-first", "by-mode": { "hums": 1, "assistant-speaks-first": 2 }
    }
    """;

await Check.HoldsAsync("Reflection_IsOff", () => Check.Equal(false, JsonSerializer.IsReflectionEnabledByDefault));

await Check.HoldsAsync("OwnContext_Alone_KnowsTheGeneratedTypesOfAnotherProject", ()
    => Check.SameJson(Booking, JsonSerializer.Serialize(JsonSerializer.Deserialize(Booking, BookingContext.Default.Booking)!, BookingContext.Default.Booking)));

await Check.HoldsAsync("OwnContext_CombinedWithTheResolver_CoversBoth", () =>
{
    var options = new JsonSerializerOptions(BookingContext.Default.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine(BookingContext.Default, VapiJsonTypeInfoResolver.Default) };
    var booking = (JsonTypeInfo<Booking>)options.GetTypeInfo(typeof(Booking));
    var assistants = (JsonTypeInfo<Assistant[]>)options.GetTypeInfo(typeof(Assistant[]));
    Check.SameJson(Booking, JsonSerializer.Serialize(JsonSerializer.Deserialize(Booking, booking)!, booking));
    Check.SameJson($"[{Assistant}]", JsonSerializer.Serialize(JsonSerializer.Deserialize($"[{Assistant}]", assistants)!, assistants));
});

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.ConfigureHttpJsonOptions(o =>
{
    o.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower;
    o.SerializerOptions.TypeInfoResolverChain.Insert(0, VapiJsonTypeInfoResolver.Default);
    o.SerializerOptions.TypeInfoResolverChain.Insert(1, BookingContext.Default);
});
await using WebApplication api = builder.Build();
api.MapPost("/Booking", (Booking body) => body);
api.MapPost("/Assistant", (Assistant body) => body);
api.MapPost("/Assistants", (List<Assistant> body) => TypedResults.Ok(body));
api.MapPost("/ReadOnlyList", (List<Assistant> body) => (IReadOnlyList<Assistant>)body);
api.MapPost("/Model", (AssistantModel? body) => body);
await api.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(api.Urls.First()) };

await EchoAsync("Booking", Booking);
await EchoAsync("Assistant", Assistant);
await EchoAsync("Assistants", $"[{Assistant}]");
await EchoAsync("ReadOnlyList", $"[{Assistant}]");
await EchoAsync("Model", Model);

Task EchoAsync(string path, string json)
    => Check.HoldsAsync($"MinimalApi_{path}_ComesBackWithoutLoss", async () =>
    {
        using var content = new StringContent(json, MediaTypeHeaderValue.Parse("application/json"));
        using HttpResponseMessage response = await client.PostAsync(path, content);
        Check.Equal(HttpStatusCode.OK, response.StatusCode);
        Check.SameJson(json, await response.Content.ReadAsStringAsync());
    });
