using System.Diagnostics;
using BenchmarkDotNet.Running;
using Microsoft.OpenApi;
using Vapi.Generators.Emitting;
using Vapi.Generators.Model;

namespace Vapi.Generators.Benchmarks;

/// <summary><c>cold</c> measures each step once in this fresh process; anything else goes to BenchmarkDotNet.</summary>
public static class Program
{
    /// <summary>The document to measure with: the variable VAPI_DOCUMENT, or the Quickstart's.</summary>
    public static string DocumentPath { get; } = Environment.GetEnvironmentVariable("VAPI_DOCUMENT") ?? FindQuickstart();

    /// <summary>The entry point.</summary>
    public static void Main(string[] args)
    {
        if (args is ["cold"])
            MeasureCold();
        else
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }

    private static void MeasureCold()
    {
        var steps = new GenerationSteps(DocumentPath);
        Console.WriteLine(DocumentPath);
        OpenApiDocument document = Measure("Microsoft.OpenApi alone, cold", steps.ReadAlone);
        Measure("Microsoft.OpenApi alone, second time", steps.ReadAlone);
        Measure("read", steps.Read);
        ApiModel model = Measure("parse, cold", () => steps.Parse(document));
        IReadOnlyList<SourceFile> files = Measure("emit, cold", () => steps.Emit(model));
        Measure("parse, second time", () => steps.Parse(document));
        Measure("emit, second time", () => steps.Emit(model));
        Measure("read, parse, emit, with diagnostics", () => steps.Emit(steps.ReadAndParse()));
        Console.WriteLine($"{files.Count} files, {files.Sum(f => f.Text.Lines.Count):N0} lines, {files.Sum(f => f.Text.Length):N0} characters");
    }

    private static T Measure<T>(string what, Func<T> step)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        T result = step();
        Console.WriteLine($"{watch.Elapsed.TotalMilliseconds,8:N0} ms {(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6,8:N0} MB  {what}");
        return result;
    }

    private static string FindQuickstart()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "samples", "Quickstart", "openapi.json")))
            folder = folder.Parent ?? throw new FileNotFoundException("Set VAPI_DOCUMENT to the path of a document.");

        return Path.Combine(folder.FullName, "samples", "Quickstart", "openapi.json");
    }
}
