namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.IO;
using global::System.Text;
using global::System.Text.Json;

/// <summary>The JSON of messages and responses.</summary>
internal static class WebhookJson
{
    /// <summary>The reason why a text is not JSON; null if it is.</summary>
    public static string? WhyBroken(ReadOnlySpan<byte> utf8)
    {
        try
        {
            Json.Parse(utf8, static (ref Utf8JsonReader reader) =>
            {
                reader.Skip();
                return "";
            });
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Moves from an object to the value of one of its properties. Returns false if it has no such property.</summary>
    public static bool Enter(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isWanted = reader.ValueTextEquals(name);
            reader.Read();
            if (isWanted)
                return true;

            reader.Skip();
        }

        return false;
    }

    /// <summary>The tag of an object; null if it has none.</summary>
    public static string? Tag(Utf8JsonReader reader, ReadOnlySpan<byte> name) => Enter(ref reader, name) ? Json.ReadString(ref reader) : null;

    /// <summary>The JSON in a property of an object, whether it is the value of the property or the text of a string. An empty object if there is none.</summary>
    /// <exception cref="JsonException">The string is not JSON.</exception>
    public static JsonElement ReadNested(IJsonModel model, string name)
    {
        JsonElement whole = Json.ToElement(model, Json.WriteModel);
        if (!whole.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return Json.Parse(Encoding.UTF8.GetBytes("{}"), Json.ReadAny);
        if (value.ValueKind != JsonValueKind.String)
            return value;

        string text = value.GetString()!;
        return Json.Parse(Encoding.UTF8.GetBytes(string.IsNullOrWhiteSpace(text) ? "{}" : text), Json.ReadAny);
    }

    /// <summary>Serializes a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="property">The property that it is put in; null for none.</param>
    /// <param name="line">The name of the properties that must be one line of text; null for none.</param>
    /// <exception cref="ArgumentException">JSON cannot represent the response.</exception>
    public static ReadOnlyMemory<byte> Write<T>(T response, JsonItemWriter<T> write, string? property, string? line)
    {
        MemoryStream utf8 = property is null ? Json.ToUtf8(response, write, nameof(response)) : Json.ToUtf8(
            response,
            (writer, value) =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName(property);
                write(writer, value);
                writer.WriteEndObject();
            },
            nameof(response));
        var bytes = new ReadOnlyMemory<byte>(utf8.GetBuffer(), 0, (int)utf8.Length);
        return line is null ? bytes : OneLine(bytes.Span, line);
    }

    /// <summary>Makes each property with a name one line of text, at any depth: line breaks are escaped (<c>\n</c> as a backslash and an n), and values that are not strings are serialized.</summary>
    private static ReadOnlyMemory<byte> OneLine(ReadOnlySpan<byte> utf8, string name)
    {
        var result = new MemoryStream(utf8.Length);
        using var writer = new Utf8JsonWriter(result);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        bool isLine = false;
        while (reader.Read())
        {
            if (isLine && reader.TokenType != JsonTokenType.Null)
            {
                JsonElement value = JsonElement.ParseValue(ref reader);
                string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
                writer.WriteStringValue(text.Replace("\r", "\\r").Replace("\n", "\\n"));
            }
            else
                Json.WriteToken(ref reader, writer);

            isLine = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name);
        }

        writer.Flush();
        return new ReadOnlyMemory<byte>(result.GetBuffer(), 0, (int)result.Length);
    }
}
