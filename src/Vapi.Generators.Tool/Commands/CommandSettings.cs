using Vapi.Generators.Tool.Uses;

namespace Vapi.Generators.Tool.Commands;

/// <summary>What the commands are told.</summary>
internal sealed record CommandSettings
{
    /// <summary>The document of the project; null: openapi.json or else openapi.yaml in this folder.</summary>
    public string? Document { get; init; }

    /// <summary>Where it is published; null: as the lock file has it.</summary>
    public string? Url { get; init; }

    /// <summary>Where the report goes, .md or .json.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>The analyzer configuration of the project; null when there is no project.</summary>
    public string? Configuration { get; init; }

    /// <summary>The other files that the document may refer to.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>The code of the project, in which the report names the places that use what breaks; null when there is none.</summary>
    public ProjectCode? Code { get; init; }

    /// <summary>The fingerprints of changes that a check is not to fail because of.</summary>
    public IReadOnlyList<string> Acknowledged { get; init; } = [];

    /// <summary>Null: as the command does by itself.</summary>
    public FailOn? FailOn { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(DefaultTimeout);

    public const int DefaultTimeout = 100;
}

/// <summary>Which difference is the exit code <see cref="ExitCode.Differs"/>.</summary>
internal enum FailOn
{
    Any,
    Breaking,
    None,
}
