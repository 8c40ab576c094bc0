using System.Diagnostics;
using System.Globalization;
using Vapi.Generators.Tests.Samples;

namespace Vapi.Generators.Benchmarks;

/// <summary>How time and memory grow with documents that cost more than their length says: each structure at n, 2n, 4n and 8n, each in a fresh process.</summary>
internal static class Hostile
{
    private static readonly int[] Factors = [1, 2, 4, 8];

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private static IEnumerable<(string Structure, int Size, Func<int, string> Make, string Extension)> Structures
        => HostileDocuments.All.Select(s => (s.Structure, s.Size, s.Make, "json")).Concat(HostileDocuments.AllYaml.Select(s => (s.Structure, s.Size, s.Make, "yaml")));

    /// <summary>Measures all structures whose name contains a text.</summary>
    public static void Compare(string part)
    {
        foreach ((string structure, int size, _, _) in Structures.Where(s => s.Structure.Contains(part, StringComparison.Ordinal)))
        {
            string[] results = [.. Factors.Select(f => Run(structure, f * size))];
            Console.WriteLine($"{structure}: n = {size}: {string.Join("; ", results)}; exponent of the time {Exponent(0, 5)}, of what is allocated {Exponent(8, 5)}");

            // The third and the fourth size, against the length of their documents.
            string Exponent(int word, int length)
            {
                double[] values = [.. results.Skip(2).SelectMany(r => new[] { word, length }.Select(w => double.TryParse(r.Split(' ').ElementAtOrDefault(w), CultureInfo.InvariantCulture, out double value) ? value : double.NaN))];
                return (Math.Log(values[2] / values[0]) / Math.Log(values[3] / values[1])).ToString("0.0", CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>Measures one document: milliseconds, the highest memory and the length of the document.</summary>
    public static void Measure(string structure, int size)
    {
        (_, _, Func<int, string> make, string extension) = Structures.First(s => s.Structure == structure);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".openapi." + extension);
        File.WriteAllText(path, HostileDocuments.In("3.0.3", make(size)));
        double length = new FileInfo(path).Length / 1e6;
        try
        {
            // What every run costs first is no growth.
            string small = Path.ChangeExtension(path, ".small.json");
            File.WriteAllText(small, HostileDocuments.In("3.0.3", HostileDocuments.All[1].Make(1)));
            new GenerationSteps(small).Generate(default);
            File.Delete(small);
            long before = GC.GetTotalAllocatedBytes();
            var steps = new GenerationSteps(path);
            var watch = Stopwatch.StartNew();
            Thread thread = new(() => steps.Generate(default), 256 * 1024);
            thread.Start();
            thread.Join();
            using Process self = Process.GetCurrentProcess();
            Console.WriteLine($"{watch.Elapsed.TotalMilliseconds:0} ms {self.PeakWorkingSet64 / 1e6:0} MB for {length:0.000} MB, allocated {(GC.GetTotalAllocatedBytes() - before) / 1e6:0} MB".ToString(CultureInfo.InvariantCulture));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Run(string structure, int size)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in Environment.GetCommandLineArgs().Take(1).Where(a => a.EndsWith(".dll", StringComparison.Ordinal) && !Environment.ProcessPath!.EndsWith("Benchmarks", StringComparison.Ordinal)))
            start.ArgumentList.Add(argument);
        foreach (string argument in new[] { "hostile", structure, size.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);

        // As little as it needs, not as much as is fast.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_GCConserveMemory"] = "9";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x100000000";
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (process.WaitForExit(Bound))
            return process.ExitCode == 0 ? output.GetAwaiter().GetResult().Trim() : $"ends with {process.ExitCode}";

        process.Kill();
        return $"more than {Bound.TotalSeconds:0} s";
    }
}
