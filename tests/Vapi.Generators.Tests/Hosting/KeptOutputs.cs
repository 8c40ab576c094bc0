namespace Vapi.Generators.Tests.Hosting;

/// <summary>The last outputs of small projects: the rows of a theory often look at the same one, which is then compiled once.</summary>
internal static class KeptOutputs
{
    private const int Most = 8;

    /// <summary>What comes of longer documents would fill the memory.</summary>
    private const int LongestProject = 20_000;

    private static readonly List<((Framework, string) Project, Lazy<GeneratorOutput> Output)> Outputs = [];

    public static GeneratorOutput Of(GeneratorInput input, Func<GeneratorInput, GeneratorOutput> run)
    {
        string project = Describe(input);
        return project.Length > LongestProject ? run(input) : Find((input.Framework, project), () => run(input)).Value;
    }

    private static Lazy<GeneratorOutput> Find((Framework, string) project, Func<GeneratorOutput> run)
    {
        lock (Outputs)
        {
            int index = Outputs.FindIndex(o => o.Project == project);
            ((Framework, string), Lazy<GeneratorOutput> Output) found = index >= 0 ? Outputs[index] : (project, new(run));
            if (index >= 0)
                Outputs.RemoveAt(index);
            else if (Outputs.Count == Most)
                Outputs.RemoveAt(0);

            Outputs.Add(found);
            return found.Output;
        }
    }

    /// <summary>All that a project is made of but its framework.</summary>
    private static string Describe(GeneratorInput input) => string.Join('\0',
    [
        .. input.Documents.SelectMany(d => (string?[])[d.Path, d.Text, .. Flat(d.Metadata)]),
        "", input.Source, $"{input.LanguageVersion}", .. Flat(input.Properties), "", .. input.Expected ?? ["any"],
    ]);

    private static IEnumerable<string> Flat(Dictionary<string, string> pairs) => pairs.SelectMany(p => (string[])[p.Key, p.Value]);
}
