using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Probes;

/// <summary>What came of one document that nobody of this project wrote: generated, compiled, its values read and written, its requests built.</summary>
internal sealed class CorpusRun
{
    private const ulong Seed = 20261125;

    /// <summary>Of a document with more properties, items and values of maps, as many are drawn for the law that they may be anything.</summary>
    private const int MostPlaces = 600;

    private const int MaxShown = 3;

    private CorpusRun(string name) => Name = name;

    public string Name { get; }

    /// <summary>How many schemas, random values, operations and lines.</summary>
    public (int Schemas, int Values, int Operations, int Lines) Counts { get; private set; }

    public TimeSpan Generation { get; private set; }

    /// <summary>What came of values of any kind in the place of others, and how many places the document has for them.</summary>
    public (LawReport Report, int Places, int AllPlaces) Reality { get; private set; } = (new(), 0, 0);

    /// <summary>What came of the document's examples.</summary>
    public LawReport Examples { get; private set; } = new();

    /// <summary>What is wrong with it, by the kind of what is wrong.</summary>
    public SortedDictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>What the generator reported, counted by ID.</summary>
    public string Reported { get; private set; } = "";

    public static CorpusRun Of(string name, string text)
    {
        var run = new CorpusRun(name);
        using JsonDocument document = JsonDocument.Parse(text);
        JsonProperty[] schemas = SchemaProbe.Schemas(document.RootElement);
        var examples = new DocumentExamples(document.RootElement);
        if (run.Try("generate or compile", () => run.Generate(SchemaProbe.AddTo(document.RootElement, examples.Inline))) is not { } output)
            return run;

        var probe = new SchemaProbe(output);
        run.Try("round trip", () => run.RoundTrip(document.RootElement, schemas, probe));
        run.Try("reality", () => run.CheckReality(document.RootElement, schemas, probe));
        run.Try("examples", () => run.CheckExamples(examples, probe));
        run.Try("requests", () => run.BuildRequests(document.RootElement, output.Assembly));
        return run;
    }

    public override string ToString()
        => $"{(Failures.Count == 0 ? "ok" : "FAILS"),-6} {Name,-75} {Counts.Lines,7} lines {Generation.TotalMilliseconds,6:0} ms {Counts.Schemas,5} schemas {Counts.Values,6} values {Counts.Operations,5} operations  {Reported}"
            + string.Concat(Failures.Select(f => $"\n       {f.Key}: {f.Value}"));

    private T? Try<T>(string kind, Func<T> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failures[kind] = exception is InvalidDataException or Xunit.Sdk.XunitException ? exception.Message : exception.ToString();
            return null;
        }
    }

    private void Try(string kind, Action step) => Try(kind, () =>
    {
        step();
        return "";
    });

    private GeneratorOutput Generate(string text)
    {
        // The documents of the sample also have a fake. For all documents it would take too long.
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(text)) { Expected = null, Properties = { ["OpenApiFake"] = LongTests.AreOn ? "false" : "true" } });
        Generation = output.Driver.GetTimingInfo().ElapsedTime;
        Reported = string.Join(" ", output.Diagnostics.CountBy(d => d.Id).OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}x{d.Value}"));
        Counts = Counts with { Lines = output.Files.Values.Sum(f => f.Count(c => c == '\n')) };
        if (output.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidDataException(error.ToString());

        return output;
    }

    private void RoundTrip(JsonElement document, JsonProperty[] schemas, SchemaProbe probe)
    {
        var failures = new List<string>();
        int values = 0;
        foreach ((Richness richness, int count) in new[] { (Richness.Minimal, 2), (Richness.Full, 1), (Richness.Unknown, 3) })
        {
            var random = new RandomJson(document, richness, Seed);
            foreach (JsonProperty schema in schemas)
            {
                for (int i = 0; i < count; i++, values++)
                {
                    string json = new JsonObject { [schema.Name] = random.Next(schema.Value) }.ToJsonString();
                    if (Fail(json, probe) is { } failure)
                        failures.Add($"{schema.Name}, {richness}: {failure}\n           {(json.Length > 300 ? json[..300] + "…" : json)}");
                }
            }
        }

        Counts = Counts with { Schemas = schemas.Length, Values = values };
        Require(failures, values);
    }

    private static string? Fail(string json, SchemaProbe probe)
    {
        try
        {
            return SchemaProbe.Differences(json, probe.ReadAndWrite(json)) is { Length: > 0 } differences ? string.Join("; ", differences) : null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }

    private void CheckReality(JsonElement document, JsonProperty[] schemas, SchemaProbe probe)
    {
        var law = new RealityLaw(probe, MostPlaces, (int)Seed);
        law.Check(RealityLaw.Values(document, schemas, Seed));
        Reality = (law.Report, law.Places, law.AllPlaces);
        if (!law.Report.IsKept)
            throw new InvalidDataException(law.ToString());
    }

    private void CheckExamples(DocumentExamples examples, SchemaProbe probe)
    {
        Examples = examples.Check(probe);
        if (Examples.Exceptions > 0)
            throw new InvalidDataException(Examples.ToString());
    }

    private void BuildRequests(JsonElement document, Assembly assembly)
    {
        var requests = new CorpusRequests(document, assembly);
        IReadOnlyList<string> failures = requests.Failures();
        Counts = Counts with { Operations = requests.Count };
        Require(failures, requests.Count);
    }

    private static void Require(IReadOnlyList<string> failures, int all)
    {
        if (failures.Count > 0)
            throw new InvalidDataException($"{failures.Count} of {all}\n         " + string.Join("\n         ", failures.Take(MaxShown)));
    }
}
