using System.Text;
using System.Text.Json;
using Vapi;

/// <summary>JsonSerializer on streams that come in pieces.</summary>
internal static class StreamChecks
{
    private static readonly JsonSerializerOptions Options = SerializerChecks.Options;

    public static async Task RunAsync()
    {
        foreach (int size in (int[])[1, 7, 4096])
        {
            await LosslessAsync<Assistant>($"ClassInPiecesOf{size}", Samples.Assistant, size);
            await LosslessAsync<AssistantModel?>($"UnionInPiecesOf{size}", Samples.UnknownModel, size);
            await LosslessAsync<List<Assistant>>($"ListInPiecesOf{size}", Samples.Assistants, size);
            await LosslessAsync<Assistant[]>($"ArrayInPiecesOf{size}", Samples.Assistants, size);
            await LosslessAsync<IReadOnlyList<Assistant>>($"ReadOnlyListInPiecesOf{size}", Samples.Assistants, size);
            await LosslessAsync<Dictionary<string, Assistant>>($"DictionaryInPiecesOf{size}", $$"""{"a":{{Samples.Assistant}},"b":{{Samples.Assistant}}}""", size);
            await Check.HoldsAsync($"ItemsInPiecesOf{size}_AreReadOneByOne", () => ReadItemsAsync(size));
        }

        await Check.HoldsAsync("AsyncEnumerable_IsWrittenAsAnArray", WriteItemsAsync);
        await Check.HoldsAsync("BrokenStream_IsAJsonException", () => ReadBrokenAsync(Samples.Utf8(Samples.Assistants)[..^1000]));
    }

    /// <summary>Small buffers too: a value is then met in the middle.</summary>
    public static Task LosslessAsync<T>(string kind, string json, int size)
        => Check.HoldsAsync($"{kind}_IsReadAndWrittenWithoutLoss", async () =>
        {
            foreach (var options in (JsonSerializerOptions[])[Options, new(Options) { DefaultBufferSize = 16 }])
            {
                T? value = await JsonSerializer.DeserializeAsync<T>(new ChunkedStream(Samples.Utf8(json), size), options);
                using var output = new MemoryStream();
                await JsonSerializer.SerializeAsync(output, value, options);
                Check.SameJson(json, Encoding.UTF8.GetString(output.ToArray()));
            }
        });

    private static async Task ReadItemsAsync(int size)
    {
        var items = new List<Assistant>();
        await foreach (Assistant? item in JsonSerializer.DeserializeAsyncEnumerable(new ChunkedStream(Samples.Utf8(Samples.Assistants), size), ApiJson.Of<Assistant>()))
            items.Add(item!);

        Check.SameJson(Samples.Assistants, JsonSerializer.Serialize(items, Options));
    }

    private static async Task WriteItemsAsync()
    {
        using var output = new MemoryStream();
        await JsonSerializer.SerializeAsync(output, Items(), Options);
        Check.SameJson($"[{Samples.Assistant},{Samples.Assistant}]", Encoding.UTF8.GetString(output.ToArray()));

        static async IAsyncEnumerable<Assistant> Items()
        {
            for (int i = 0; i < 2; i++)
            {
                await Task.Yield();
                yield return JsonSerializer.Deserialize(Samples.Assistant, ApiJson.Of<Assistant>())!;
            }
        }
    }

    private static async Task ReadBrokenAsync(byte[] json)
    {
        try
        {
            await JsonSerializer.DeserializeAsync<List<Assistant>>(new ChunkedStream(json, 7), Options);
        }
        catch (JsonException)
        {
            return;
        }

        throw new InvalidOperationException("It was read.");
    }
}
