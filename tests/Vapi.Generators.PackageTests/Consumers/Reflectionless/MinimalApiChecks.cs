using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc;
using Vapi;

/// <summary>A web API whose bodies and results are generated types.</summary>
internal static class MinimalApiChecks
{
    public static async Task RunAsync()
    {
        await using WebApplication api = await StartAsync(MapEchoes);
        using var client = new HttpClient { BaseAddress = new Uri(api.Urls.First()) };

        await EchoAsync("Class", Samples.Assistant);
        await EchoAsync("List", Samples.Assistants);
        await EchoAsync("Array", Samples.Assistants);
        await EchoAsync("Dictionary", $$"""{"a b":{{Samples.Assistant}}}""");
        await EchoAsync("Union", Samples.Model);
        await EchoAsync("NullableUnion", Samples.UnknownModel);
        await EchoAsync("Enum", "\"hums\"");
        await EchoAsync("TypedResult", Samples.Assistant);
        await EchoAsync("JsonResult", Samples.Assistant);
        await EchoAsync("ReadOnlyListResult", Samples.Assistants);
        await EchoAsync("EnumerableResult", Samples.Assistants);
        await Check.HoldsAsync("MinimalApi_NullForANullableUnion_IsNull", async () => Check.Equal("null", await PostAsync(client, "NullableUnion", "null", HttpStatusCode.OK)));
        await Check.HoldsAsync("MinimalApi_ValueOfTheWrongKind_IsABadRequest", () => PostAsync(client, "Class", """[{"id":"a"}]""", HttpStatusCode.BadRequest));

        // In an application of its own: one endpoint that cannot be built takes down all of them.
        await Check.HoldsAsync("MinimalApi_AsyncEnumerable_IsWrittenAsAnArray", async () =>
        {
            await using WebApplication streaming = await StartAsync(a => a.MapPost("/Items", (List<Assistant> body) => ItemsAsync(body)));
            using var streamingClient = new HttpClient { BaseAddress = new Uri(streaming.Urls.First()) };
            Check.SameJson(Samples.Assistants, await PostAsync(streamingClient, "Items", Samples.Assistants, HttpStatusCode.OK));
        });

        Task EchoAsync(string path, string json)
            => Check.HoldsAsync($"MinimalApi_{path}_ComesBackWithoutLoss", async () => Check.SameJson(json, await PostAsync(client, path, json, HttpStatusCode.OK)));
    }

    private static void MapEchoes(WebApplication api)
    {
        api.MapPost("/Class", (Assistant body) => body);
        api.MapPost("/List", (List<Assistant> body) => body);
        api.MapPost("/Array", (Assistant[] body) => body);
        api.MapPost("/Dictionary", (Dictionary<string, Assistant> body) => body);
        api.MapPost("/Union", (AssistantModel body) => body);
        api.MapPost("/NullableUnion", (AssistantModel? body) => body);
        api.MapPost("/Enum", ([FromBody] AssistantFirstMessageMode body) => body);
        api.MapPost("/TypedResult", (Assistant body) => TypedResults.Ok(body));
        api.MapPost("/JsonResult", (Assistant body) => Results.Json(body));
        api.MapPost("/ReadOnlyListResult", (List<Assistant> body) => (IReadOnlyList<Assistant>)body);
        api.MapPost("/EnumerableResult", (List<Assistant> body) => body.Select(a => a));
    }

    private static async Task<WebApplication> StartAsync(Action<WebApplication> map)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, VapiJsonTypeInfoResolver.Default));
        WebApplication api = builder.Build();
        map(api);
        await api.StartAsync();
        return api;
    }

    private static async Task<string> PostAsync(HttpClient client, string path, string json, HttpStatusCode status)
    {
        using var content = new StringContent(json, MediaTypeHeaderValue.Parse("application/json"));
        using HttpResponseMessage response = await client.PostAsync(path, content);
        Check.Equal(status, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static async IAsyncEnumerable<Assistant> ItemsAsync(List<Assistant> assistants)
    {
        foreach (Assistant assistant in assistants)
        {
            await Task.Yield();
            yield return assistant;
        }
    }
}
