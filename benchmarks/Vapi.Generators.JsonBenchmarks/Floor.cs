using System.Text.Json;

namespace Vapi.Generators.JsonBenchmarks;

/// <summary>The least that reading and writing a text can cost: the tokens, and the strings and numbers in them, without any objects.</summary>
internal sealed class Floor
{
    private readonly List<(JsonTokenType Kind, byte[]? Name, string? Text, double Number)> _tokens = [];

    public Floor(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            _tokens.Add((
                reader.TokenType,
                reader.TokenType == JsonTokenType.PropertyName ? reader.ValueSpan.ToArray() : null,
                reader.TokenType == JsonTokenType.String ? reader.GetString() : null,
                reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : 0));
        }
    }

    public static int Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        int sum = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
                sum += reader.GetString()!.Length;
            else if (reader.TokenType == JsonTokenType.Number)
                sum += (int)reader.GetDouble();
        }

        return sum;
    }

    public void Write(Utf8JsonWriter writer)
    {
        foreach ((JsonTokenType kind, byte[]? name, string? text, double number) in _tokens)
        {
            switch (kind)
            {
                case JsonTokenType.StartObject: writer.WriteStartObject(); break;
                case JsonTokenType.EndObject: writer.WriteEndObject(); break;
                case JsonTokenType.StartArray: writer.WriteStartArray(); break;
                case JsonTokenType.EndArray: writer.WriteEndArray(); break;
                case JsonTokenType.PropertyName: writer.WritePropertyName(name); break;
                case JsonTokenType.String: writer.WriteStringValue(text); break;
                case JsonTokenType.Number: writer.WriteNumberValue(number); break;
                case JsonTokenType.True: writer.WriteBooleanValue(true); break;
                case JsonTokenType.False: writer.WriteBooleanValue(false); break;
                default: writer.WriteNullValue(); break;
            }
        }
    }
}
