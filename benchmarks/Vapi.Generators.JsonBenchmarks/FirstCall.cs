using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Vapi.Generators.JsonBenchmarks;

/// <summary>What the first read and the first write of a process cost: each is measured once in a process of its own.</summary>
internal static class FirstCall
{
    private const int Rounds = 15;

    private static readonly string[] Candidates = ["hand-written", "generated", "generated-by-serializer", "scan"];

    /// <summary>Starts the processes in turn and prints the medians and their ratios.</summary>
    public static void Compare(string name)
    {
        var times = Candidates.ToDictionary(c => c, _ => new List<double[]>());
        for (int round = 0; round < Rounds; round++)
        {
            foreach (string candidate in Candidates)
                times[candidate].Add(Start(candidate, name));
        }

        double[] baseline = Medians(times[Candidates[0]]);
        Console.WriteLine($"first call in a fresh process, {name}, medians of {Rounds}");
        foreach (string candidate in Candidates)
        {
            double[] medians = Medians(times[candidate]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{candidate,-24} read {medians[0],7:F2} ms ({medians[0] / baseline[0]:F3})  write {medians[1],7:F2} ms ({medians[1] / baseline[1]:F3})"));
        }
    }

    /// <summary>Measures one candidate in this process.</summary>
    public static void Measure(string candidate, string name)
    {
        byte[] utf8 = Payload.Load(name);
        Payload payload = Payload.Of(name, utf8);
        var watch = Stopwatch.StartNew();
        object? value = candidate switch
        {
            "hand-written" => payload.ReadHandWritten(),
            "generated" => payload.ReadGenerated(),
            "generated-by-serializer" => payload.ReadGeneratedBySerializer(),
            _ => Floor.Read(utf8),
        };
        double read = watch.Elapsed.TotalMilliseconds;
        Floor? floor = candidate == "scan" ? new Floor(utf8) : null;
        watch.Restart();
        using var writer = new Utf8JsonWriter(Stream.Null);
        switch (candidate)
        {
            case "hand-written": payload.WriteHandWritten(writer, value); break;
            case "generated": payload.WriteGenerated(writer, value); break;
            case "generated-by-serializer": payload.WriteGeneratedBySerializer(writer, value); break;
            default: floor!.Write(writer); break;
        }

        writer.Flush();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read} {watch.Elapsed.TotalMilliseconds}"));
    }

    private static double[] Start(string candidate, string name)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { ArgumentList = { "first", candidate, name }, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. output.Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
    }

    private static double[] Medians(List<double[]> times) => [.. Enumerable.Range(0, 2).Select(i => times.Select(t => t[i]).Order().ElementAt(times.Count / 2))];
}
