namespace Vapi.Generators.Tool;

/// <summary>What a command ends with.</summary>
internal static class ExitCode
{
    /// <summary>It has done what it was asked for; the documents may differ.</summary>
    public const int Done = 0;

    /// <summary>It could not: the message says why and what to do.</summary>
    public const int Failed = 1;

    /// <summary>The documents differ in a way that the option --fail-on names.</summary>
    public const int Differs = 2;
}
