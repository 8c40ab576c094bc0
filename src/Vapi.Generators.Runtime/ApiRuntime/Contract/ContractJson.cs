namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text;
using global::System.Text.Json;

/// <summary>Canonical JSON: two values are equal (JSON Schema, 4.2.2) if their canonical texts are.</summary>
internal static class ContractJson
{
    /// <summary>The canonical text of the value at the reader's position. The reader moves to the end of the value.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        var text = new StringBuilder();
        Append(text, document.RootElement);
        return text.ToString();
    }

    public static string Canonical(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return Read(ref reader);
    }

    /// <summary>The depth is limited by the reader.</summary>
    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var properties = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
                foreach (JsonProperty property in value.EnumerateObject())
                    properties[property.Name] = property.Value;

                text.Append('{');
                foreach (KeyValuePair<string, JsonElement> property in properties)
                {
                    AppendText(text, property.Key);
                    text.Append(':');
                    Append(text, property.Value);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                AppendText(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(ContractNumber.Parse(value.GetRawText()));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendText(StringBuilder text, string value) => text.Append('"').Append(JsonEncodedText.Encode(value)).Append('"');
}
