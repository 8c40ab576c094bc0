using Vapi.Generators.Tool.Uses;

namespace Vapi.Generators.Tool.Commands;

/// <summary>The settings of the commands.</summary>
internal sealed record CommandSettings
{
    /// <summary>The document of the project; null uses openapi.json, or else openapi.yaml, in the current folder.</summary>
    public string? Document { get; init; }

    /// <summary>The URL of the published document; null uses the URL in the lock file.</summary>
    public string? Url { get; init; }

    /// <summary>The paths of the reports, .md or .json.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>The analyzer configuration of the project; null if there is no project.</summary>
    public string? Configuration { get; init; }

    /// <summary>The other files that the document can reference.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>The overlays to apply, in order; if empty, those of the project.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>The code of the project, in which the report finds the places that break; null if there is none.</summary>
    public ProjectCode? Code { get; init; }

    /// <summary>The fingerprints of changes for which a check does not fail.</summary>
    public IReadOnlyList<string> Acknowledged { get; init; } = [];

    /// <summary>Whether to create a names lock. An existing one is always kept up to date.</summary>
    public bool LocksNames { get; init; }

    /// <summary>Null uses the default of the command.</summary>
    public FailOn? FailOn { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(DefaultTimeout);

    public const int DefaultTimeout = 100;
}

/// <summary>The changes that result in the exit code <see cref="ExitCode.Differs"/>.</summary>
internal enum FailOn
{
    Any,
    Breaking,
    None,
}
