namespace Vapi.Generators.Fuzz;

/// <summary>Any text is a document in YAML, or refused with a diagnostic.</summary>
internal static class YamlTarget
{
    public static void Run(byte[] input) => Generation.Run("openapi.yaml", input);
}
