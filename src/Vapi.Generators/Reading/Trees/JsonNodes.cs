using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Reading.Trees;

/// <summary>What a node of the tree says, when it is of the kind that is asked for.</summary>
internal static class JsonNodes
{
    public static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static bool IsTrue(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>The texts in an array.</summary>
    public static IEnumerable<string> Texts(JsonNode? array) => (array as JsonArray ?? []).Select(Text).OfType<string>();

    /// <summary>Removes a member and returns its value.</summary>
    public static JsonNode? Take(JsonObject members, string name)
    {
        JsonNode? value = members[name];
        members.Remove(name);
        return value;
    }
}
