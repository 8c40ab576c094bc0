namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>Programs of the machine.</summary>
internal static class ProgramPath
{
    /// <summary>The file of a program, or null if no folder of PATH has it.</summary>
    public static string? Find(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
