using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Findings;

namespace Vapi.Generators.Reading.Trees;

/// <summary>
/// Converts the values that a schema lists to the type that it declares. In YAML, a string without quotes can look like a number or a Boolean; in other documents, numbers are quoted. Null stays null.
/// </summary>
internal static class SchemaValues
{
    private static readonly string[] Keywords = ["enum", "const", "default"];

    /// <summary>RFC 8259, section 6.</summary>
    private static readonly Regex Number = new(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant);

    /// <summary>The type that a schema declares besides null, itself or in a part of its allOf; null for no type or several types.</summary>
    public static string? TypeOf(JsonElement schema)
    {
        var open = new Stack<JsonElement>([schema]);
        while (open.Count > 0)
        {
            JsonElement part = open.Pop();
            if (part.ValueKind != JsonValueKind.Object)
                continue;
            if (part.TryGetProperty("type", out JsonElement type))
                return OnlyType(type);
            if (!part.TryGetProperty("allOf", out JsonElement parts) || parts.ValueKind != JsonValueKind.Array)
                continue;

            foreach (JsonElement inner in parts.EnumerateArray().Reverse())
                open.Push(inner);
        }

        return null;
    }

    private static string? OnlyType(JsonElement type)
    {
        IEnumerable<JsonElement> types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray() : [type];
        string[] names = [.. types.Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!).Where(t => t != "null")];
        return names.Length == 1 ? names[0] : null;
    }

    /// <summary>Whether a text is a JSON number.</summary>
    public static bool IsNumber(string text) => Number.IsMatch(text);

    public static bool Has(JsonObject schema) => Array.Exists(Keywords, schema.ContainsKey);

    /// <summary>Converts the values of a schema to a type. Values that do not match stay unchanged and are reported: listed values override the type, and the type overrides the default.</summary>
    public static void Settle(JsonObject schema, string type, DocumentFile file, Func<string> pointer, FindingList findings)
    {
        foreach (string keyword in Keywords)
        {
            if (!schema.TryGetPropertyValue(keyword, out JsonNode? value) || value is null)
                continue;

            string? odd = value is JsonArray values && keyword == "enum" ? SettleAll(values, type, file, pointer) : SettleOne(schema, keyword, value, type, file, pointer);
            if (odd is null)
                continue;

            string ignored = keyword == "default" ? keyword : "type";
            findings.Add(new Finding(Descriptors.KeywordIgnored.Id, pointer() + "/" + ignored, [ignored, $"the value {odd} does not match the type {type}"]) { File = file });
            if (keyword == "default")
                schema.Remove(keyword);
        }
    }

    /// <summary>Returns the first value that does not match the type, or null. If there is one, all values stay unchanged.</summary>
    private static string? SettleAll(JsonArray values, string type, DocumentFile file, Func<string> pointer)
    {
        var settled = new JsonNode?[values.Count];
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value || IsOf(value, type))
                continue;
            if ((settled[i] = Convert(value, type, file, pointer() + "/enum/" + i.ToString(CultureInfo.InvariantCulture))) is null)
                return value.ToJsonString();
        }

        for (int i = 0; i < settled.Length; i++)
        {
            if (settled[i] is { } value)
                values[i] = value;
        }

        return null;
    }

    private static string? SettleOne(JsonObject schema, string keyword, JsonNode value, string type, DocumentFile file, Func<string> pointer)
    {
        if (IsOf(value, type))
            return null;
        if (Convert(value, type, file, pointer() + "/" + keyword) is not { } settled)
            return value.ToJsonString();

        schema[keyword] = settled;
        return null;
    }

    private static bool IsOf(JsonNode value, string type) => (value.GetValueKind(), type) switch
    {
        (JsonValueKind.Number, "integer" or "number") or (JsonValueKind.String, "string") or (JsonValueKind.True or JsonValueKind.False, "boolean") => true,
        _ => type is not ("string" or "integer" or "number" or "boolean"),
    };

    /// <summary>Converts a value to the type; a string gets its spelling from the file. Null if the value does not match.</summary>
    private static JsonNode? Convert(JsonNode value, string type, DocumentFile file, string pointer)
    {
        JsonValueKind kind = value.GetValueKind();
        if (type == "string")
            return kind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? JsonValue.Create(file.SpellingOf(pointer) ?? value.ToJsonString()) : null;
        if (kind != JsonValueKind.String)
            return null;

        string text = value.GetValue<string>();
        if (type == "boolean")
            return bool.TryParse(text, out bool flag) ? JsonValue.Create(flag) : null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
            return JsonValue.Create(whole);

        return IsNumber(text) && (type == "number" || text.IndexOfAny(['.', 'e', 'E']) < 0) ? JsonNode.Parse(text) : null;
    }
}
