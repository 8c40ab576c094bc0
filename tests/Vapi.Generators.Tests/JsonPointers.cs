using System.Text.Json;

namespace Vapi.Generators.Tests;

/// <summary>References within a document.</summary>
internal static class JsonPointers
{
    /// <summary>What a local reference points to.</summary>
    public static JsonElement Resolve(this JsonElement document, string reference)
    {
        JsonElement target = document;
        foreach (string token in reference.TrimStart('#').Split('/').Skip(1))
            target = target.GetProperty(token.Replace("~1", "/").Replace("~0", "~"));

        return target;
    }
}
