using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Probes;

/// <summary>A check of a value finds a deviation if and only if the judge says that the value is not valid. Tried on random values of the schemas of a document, and on changed ones.</summary>
internal sealed class ContractLaw
{
    private readonly JsonElement _document;

    private readonly ContractJudge _judge;

    private readonly Func<string, byte[], string[]> _check;

    public ContractLaw(string text)
    {
        _document = JsonDocument.Parse(text).RootElement;
        _judge = new ContractJudge(_document);
        Output = GeneratorHost.Run(new GeneratorInput(text)
        {
            Properties = { ["OpenApiNamespace"] = "Test", ["OpenApiContract"] = "true" },
            Expected = null,
            Source = """
                using System.Linq;
                using Test;

                public static class Probe
                {
                    public static string[] Names() => ApiContract.Schemas.ToArray();

                    public static string[] Check(string schema, byte[] utf8) => ApiContract.Check(schema, utf8).Where(d => d.Kind != ApiDeviationKind.UnknownProperty).Select(d => d.ToString()).ToArray();
                }
                """,
        });
        Type probe = Output.Assembly.GetType("Probe")!;
        _check = probe.GetMethod("Check")!.CreateDelegate<Func<string, byte[], string[]>>();
        Schemas = [.. SchemaProbe.Schemas(_document).DistinctBy(s => s.Name).Where(s => ((string[])probe.GetMethod("Names")!.Invoke(null, null)!).Contains(s.Name))];
    }

    public GeneratorOutput Output { get; }

    public JsonProperty[] Schemas { get; }

    public LawReport Report { get; } = new();

    /// <summary>How many of the values are valid.</summary>
    public int Valid { get; private set; }

    /// <param name="values">How many values of each schema are drawn. From each, as many changed ones are made.</param>
    /// <param name="changes">How many changed ones.</param>
    /// <param name="seed">The seed.</param>
    public void Run(IEnumerable<JsonProperty> schemas, int values, int changes, int seed)
    {
        var mutator = new ValueMutator(seed);
        foreach (Richness richness in Enum.GetValues<Richness>())
        {
            var random = new RandomJson(_document, richness, (ulong)seed, maxDepth: 3);
            foreach (JsonProperty schema in schemas)
            {
                for (int i = 0; i < values; i++)
                {
                    JsonNode? value = random.Next(schema.Value);
                    Compare(schema.Name, value);
                    JsonNode? changed = value;
                    for (int j = 0; j < changes; j++)
                        Compare(schema.Name, changed = mutator.Mutate(j % 3 == 0 ? value : changed));
                }
            }
        }
    }

    private void Compare(string schema, JsonNode? value)
    {
        string json = value?.ToJsonString() ?? "null";
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(json);
        JsonElement element = JsonElement.Parse(utf8);
        string[] deviations = _check(schema, utf8);
        bool isValid = _judge.IsValid(schema, element);
        Report.Count();
        Valid += isValid ? 1 : 0;
        if (isValid != (deviations.Length == 0))
            Report.Difference(isValid ? "valid, but " + Kind(deviations[0]) : "not valid, but nothing is found", $"{schema}: {string.Join(" ", deviations.Take(2))}{(isValid ? "" : _judge.Explain(schema, element))}  {json}");
    }

    /// <summary>The kind of a deviation, after its pointer.</summary>
    private static string Kind(string deviation) => deviation.Split(": ", 2)[1].Split('.')[0];
}
