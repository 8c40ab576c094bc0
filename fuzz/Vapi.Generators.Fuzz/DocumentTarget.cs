namespace Vapi.Generators.Fuzz;

/// <summary>Any text is a document in JSON, or refused with a diagnostic.</summary>
internal static class DocumentTarget
{
    public static void Run(byte[] input) => Generation.Run("openapi.json", input);
}
