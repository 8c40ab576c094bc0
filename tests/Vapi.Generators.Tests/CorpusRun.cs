using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests;

/// <summary>What came of one document that nobody of this project wrote: generated, compiled, its values read and written, its requests built.</summary>
internal sealed class CorpusRun
{
    private const ulong Seed = 20261125;

    /// <summary>A class with a property of every schema of the components, added to the document: it knows their C# types, whatever they are called.</summary>
    private const string Probe = "CorpusProbe";

    private const int MaxShown = 3;

    private CorpusRun(string name) => Name = name;

    public string Name { get; }

    /// <summary>How many schemas, random values, operations and lines.</summary>
    public (int Schemas, int Values, int Operations, int Lines) Counts { get; private set; }

    public TimeSpan Generation { get; private set; }

    /// <summary>What is wrong with it, by the kind of what is wrong.</summary>
    public SortedDictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>What the generator reported, counted by ID.</summary>
    public string Reported { get; private set; } = "";

    public static CorpusRun Of(string name, string text)
    {
        var run = new CorpusRun(name);
        using JsonDocument document = JsonDocument.Parse(text);
        JsonProperty[] schemas = [.. Schemas(document.RootElement)];
        if (run.Try("generate or compile", () => run.Generate(WithProbe(document.RootElement, schemas))) is not { } output)
            return run;

        run.Try("round trip", () => run.RoundTrip(document.RootElement, schemas, output.Type(ProbeType(output))));
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
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(text)) { Expected = null });
        Generation = output.Driver.GetTimingInfo().ElapsedTime;
        Reported = string.Join(" ", output.Diagnostics.CountBy(d => d.Id).OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}x{d.Value}"));
        Counts = Counts with { Lines = output.Files.Values.Sum(f => f.Count(c => c == '\n')) };
        if (output.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidDataException(error.ToString());

        return output;
    }

    private void RoundTrip(JsonElement document, JsonProperty[] schemas, Type probe)
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

    private static string? Fail(string json, Type type)
    {
        try
        {
            string[] differences = [.. JsonAssert.Differences(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type), type)).Take(2)];
            return differences.Length == 0 ? null : string.Join("; ", differences);
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
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

    private static string ProbeType(GeneratorOutput output) => output.Files.Keys.Single(f => f.EndsWith("." + Probe + ".g.cs", StringComparison.Ordinal))[..^".g.cs".Length];

    private static IEnumerable<JsonProperty> Schemas(JsonElement document)
    {
        (string parent, string child) = SchemasAt(document);
        JsonElement schemas = parent.Length == 0 ? document : document.TryGetProperty(parent, out JsonElement found) ? found : default;
        return schemas.ValueKind == JsonValueKind.Object && schemas.TryGetProperty(child, out JsonElement named) && named.ValueKind == JsonValueKind.Object ? named.EnumerateObject() : [];
    }

    private static (string Parent, string Child) SchemasAt(JsonElement document) => document.TryGetProperty("swagger", out _) ? ("", "definitions") : ("components", "schemas");

    /// <summary>The document with the probe as its last schema. Copied token by token, so that what is there twice stays there twice.</summary>
    private static string WithProbe(JsonElement document, JsonProperty[] schemas)
    {
        (string parent, string child) = SchemasAt(document);
        string[] path = parent.Length == 0 ? [child] : [parent, child];
        using var copy = new MemoryStream();
        using (var writer = new Utf8JsonWriter(copy))
            Copy(writer, document, path, () => WriteProbe(writer, path, schemas));

        return Encoding.UTF8.GetString(copy.ToArray());
    }

    private static void Copy(Utf8JsonWriter writer, JsonElement element, ReadOnlySpan<string> path, Action writeLast)
    {
        writer.WriteStartObject();
        bool isThere = false;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (path.Length == 0 || property.Name != path[0] || property.Value.ValueKind != JsonValueKind.Object)
            {
                property.WriteTo(writer);
                continue;
            }

            isThere = true;
            writer.WritePropertyName(property.Name);
            Copy(writer, property.Value, path[1..], writeLast);
        }

        if (path.Length == 0)
            writeLast();
        else if (!isThere)
        {
            writer.WritePropertyName(path[0]);
            Copy(writer, JsonElement.Parse("{}"), path[1..], writeLast);
        }

        writer.WriteEndObject();
    }

    private static void WriteProbe(Utf8JsonWriter writer, string[] path, JsonProperty[] schemas)
    {
        writer.WritePropertyName(Probe);
        new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(schemas.DistinctBy(s => s.Name).Select(s => KeyValuePair.Create(s.Name, (JsonNode?)new JsonObject { ["$ref"] = JsonPointers.Pointer([.. path, s.Name]) }))),
        }.WriteTo(writer);
    }
}
