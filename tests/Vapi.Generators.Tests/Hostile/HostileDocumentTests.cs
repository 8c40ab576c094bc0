using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Hostile;

/// <summary>One after the other, while nothing else runs: what they allocate is counted for the whole process.</summary>
[CollectionDefinition(nameof(HostileDocumentTests), DisableParallelization = true)]
public class HostileDocumentCollection;

/// <summary>
/// No document takes the compiler down, keeps it busy or fills the memory, on whatever stack it runs. For longer, with every structure in every version and format and in larger sizes:
/// <c>VAPI_FUZZ_MINUTES=60 dotnet test --filter HostileDocumentTests</c>.
/// </summary>
[Collection(nameof(HostileDocumentTests))]
public class HostileDocumentTests
{
    /// <summary>That of a thread that somebody made as small as one may be.</summary>
    private const int SmallStack = 256 * 1024;

    /// <summary>Far more than any of the documents takes, also on a busy machine.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    /// <summary>A document that is several times as long may cost that many times as much, and this much more: n log n, and a little.</summary>
    private const double MostGrowth = 1.5;

    /// <summary>How many runs there are until one is within the bounds.</summary>
    private const int MostRuns = 10;

    /// <summary>How many structures are measured where long tests are off.</summary>
    private const int SampledStructures = 20;

    /// <summary>What growth is not asked for, in bytes.</summary>
    private const long Constant = 20_000_000;

    /// <summary>What any document may allocate besides a hundred bytes for each of its own, nearly all of it garbage: what is alive at a time is measured by the benchmark.</summary>
    private const long MostAllocated = 1_000_000_000;

    private static readonly string[] Versions = ["3.0.3", "3.1.0", "2.0", "3.2.0"];

    public static TheoryData<string> Structures => [.. LongTests.Sample<string>([.. HostileDocuments.All.Select(s => s.Structure), .. HostileDocuments.AllYaml.Select(s => s.Structure)], SampledStructures)];

    /// <summary>The documents of the largest cost, when they were first found.</summary>
    public static TheoryData<string, int> Slowest => new()
    {
        { "allOf of oneOfs", 8 },
        { "allOf nested 99 deep in schemas that refer to each other", 115 },
        { "oneOf nested 99 deep in schemas that refer to each other", 115 },
        { "each derives from the one before", 5000 },
        { "all derive from one", 3000 },
        { "references by pointer to one long parameter", 3000 },
        { "references by pointer into paths", 3000 },
        { "references by pointer into $defs", 3000 },
        { "two enums under one allOf", 100_000 },
    };

    [Theory]
    [MemberData(nameof(Structures))]
    public void CostOfAStructure_GrowsWithTheDocument_OnASmallStackToo(string structure)
    {
        (int index, int size, Func<int, string> make, bool isYaml) = Find(structure);
        string version = isYaml ? "3.0.3" : Versions[index % Versions.Length];
        bool asYaml = isYaml || index / Versions.Length % 2 == 1;
        Measure(make(1), version, asYaml);

        (string document, string longer) = (make(size), make(4 * size));
        for (int run = 1; ; run++)
        {
            (long small, _) = Measure(document, version, asYaml);
            (long large, TimeSpan time) = Measure(longer, version, asYaml);
            bool isWithin = large < MostGrowth * longer.Length / document.Length * small + Constant;
            if (isWithin || run == MostRuns)
            {
                TestContext.Current.TestOutputHelper!.WriteLine($"{structure}, {version}: {small / 1e6:0.0} MB, {large / 1e6:0.0} MB, {time.TotalMilliseconds:0} ms");
                Assert.True(isWithin, $"{document.Length} characters cost {small} bytes, {longer.Length} cost {large}.");
                return;
            }
        }
    }

    [LongTheory("30 seconds")]
    [MemberData(nameof(Slowest))]
    public void SlowDocument_IsGeneratedOrRefused(string structure, int size)
    {
        string document = Find(structure).Make(size);
        (long allocated, TimeSpan time) = Measure(document, "3.0.3", asYaml: false);

        TestContext.Current.TestOutputHelper!.WriteLine($"{structure}, {size}: {document.Length / 1e6:0.00} MB, {allocated / 1e6:0} MB allocated, {time.TotalMilliseconds:0} ms");
    }

    /// <summary>The run ends, and so does what it was at.</summary>
    [LongTheory("30 seconds")]
    [MemberData(nameof(Slowest))]
    public void SlowDocument_CanBeCancelledAnywhere_AndNothingGoesOn(string structure, int size)
    {
        var input = new GeneratorInput(HostileDocuments.In("3.0.3", Find(structure).Make(size))) { Expected = null };
        var delays = new List<double>();
        for (int after = 5; after < 400; after = after * 3 / 2)
        {
            if (CancelledRun.DelayOf(input, after) is { } delay)
                delays.Add(delay);
        }

        delays.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine($"{structure}: {string.Join(", ", delays.Select(d => d.ToString("0", CultureInfo.InvariantCulture)))} ms");
        Assert.True(delays.Count == 0 || delays[delays.Count / 2] < 50, $"It ends after {string.Join(", ", delays)} ms.");
        Assert.True(IsQuiet(), "Something goes on.");
    }

    [Fact]
    public void AnyStructure_InAnyVersionAndFormat_IsHarmless()
    {
        string? minutes = Environment.GetEnvironmentVariable("VAPI_FUZZ_MINUTES");
        Assert.SkipWhen(minutes is null, "It runs for the minutes that VAPI_FUZZ_MINUTES says.");

        var watch = Stopwatch.StartNew();
        for (double factor = 0.1; watch.Elapsed.TotalMinutes < double.Parse(minutes!, CultureInfo.InvariantCulture); factor *= 1.5)
        {
            foreach ((string structure, int size, Func<int, string> make) in HostileDocuments.All)
            {
                foreach (string version in Versions)
                {
                    string document = make(Math.Max(1, (int)(factor * size)));
                    if (document.Length > 10_000_000)
                        continue;

                    (long allocated, TimeSpan time) = Measure(document, version, asYaml: false);
                    (long allocatedYaml, TimeSpan timeYaml) = Measure(document, version, asYaml: true);
                    TestContext.Current.TestOutputHelper!.WriteLine($"{structure}, {version}, {document.Length / 1e6:0.00} MB: {time.TotalMilliseconds:0} ms, {allocated / 1e6:0} MB; in YAML {timeYaml.TotalMilliseconds:0} ms, {allocatedYaml / 1e6:0} MB");
                }
            }
        }
    }

    /// <summary>Whether nothing is allocated any more, soon.</summary>
    private static bool IsQuiet()
    {
        for (int tries = 0; tries < 20; tries++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            Thread.Sleep(200);
            if (GC.GetTotalAllocatedBytes(precise: true) - before is >= 0 and <= 2_000_000)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Generates on a small stack, and demands that nothing is thrown and that it costs no more than a document may. What .NET counts is off by gigabytes at times, in either direction, when
    /// threads end meanwhile; what a document costs is the same in every run, so that one run within the bounds shows it.
    /// </summary>
    private static (long Allocated, TimeSpan Time) Measure(string document, string version, bool asYaml)
    {
        for (int run = 1; ; run++)
        {
            (long allocated, TimeSpan time) = MeasureOnce(document, version, asYaml);
            bool isWithin = allocated >= 0 && allocated <= MostAllocated + 100L * document.Length;
            if (isWithin || run == MostRuns)
            {
                Assert.True(isWithin, $"{document.Length} characters cost {allocated} bytes.");
                return (allocated, time);
            }
        }
    }

    private static (long Allocated, TimeSpan Time) MeasureOnce(string document, string version, bool asYaml)
    {
        string text = HostileDocuments.In(version, document);
        GeneratorRunResult result = default;
        using var bound = new CancellationTokenSource(Bound);
        Exception? thrown = null;
        var thread = new Thread(Generate, SmallStack);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        thread.Start();
        thread.Join();
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.True(thrown is null, thrown?.ToString());
        Assert.All(result.Diagnostics, d => Assert.NotEqual("CS8785", d.Id));
        return (allocated, watch.Elapsed);

        void Generate()
        {
            try
            {
                result = GeneratorHost.GenerateUnless(new GeneratorInput(new InputDocument(text, asYaml ? "/project/openapi.yaml" : InputDocument.DefaultPath)) { Expected = null }, bound.Token);
            }
            catch (Exception exception)
            {
                thrown = exception;
            }
        }
    }

    private static (int Index, int Size, Func<int, string> Make, bool IsYaml) Find(string structure)
    {
        int index = Array.FindIndex(HostileDocuments.All, s => s.Structure == structure);
        int yaml = Array.FindIndex(HostileDocuments.AllYaml, s => s.Structure == structure);
        return index >= 0 ? (index, HostileDocuments.All[index].Size, HostileDocuments.All[index].Make, false) : (yaml, HostileDocuments.AllYaml[yaml].Size, HostileDocuments.AllYaml[yaml].Make, true);
    }
}
