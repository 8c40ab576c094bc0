using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vapi.Generators.Emitting.Writing;

namespace Vapi.Generators.Benchmarks;

/// <summary>How time and memory grow with the document: its schemas and operations several times over under other names, each size in a fresh process.</summary>
internal static class Growth
{
    private const string SchemaPrefix = "#/components/schemas/";

    private static readonly int[] Sizes = [1, 2, 5, 10];

    /// <summary>Measures all sizes.</summary>
    public static void Compare()
    {
        foreach (int size in Sizes)
        {
            string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".openapi.json");
            try
            {
                File.WriteAllText(path, Replicate(JsonNode.Parse(File.ReadAllText(Program.DocumentPath))!.AsObject(), size));
                var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
                foreach (string argument in Environment.GetCommandLineArgs().Take(1).Where(a => a.EndsWith(".dll", StringComparison.Ordinal) && !Environment.ProcessPath!.EndsWith("Benchmarks", StringComparison.Ordinal)))
                    start.ArgumentList.Add(argument);
                start.ArgumentList.Add("growth");
                start.ArgumentList.Add(size.ToString(System.Globalization.CultureInfo.InvariantCulture));
                start.Environment["VAPI_DOCUMENT"] = path;
                using Process process = Process.Start(start)!;
                process.WaitForExit();
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Measures one size: the steps one after the other, cold.</summary>
    public static void Measure(string size)
    {
        var steps = new GenerationSteps(Program.DocumentPath);
        (double alone, double aloneMemory, _) = Time(steps.ReadAlone);
        (double generate, double memory, IReadOnlyList<SourceFile> files) = Time(() => steps.Emit(steps.ReadAndParse()));
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(
            $"{size,3}x {new FileInfo(Program.DocumentPath).Length / 1e6,6:N1} MB: Microsoft.OpenApi alone {alone,7:N0} ms {aloneMemory,7:N0} MB; generating {generate,7:N0} ms {memory,7:N0} MB, {generate / alone:N2} times; "
            + $"peak {self.PeakWorkingSet64 / 1e6,7:N0} MB; {files.Count,7:N0} files, {files.Sum(f => f.Text.Lines.Count),9:N0} lines");
    }

    private static (double Milliseconds, double Megabytes, T Result) Time<T>(Func<T> step)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        T result = step();
        return (watch.Elapsed.TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6, result);
    }

    private static string Replicate(JsonObject document, int size)
    {
        JsonObject schemas = document["components"]!["schemas"]!.AsObject();
        JsonObject paths = document["paths"]!.AsObject();
        KeyValuePair<string, JsonNode?>[] ownSchemas = [.. schemas];
        KeyValuePair<string, JsonNode?>[] ownPaths = [.. paths];
        for (int copy = 2; copy <= size; copy++)
        {
            foreach ((string name, JsonNode? schema) in ownSchemas)
                schemas.Add(name + "Copy" + copy, Rename(schema!.DeepClone(), "Copy" + copy));
            foreach ((string path, JsonNode? item) in ownPaths)
                paths.Add("/copy" + copy + path, Rename(item!.DeepClone(), "Copy" + copy));
        }

        return document.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    /// <summary>References, the ids of operations and their tags get the suffix.</summary>
    private static JsonNode Rename(JsonNode node, string suffix)
    {
        switch (node)
        {
            case JsonObject map:
                foreach ((string name, JsonNode? value) in map.ToArray())
                {
                    if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && (name == "operationId" || text.GetValue<string>().StartsWith(SchemaPrefix, StringComparison.Ordinal)))
                        map[name] = text.GetValue<string>() + suffix;
                    else if (name == "tags" && value is JsonArray tags)
                        map[name] = new JsonArray([.. tags.Select(t => JsonValue.Create(t!.GetValue<string>() + suffix))]);
                    else if (value is not null)
                        Rename(value, suffix);
                }

                break;
            case JsonArray list:
                foreach (JsonNode item in list.OfType<JsonNode>())
                    Rename(item, suffix);
                break;
        }

        return node;
    }
}
