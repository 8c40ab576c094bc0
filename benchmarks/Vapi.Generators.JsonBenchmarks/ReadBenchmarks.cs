using BenchmarkDotNet.Attributes;

namespace Vapi.Generators.JsonBenchmarks;

/// <summary>Reading, against System.Text.Json's source generator on a hand-written model, and against the floor.</summary>
[MemoryDiagnoser]
public class ReadBenchmarks
{
    private Payload _payload = null!;

    /// <summary>What is read.</summary>
    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    /// <summary>All of them.</summary>
    public static IEnumerable<string> Names => Payload.Names;

    /// <summary>Loads the payload.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _payload = Payload.Of(Name, Payload.Load(Name));
        _payload.Verify();
    }

    /// <summary>The measure.</summary>
    [Benchmark(Baseline = true)]
    public object HandWritten() => _payload.ReadHandWritten();

    /// <summary>As the client reads.</summary>
    [Benchmark]
    public object Generated() => _payload.ReadGenerated();

    /// <summary>As other code reads.</summary>
    [Benchmark]
    public object GeneratedBySerializer() => _payload.ReadGeneratedBySerializer();

    /// <summary>A scan that makes the strings and numbers.</summary>
    [Benchmark]
    public int Scan() => Floor.Read(_payload.Utf8);
}
