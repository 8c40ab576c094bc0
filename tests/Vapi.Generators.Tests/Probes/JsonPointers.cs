using System.Text.Json;

namespace Vapi.Generators.Tests.Probes;

/// <summary>References within a document.</summary>
internal static class JsonPointers
{
    /// <summary>What a local reference points to.</summary>
    public static JsonElement Resolve(this JsonElement document, string reference)
        => document.TryResolve(reference) ?? throw new KeyNotFoundException($"The document has no {reference}.");

    /// <summary>What a local reference points to; null for one that leads nowhere, or elsewhere, or around in a circle.</summary>
    public static JsonElement? TryResolve(this JsonElement document, string reference)
    {
        for (int hops = 0; hops < 50; hops++)
        {
            if (Find(document, reference) is not { } target)
                return null;
            if (target.ValueKind != JsonValueKind.Object || !target.TryGetProperty("$ref", out JsonElement next) || next.ValueKind != JsonValueKind.String)
                return target;

            reference = next.GetString()!;
        }

        return null;
    }

    /// <summary>The reference to a part of a document.</summary>
    public static string Pointer(params string[] tokens) => "#" + string.Concat(tokens.Select(t => "/" + t.Replace("~", "~0").Replace("/", "~1")));

    /// <summary>The schemas that give themselves a name.</summary>
    private static IEnumerable<JsonElement> Anchored(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => m.Name is "$anchor" or "$dynamicAnchor" && m.Value.ValueEquals(name) ? [element] : Anchored(m.Value, name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Anchored(item, name)),
        _ => [],
    };

    private static JsonElement? Find(JsonElement document, string reference)
    {
        if (!reference.StartsWith('#'))
            return null;
        if (reference.Length > 1 && reference[1] != '/')
            return Anchored(document, reference[1..]).Take(2).ToArray() is [var only] ? only : null;

        JsonElement target = document;
        foreach (string token in Uri.UnescapeDataString(reference).TrimStart('#').Split('/').Skip(1).Select(t => t.Replace("~1", "/").Replace("~0", "~")))
        {
            if (target.ValueKind == JsonValueKind.Array && int.TryParse(token, out int index) && index >= 0 && index < target.GetArrayLength())
                target = target[index];
            else if (target.ValueKind != JsonValueKind.Object || !target.TryGetProperty(token, out target))
                return null;
        }

        return target;
    }
}
