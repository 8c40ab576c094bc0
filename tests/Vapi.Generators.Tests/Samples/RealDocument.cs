using System.Text.Json;

namespace Vapi.Generators.Tests.Samples;

/// <summary>One run of the generator over Vapi's document, shared by all tests that look at it.</summary>
internal static class RealDocument
{
    private static readonly Lazy<string> Text = new(() => File.ReadAllText(Repository.Shared("vapi/openapi.json")));

    private static readonly Lazy<JsonDocument> Document = new(() => JsonDocument.Parse(Text.Value));

    private static readonly Lazy<GeneratorOutput> Run = new(() => GeneratorHost.Run(Text.Value));

    private static readonly Lazy<GeneratorOutput> RunWithFake = new(() => GeneratorHost.Run(new GeneratorInput(Text.Value) { Properties = { ["OpenApiFake"] = "true" } }));

    /// <summary>The document itself, as System.Text.Json sees it.</summary>
    public static JsonElement Json
    {
        get
        {
            Require();
            return Document.Value.RootElement;
        }
    }

    public static string Content
    {
        get
        {
            Require();
            return Text.Value;
        }
    }

    public static GeneratorOutput Output
    {
        get
        {
            Require();
            return Run.Value;
        }
    }

    /// <summary>With its fake.</summary>
    public static GeneratorOutput OutputWithFake
    {
        get
        {
            Require();
            return RunWithFake.Value;
        }
    }

    public static IEnumerable<JsonProperty> Schemas => Json.GetProperty("components").GetProperty("schemas").EnumerateObject();

    public static IEnumerable<JsonElement> Operations => Json.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject())
        .Where(o => o.Name is "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace")
        .Select(o => o.Value);

    /// <summary>Skips outside of the lazy values, which would keep the skip as their error.</summary>
    private static void Require() => Repository.Shared("vapi/openapi.json");
}
