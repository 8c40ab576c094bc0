using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Vapi.Generators.Tool.Documents;

/// <summary>The project's options for a document. They are read from the file that the compiler also gets: the analyzer configuration that MSBuild writes.</summary>
internal static class ProjectOptions
{
    /// <param name="configuration">The path of the configuration; null if there is no project.</param>
    /// <param name="document">The document's path in the project.</param>
    public static GeneratorOptions Read(string? configuration, string document)
    {
        if (configuration is null)
            return GeneratorOptions.Read(new Options(ImmutableDictionary<string, string>.Empty), new Options(ImmutableDictionary<string, string>.Empty));

        AnalyzerConfigSet set = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(File.ReadAllText(configuration), Path.GetFullPath(configuration))));
        return GeneratorOptions.Read(new Options(set.GetOptionsForSourcePath(document.Replace('\\', '/')).AnalyzerOptions), new Options(set.GlobalConfigOptions.AnalyzerOptions));
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key.ToLowerInvariant(), out value!);
    }
}
