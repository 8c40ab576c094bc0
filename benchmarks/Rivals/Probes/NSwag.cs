using Generated;
using Newtonsoft.Json;

/// <summary>As the generated clients do it: with Newtonsoft.Json and its default settings.</summary>
internal static class Codec
{
    public static object Read(string schema, string text) => schema switch
    {
        "Assistant" => JsonConvert.DeserializeObject<Assistant>(text)!,
        "Call" => JsonConvert.DeserializeObject<Call>(text)!,
        "CreateCallDTO" => JsonConvert.DeserializeObject<CreateCallDTO>(text)!,
        _ => JsonConvert.DeserializeObject<List<Assistant>>(text)!,
    };

    public static string Write(object value) => JsonConvert.SerializeObject(value);
}
