namespace Vapi.Generators.Tool;

/// <summary>A command failed. The message describes the cause and the solution. No file was changed.</summary>
internal sealed class ToolException(string message) : Exception(message);
