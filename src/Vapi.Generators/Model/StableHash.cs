namespace Vapi.Generators.Model;

/// <summary>A hash of a text that is the same in every process (FNV-1a), unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class StableHash
{
    public static uint Of(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);

        return hash;
    }
}
