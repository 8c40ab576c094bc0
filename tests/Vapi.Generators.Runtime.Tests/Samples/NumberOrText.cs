using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>A union as the generator emits it.</summary>
[JsonConverter(typeof(ModelConverter<NumberOrText>))]
internal readonly struct NumberOrText(object? value) : IUnion, IJsonModel
{
    public object? Value { get; } = value;

    public object? Read(ref Utf8JsonReader reader) => ReadJson(ref reader);

    public static NumberOrText ReadJson(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.Number => new(Json.ReadOrAny<int?>(ref reader, Json.ReadInt32)),
        JsonTokenType.String => new(Json.ReadString(ref reader)),
        _ => new(Json.ReadAny(ref reader)),
    };

    public void Write(Utf8JsonWriter writer)
    {
        switch (Value)
        {
            case int number:
                writer.WriteNumberValue(number);
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            default:
                writer.WriteStringValue((string?)Value);
                break;
        }
    }
}
