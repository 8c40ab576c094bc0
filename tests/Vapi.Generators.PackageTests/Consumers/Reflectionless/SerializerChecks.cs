using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Vapi;

/// <summary>JsonSerializer with the resolver of the document and nothing else.</summary>
internal static class SerializerChecks
{
    public static JsonSerializerOptions Options { get; } = new() { TypeInfoResolver = VapiJsonTypeInfoResolver.Default };

    public static async Task RunAsync()
    {
        string list = $"[{Samples.Assistant},null]";
        string models = $"[{Samples.Model},{Samples.UnknownModel},null]";

        await Check.HoldsAsync("Reflection_IsOff", () => Check.Equal(false, JsonSerializer.IsReflectionEnabledByDefault));
        await LosslessAsync<Assistant>("Class", Samples.Assistant);
        await LosslessAsync<Assistant>("NullOfAClass", "null");
        await LosslessAsync<AssistantModel>("Union", Samples.Model);
        await LosslessAsync<AssistantModel>("UnknownMemberOfAUnion", Samples.UnknownModel);
        await LosslessAsync<AssistantModel?>("NullableUnion", Samples.Model);
        await LosslessAsync<AssistantModel?>("NullOfANullableUnion", "null");
        await LosslessAsync<AssistantFirstMessageMode>("Enum", "\"hums\"");
        await LosslessAsync<AssistantFirstMessageMode?>("NullableEnum", "\"hums\"");
        await LosslessAsync<AssistantFirstMessageMode?>("NullOfANullableEnum", "null");

        await LosslessAsync<List<Assistant>>("ListOfClasses", list);
        await LosslessAsync<Assistant[]>("ArrayOfClasses", list);
        await LosslessAsync<IReadOnlyList<Assistant>>("ReadOnlyListOfClasses", list);
        await LosslessAsync<IEnumerable<Assistant>>("EnumerableOfClasses", list);
        await LosslessAsync<Dictionary<string, Assistant>>("DictionaryOfClasses", $$"""{"a b":{{Samples.Assistant}},"c":null}""");
        await LosslessAsync<IReadOnlyDictionary<string, Assistant>>("ReadOnlyDictionaryOfClasses", $$"""{"a b":{{Samples.Assistant}},"c":null}""");
        await LosslessAsync<List<AssistantModel>>("ListOfUnions", models);
        await LosslessAsync<AssistantModel[]>("ArrayOfUnions", models);
        await LosslessAsync<Dictionary<string, AssistantModel>>("DictionaryOfUnions", $$"""{"a":{{Samples.Model}}}""");
        await LosslessAsync<List<AssistantFirstMessageMode>>("ListOfEnums", """["assistant-speaks-first","hums"]""");
    }

    /// <summary>Reads and writes by the type, as who has the metadata in hand, and by the options, as a library does it.</summary>
    private static Task LosslessAsync<T>(string kind, string json)
        => Check.HoldsAsync($"{kind}_IsReadAndWrittenWithoutLoss", () =>
        {
            var typeInfo = (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
            Check.SameJson(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, typeInfo)!, typeInfo));
            Check.SameJson(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json, Options), Options));
        });
}
