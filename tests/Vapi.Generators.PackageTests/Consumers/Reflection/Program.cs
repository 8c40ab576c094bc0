using System.Text.Json;
using System.Text.Json.Serialization;
using Vapi;

await Check.HoldsAsync("Reflection_IsOn", () => Check.Equal(true, JsonSerializer.IsReflectionEnabledByDefault));
await LosslessAsync("NoOptions", null);
await LosslessAsync("WebOptions", JsonSerializerOptions.Web);
await LosslessAsync("StrictOptions", JsonSerializerOptions.Strict);
await LosslessAsync("NamingPolicy", new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper, DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseUpper });
await LosslessAsync("IgnoringConditions", new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault });
await LosslessAsync("OtherNumberHandling", new JsonSerializerOptions { NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString });
await LosslessAsync("EnumConverters", new JsonSerializerOptions { Converters = { new JsonStringEnumConverter() } });
await LosslessAsync("References", new JsonSerializerOptions { ReferenceHandler = ReferenceHandler.IgnoreCycles });

await Check.HoldsAsync("NamingPolicy_ChangesTheUsersNamesOnly", () =>
{
    var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper };
    Check.SameJson($$"""{"ASSISTANT":{{Samples.Assistant}}}""", JsonSerializer.Serialize(new Own { Assistant = JsonSerializer.Deserialize<Assistant>(Samples.Assistant) }, options));
});
await Check.HoldsAsync("WriteIndented_IsFollowed", () =>
{
    string json = JsonSerializer.Serialize(JsonSerializer.Deserialize<AssistantModel>(Samples.Model), new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" });
    Check.Equal("{\n  \"", json[..5]);
});
await Check.HoldsAsync("AllowedComments_AreSkipped", () =>
{
    var options = new JsonSerializerOptions { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    Check.Equal(Samples.IdOf(7), JsonSerializer.Deserialize<Assistant>($$"""{ /* its key */ "id": "{{Samples.IdOf(7)}}", "model": { "provider": "openai", }, }""", options)!.Id);
});

await Check.HoldsAsync("WrongValueWithinAssistant_IsKept", () =>
{
    const string Odd = """{"id":[],"model":{"provider":"openai","temperature":true},"endCallPhrases":["bye",1]}""";
    Check.SameJson(Odd, JsonSerializer.Serialize(JsonSerializer.Deserialize<Assistant>(Odd)));
});
await FailsAsync<Assistant>("PlaceOfAssistant", "[]", "$");
await FailsAsync<Assistant[]>("ArrayOfAssistants", """[null,["a"]]""", "$[1]");
await FailsAsync<Dictionary<string, Assistant>>("DictionaryOfAssistants", """{"first one":1}""", "$['first one']");
await FailsAsync<Own>("OwnClass", """{"Others":["a"]}""", "$.Others[0]");

static Task LosslessAsync(string name, JsonSerializerOptions? options)
    => Check.HoldsAsync($"{name}_ChangesNothing", () =>
    {
        Check.SameJson(Samples.Assistant, JsonSerializer.Serialize(JsonSerializer.Deserialize<Assistant>(Samples.Assistant, options), options));
        Check.SameJson(Samples.UnknownModel, JsonSerializer.Serialize(JsonSerializer.Deserialize<AssistantModel?>(Samples.UnknownModel, options), options));
        Check.SameJson("\"hums\"", JsonSerializer.Serialize(JsonSerializer.Deserialize<AssistantFirstMessageMode>("\"hums\"", options), options));
        Check.SameJson(Samples.Assistants, JsonSerializer.Serialize(JsonSerializer.Deserialize<List<Assistant>>(Samples.Assistants, options), options));
    });

// The serializer knows the way to the generated value.
static Task FailsAsync<T>(string name, string json, string path)
    => Check.HoldsAsync($"WrongValueIn{name}_IsAJsonExceptionWithItsPlace", () =>
    {
        try
        {
            JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException exception)
        {
            Check.Equal(path, exception.Path);
            Check.Equal(true, exception.Message.Contains("In Assistant: $.", StringComparison.Ordinal));
            Check.Equal(0, exception.LineNumber);
            return;
        }

        throw new InvalidOperationException("It was read.");
    });

internal sealed class Own
{
    public Assistant? Assistant { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<Assistant>? Others { get; set; }
}
