using System.Collections.Concurrent;
using System.Text.Json;

namespace Vapi.Generators.Tests.Samples;

/// <summary>One run of the generator over each earlier version of Vapi's document, shared by all tests that look at it.</summary>
internal static class EarlierDocument
{
    /// <summary>From the oldest to the newest.</summary>
    public static readonly string[] Dates =
    [
        "2024-10-10", "2024-12-07", "2025-01-23", "2025-02-25", "2025-04-01", "2025-05-05", "2025-05-26", "2025-06-25", "2025-09-17", "2025-11-17", "2026-02-08", "2026-08-17",
    ];

    private static readonly ConcurrentDictionary<string, Lazy<GeneratorOutput>> Outputs = new();

    /// <summary>Its code, with whatever the generator reports.</summary>
    public static GeneratorOutput Output(string date)
    {
        string file = Repository.Shared($"vapi/history/{date}.json");
        return Outputs.GetOrAdd(date, _ => new(() => GeneratorHost.Run(new GeneratorInput(File.ReadAllText(file)) { Expected = null }))).Value;
    }

    /// <summary>The document itself, as System.Text.Json sees it.</summary>
    public static JsonElement Json(string date) => JsonDocument.Parse(Output(date).Input.Documents.Single().Text!).RootElement;
}
