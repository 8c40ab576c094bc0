using System.Net.Http.Json;
using System.Text.Json;
using Vapi;

/// <summary>The JSON extensions of HttpClient and HttpContent.</summary>
internal static class HttpChecks
{
    public static async Task RunAsync()
    {
        using var client = new HttpClient(new Echo()) { BaseAddress = new Uri("http://localhost/") };
        IReadOnlyList<Assistant> assistants = JsonSerializer.Deserialize(Samples.Assistants, ApiJson.ListOf<Assistant>())!;

        await Check.HoldsAsync("JsonContent_WritesAGeneratedType", async () =>
        {
            using var content = JsonContent.Create(assistants, ApiJson.ListOf<Assistant>());
            Check.SameJson(Samples.Assistants, await content.ReadAsStringAsync());
        });
        await Check.HoldsAsync("HttpContent_ReadsAGeneratedType", async () =>
        {
            using var content = new StringContent(Samples.Assistants);
            IReadOnlyList<Assistant>? read = await content.ReadFromJsonAsync(ApiJson.ListOf<Assistant>());
            Check.SameJson(Samples.Assistants, JsonSerializer.Serialize(read!, ApiJson.ListOf<Assistant>()));
        });
        await Check.HoldsAsync("HttpContent_ReadsByOptions", async () =>
        {
            using var content = new StringContent(Samples.Model);
            Check.Equal("gpt-4o", ((OpenAIModel)(await content.ReadFromJsonAsync<AssistantModel?>(SerializerChecks.Options))!.Value.Value!).Model.Value);
        });
        await Check.HoldsAsync("PostAsJson_SendsAGeneratedType", async () =>
        {
            using HttpResponseMessage response = await client.PostAsJsonAsync("", assistants[0], ApiJson.Of<Assistant>());
            Check.SameJson(Samples.Assistant, await response.Content.ReadAsStringAsync());
        });
        await Check.HoldsAsync("GetFromJson_ReadsAGeneratedType", async () =>
        {
            Assistant? read = await client.GetFromJsonAsync("", ApiJson.Of<Assistant>());
            Check.SameJson(Samples.Assistant, JsonSerializer.Serialize(read!, ApiJson.Of<Assistant>()));
        });
        await Check.HoldsAsync("GetFromJsonAsAsyncEnumerable_ReadsItems", async () =>
        {
            int count = 0;
            await foreach (Assistant? item in client.GetFromJsonAsAsyncEnumerable("list", ApiJson.Of<Assistant>()))
                Check.Equal(Samples.IdOf(count++), item!.Id);

            Check.Equal(100, count);
        });
    }

    /// <summary>Answers with the request's body, or with a sample.</summary>
    private sealed class Echo : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => new()
            {
                Content = new StringContent(request switch
                {
                    { Content: { } content } => await content.ReadAsStringAsync(cancellationToken),
                    { RequestUri.AbsolutePath: "/list" } => Samples.Assistants,
                    _ => Samples.Assistant,
                }),
            };
    }
}
