using System.Text.Json;
using Vapi;

internal static class Codec
{
    public static object Read(string schema, string text) => schema switch
    {
        "Assistant" => JsonSerializer.Deserialize(text, ApiJson.Of<Assistant>())!,
        "Call" => JsonSerializer.Deserialize(text, ApiJson.Of<Call>())!,
        "CreateCallDTO" => JsonSerializer.Deserialize(text, ApiJson.Of<CreateCallDTO>())!,
        _ => JsonSerializer.Deserialize(text, ApiJson.ListOf<Assistant>())!,
    };

    public static string Write(object value) => value switch
    {
        Assistant assistant => JsonSerializer.Serialize(assistant, ApiJson.Of<Assistant>()),
        Call call => JsonSerializer.Serialize(call, ApiJson.Of<Call>()),
        CreateCallDTO call => JsonSerializer.Serialize(call, ApiJson.Of<CreateCallDTO>()),
        _ => JsonSerializer.Serialize((IReadOnlyList<Assistant>)value, ApiJson.ListOf<Assistant>()),
    };
}
