using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Reading.Trees;

/// <summary>Typed access to the nodes of the tree. A node of another kind has no value.</summary>
internal static class JsonNodes
{
    public static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static bool IsTrue(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>The strings in an array.</summary>
    public static IEnumerable<string> Texts(JsonNode? array) => (array as JsonArray ?? []).Select(Text).OfType<string>();

    /// <summary>Removes a member and returns its value.</summary>
    public static JsonNode? Take(JsonObject members, string name)
    {
        JsonNode? value = members[name];
        members.Remove(name);
        return value;
    }
}
