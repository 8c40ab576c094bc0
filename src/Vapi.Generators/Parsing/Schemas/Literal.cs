using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>The values in a document: of enums, defaults and examples. Microsoft.OpenApi represents null by a special text.</summary>
internal static class Literal
{
    public static JsonValueKind Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null => JsonValueKind.Null,
        JsonValueKind.String when value.IsJsonNullSentinel() => JsonValueKind.Null,
        { } kind => kind,
    };

    public static string ToJson(JsonNode value) => Kind(value) == JsonValueKind.Null ? "null" : value.ToJsonString();
}
