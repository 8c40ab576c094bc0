using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Probes;

/// <summary>A value of any JSON kind, that a property may be declared for or not.</summary>
internal sealed record OddValue(string Kind, string Json)
{
    public static readonly OddValue[] All =
    [
        .. new[]
        {
            "null", "true", "false", "0", "-1.5", "1e400", "9007199254740993", "0.1234567890123456789", "\"\"", "\"abc\"", "\"1\"", "\"2024-05-06T07:08:09\"",
            "{}", """{"a":1}""", """{"type":[null]}""", "[]", "[1]", "[\"x\"]", "[{}]", "[null]", "[[\"x\"],true]",
        }.Select(json => new OddValue(KindOf(JsonNode.Parse(json)), json)),
    ];

    public JsonNode? Node => JsonNode.Parse(Json);

    public static string KindOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.Value.ToString().ToLowerInvariant(),
    };
}
