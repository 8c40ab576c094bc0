namespace Vapi.Generators.Tool;

/// <summary>Why a command cannot do what it is asked for, in a sentence that says what to do. Nothing has changed on the disk.</summary>
internal sealed class ToolException(string message) : Exception(message);
