using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators;

/// <summary>The text of a document and what the project says about it. Equal while the compiler hands over the same text.</summary>
internal sealed record DocumentSource(string Path, SourceText? Text, GeneratorOptions Options)
{
    private const string FileName = "openapi.json";

    public static bool IsDocument(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        string name = System.IO.Path.GetFileName(file.Path);
        return name.Equals(FileName, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("." + FileName, StringComparison.OrdinalIgnoreCase)
            || GeneratorOptions.IsDeclared(options.GetOptions(file));
    }

    public static DocumentSource Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
        => new(file.Path, file.GetText(cancellationToken), GeneratorOptions.Read(options.GetOptions(file), options.GlobalOptions));
}
