using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Vapi.Generators.Tests.Probes;

/// <summary>A version of Vapi's document with the C# types of all its schemas, generated and compiled once for all tests.</summary>
internal sealed class ProbedDocument
{
    private static readonly ConcurrentDictionary<string, Lazy<ProbedDocument>> Versions = new();

    private ProbedDocument(string file)
    {
        Json = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        Examples = new DocumentExamples(Json);
        Schemas = SchemaProbe.Schemas(Json);
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(SchemaProbe.AddTo(Json, Examples.Inline)) { Expected = null });
        (Probe, Assembly) = (new SchemaProbe(output), output.Assembly);
    }

    public JsonElement Json { get; }

    public JsonProperty[] Schemas { get; }

    public DocumentExamples Examples { get; }

    public SchemaProbe Probe { get; }

    public Assembly Assembly { get; }

    /// <summary>The newest.</summary>
    public static ProbedDocument Newest => Of("vapi/openapi.json");

    public static ProbedDocument Of(string path)
    {
        string file = Repository.Shared(path);
        return Versions.GetOrAdd(file, f => new(() => new ProbedDocument(f))).Value;
    }
}
