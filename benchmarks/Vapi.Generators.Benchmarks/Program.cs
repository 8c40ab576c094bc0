using System.Diagnostics;
using System.Runtime;
using BenchmarkDotNet.Running;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.OpenApi;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Benchmarks;

/// <summary><c>cold</c> measures each step once in this fresh process, <c>growth</c> documents of several sizes, <c>edits</c> what edits in an IDE cost, or replacements by the versions in a folder, <c>cancel</c> how soon a run ends, <c>names</c> which names the versions in a folder rename without a cause, <c>counts</c> how many names in the code of the documents in a folder nobody would choose, <c>hostile</c> documents that cost more than their length says; anything else goes to BenchmarkDotNet.</summary>
public static class Program
{
    /// <summary>The document to measure with: the variable VAPI_DOCUMENT, or the Quickstart's.</summary>
    public static string DocumentPath { get; } = Environment.GetEnvironmentVariable("VAPI_DOCUMENT") ?? FindQuickstart();

    /// <summary>The entry point.</summary>
    public static void Main(string[] args)
    {
        switch (args)
        {
            case ["cold"]:
                MeasureCold();
                break;
            case ["cancel"]:
                MeasureCancellation();
                break;
            case ["hostile", string structure, string size]:
                Hostile.Measure(structure, int.Parse(size, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case ["hostile", ..]:
                Hostile.Compare(args.ElementAtOrDefault(1) ?? "");
                break;
            case ["edits"]:
                Edits.Measure(DocumentPath);
                break;
            case ["edits", string folder]:
                Edits.Replace(folder);
                break;
            case ["growth"]:
                Growth.Compare();
                break;
            case ["growth", string size]:
                Growth.Measure(size);
                break;
            case ["names", string folder]:
                NameHistory.Print(folder);
                break;
            case ["counts", string folder, ..]:
                NameCounts.Print(folder, args.ElementAtOrDefault(2));
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                break;
        }
    }

    private static void MeasureCold()
    {
        var steps = new GenerationSteps(DocumentPath);
        Console.WriteLine(DocumentPath);

        // Compiled ahead in the compiler, but not in the package of Roslyn: this method alone takes 30 ms.
        _ = SyntaxFacts.GetKeywordKind("");
        (_, double alone) = Measure("Microsoft.OpenApi alone, cold", steps.ReadAlone);
        (OpenApiDocument document, double read) = Measure("read", steps.Read);
        (ApiModel model, double parse) = Measure("parse, cold", () => steps.Parse(document));
        (IReadOnlyList<SourceFile> files, double emit) = Measure("emit, cold", () => steps.Emit(model));
        Console.WriteLine($"{(read + parse + emit) / alone,8:N2}    times Microsoft.OpenApi alone, cold");
        (_, alone) = Measure("Microsoft.OpenApi alone, second time", steps.ReadAlone);
        (_, double all) = Measure("all, with diagnostics, second time", () => steps.Emit(steps.ReadAndParse()));
        Console.WriteLine($"{all / alone,8:N2}    times Microsoft.OpenApi alone, second time");
        Console.WriteLine($"{files.Count} files, {files.Sum(f => f.Text.Lines.Count):N0} lines, {files.Sum(f => f.Text.Length):N0} characters");
    }

    /// <summary>Runs that are cancelled at random, the first ones cold: the time from there to their end.</summary>
    private static void MeasureCancellation()
    {
        const int Runs = 200;
        var steps = new GenerationSteps(DocumentPath);
        var random = new Random(20261124);
        var delays = new List<double>();
        int finished = 0;
        for (int i = 0; i < Runs; i++)
        {
            using var source = new CancellationTokenSource();
            long cancelled = 0;
            int after = random.Next(500);
            var canceller = new Thread(() =>
            {
                Thread.Sleep(after);
                cancelled = Stopwatch.GetTimestamp();
                source.Cancel();
            });
            canceller.Start();
            try
            {
                steps.Generate(source.Token);
                finished++;
            }
            catch (OperationCanceledException)
            {
                delays.Add(Stopwatch.GetElapsedTime(cancelled).TotalMilliseconds);
            }

            canceller.Join();
        }

        delays.Sort();
        Console.WriteLine($"{delays.Count} of {Runs} runs cancelled, {finished} finished before: ended after {delays[delays.Count / 2]:N1} ms (median), {delays[(int)(delays.Count * 0.99)]:N1} ms (99 %), {delays[^1]:N1} ms (longest)");
    }

    private static (T Result, double Milliseconds) Measure<T>(string what, Func<T> step)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        (long methods, TimeSpan compiling) = (JitInfo.GetCompiledMethodCount(), JitInfo.GetCompilationTime());
        var watch = Stopwatch.StartNew();
        T result = step();
        watch.Stop();
        Console.WriteLine(
            $"{watch.Elapsed.TotalMilliseconds,8:N0} ms {(GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6,8:N0} MB  {what} "
            + $"({JitInfo.GetCompiledMethodCount() - methods} methods compiled in {(JitInfo.GetCompilationTime() - compiling).TotalMilliseconds:N0} ms)");
        return (result, watch.Elapsed.TotalMilliseconds);
    }

    private static string FindQuickstart()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "samples", "Quickstart", "openapi.json")))
            folder = folder.Parent ?? throw new FileNotFoundException("Set VAPI_DOCUMENT to the path of a document.");

        return Path.Combine(folder.FullName, "samples", "Quickstart", "openapi.json");
    }
}
