using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rivals;

/// <summary>The way out that a user has where no setting helps: in a copy of the document, the enums without usable names are plain strings.</summary>
internal static class Simplification
{
    public static (string Document, int Count) Of(string document)
    {
        JsonNode root = JsonNode.Parse(document)!;
        int count = 0;
        Visit(root, ref count);
        return (root.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), count);
    }

    private static void Visit(JsonNode? node, ref int count)
    {
        switch (node)
        {
            case JsonObject schema:
                if (schema["type"]?.GetValueKind() == JsonValueKind.String && schema["enum"] is JsonArray values && !HasNames(values, schema["default"]))
                {
                    schema.Remove("enum");
                    schema.Remove("default");
                    count++;
                }

                foreach ((_, JsonNode? child) in schema)
                    Visit(child, ref count);

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                    Visit(item, ref count);

                break;
        }
    }

    /// <summary>Each value has a letter or digit, no two differ in case and punctuation only, and the default is one of them.</summary>
    private static bool HasNames(JsonArray values, JsonNode? fallback)
    {
        string[] names = [.. values.Select(v => string.Concat($"{v}".Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())];
        return !names.Contains("") && names.Distinct().Count() == names.Length && (fallback is null || values.Any(v => JsonNode.DeepEquals(v, fallback)));
    }
}
