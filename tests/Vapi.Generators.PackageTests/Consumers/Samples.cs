using System.Text;

/// <summary>JSON of the API, with properties, enum values and union members that the document does not know.</summary>
internal static class Samples
{
    public const string Model = """{"provider":"openai","model":"gpt-4o","temperature":0.2,"messages":[{"role":"system","content":"Grüß Gott \ud83d\ude00"}],"seed":7}""";

    public const string UnknownModel = """{"provider":"next-year","layers":[1,2.5,{"a":null}]}""";

    public static string Assistant { get; } = AssistantOf(0);

    /// <summary>About 100 kB.</summary>
    public static string Assistants { get; } = $"[{string.Join(",\n", Enumerable.Range(0, 100).Select(AssistantOf))}]";

    public static Guid IdOf(int number) => new(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    public static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    private static string AssistantOf(int number) => $$"""
        {
          "id": "{{IdOf(number)}}", "orgId": "00000000-0000-4000-8000-000000000001", "createdAt": "2026-01-02T03:04:05Z", "updatedAt": "2026-01-02T03:04:05.678Z",
          "name": "Reception {{number}}", "latestVersion": null, "billingTag": { "team": [ {{number}}, null ] },
          "firstMessage": "{{new string('x', 10 * (number % 50))}}",
          "firstMessageMode": "{{(number % 2 == 0 ? "assistant-speaks-first" : "assistant-hums")}}",
          "model": {{(number % 3 == 0 ? UnknownModel : Model)}},
          "voice": { "provider": "11labs", "voiceId": "sarah", "spatialAudio": true },
          "endCallPhrases": [ "bye", "see \"you\"" ], "metadata": { "a": { "b": [ 1e3, false ] } }
        }
        """;
}
