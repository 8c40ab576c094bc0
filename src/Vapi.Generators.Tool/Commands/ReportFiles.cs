using System.Text;
using Vapi.Generators.Tool.Documents;
using Vapi.Generators.Tool.Reporting;

namespace Vapi.Generators.Tool.Commands;

/// <summary>Writes a report to files.</summary>
internal static class ReportFiles
{
    /// <param name="paths">The paths. A name that ends in .json gets the report for programs, and any other name the report for a pull request.</param>
    /// <exception cref="ToolException">A file cannot be written.</exception>
    public static void Write(ChangeReport report, IReadOnlyList<string> paths)
    {
        foreach (string path in paths.Select(Path.GetFullPath))
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new ToolException($"Cannot write {path}: {exception.Message}");
            }

            bool isJson = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
            FileReplacement.Replace((path, Encoding.UTF8.GetBytes(isJson ? JsonReport.Write(report) : MarkdownReport.Write(report))));
        }
    }
}
