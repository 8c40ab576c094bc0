using Generated.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

/// <summary>As the generated client does it: with the factories that it registers.</summary>
internal static class Codec
{
    static Codec()
    {
        ApiClientBuilder.RegisterDefaultSerializer<JsonSerializationWriterFactory>();
        ApiClientBuilder.RegisterDefaultDeserializer<JsonParseNodeFactory>();
    }

    public static object Read(string schema, string text) => schema switch
    {
        "Assistant" => KiotaJsonSerializer.DeserializeAsync<Assistant>(text).GetAwaiter().GetResult()!,
        "Call" => KiotaJsonSerializer.DeserializeAsync<Call>(text).GetAwaiter().GetResult()!,
        "CreateCallDTO" => KiotaJsonSerializer.DeserializeAsync<CreateCallDTO>(text).GetAwaiter().GetResult()!,
        _ => KiotaJsonSerializer.DeserializeCollectionAsync<Assistant>(text).GetAwaiter().GetResult().ToList(),
    };

    public static string Write(object value) => value is List<Assistant> list
        ? KiotaJsonSerializer.SerializeAsStringAsync(list).GetAwaiter().GetResult()
        : KiotaJsonSerializer.SerializeAsStringAsync((IParsable)value).GetAwaiter().GetResult();
}
