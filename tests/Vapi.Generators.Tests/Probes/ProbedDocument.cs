using System.Reflection;
using System.Text.Json;

namespace Vapi.Generators.Tests.Probes;

/// <summary>Vapi's document with the C# types of all its schemas, generated and compiled once for all tests.</summary>
internal sealed class ProbedDocument
{
    private static readonly Lazy<ProbedDocument> Only = new(() => new ProbedDocument(RealDocument.Json));

    private ProbedDocument(JsonElement json)
    {
        Json = json;
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

    public static ProbedDocument Shared
    {
        get
        {
            // Skips outside of the lazy value, which would keep the skip as its error.
            _ = RealDocument.Json;
            return Only.Value;
        }
    }
}
