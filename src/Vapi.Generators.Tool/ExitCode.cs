namespace Vapi.Generators.Tool;

/// <summary>The exit code of a command.</summary>
internal static class ExitCode
{
    /// <summary>The command succeeded. The documents can differ.</summary>
    public const int Done = 0;

    /// <summary>The command failed. The message describes the cause and the solution.</summary>
    public const int Failed = 1;

    /// <summary>The documents differ in a way that the option --fail-on selects.</summary>
    public const int Differs = 2;
}
