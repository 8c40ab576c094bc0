namespace Vapi.Generators.Tool.Uses;

/// <summary>The code of the project, as the build passes it to the compiler.</summary>
/// <param name="Sources">The paths of its C# files; empty if there is no project.</param>
/// <param name="References">The paths of the referenced assemblies.</param>
/// <param name="Symbols">The preprocessor symbols.</param>
internal sealed record ProjectCode(IReadOnlyList<string> Sources, IReadOnlyList<string> References, IReadOnlyList<string> Symbols);

/// <summary>A place in the project's code; line and column start at 1.</summary>
internal sealed record Use(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
