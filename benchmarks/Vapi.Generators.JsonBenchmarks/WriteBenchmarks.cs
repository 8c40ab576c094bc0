using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Vapi.Generators.JsonBenchmarks;

/// <summary>Writing, against System.Text.Json's source generator on a hand-written model, and against the floor.</summary>
[MemoryDiagnoser]
public class WriteBenchmarks
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 21);

    private Payload _payload = null!;

    private Floor _floor = null!;

    private object _generated = null!;

    private object _handWritten = null!;

    private Utf8JsonWriter _writer = null!;

    /// <summary>What is written.</summary>
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
        _floor = new Floor(_payload.Utf8);
        _generated = _payload.ReadGenerated();
        _handWritten = _payload.ReadHandWritten();
        _writer = new Utf8JsonWriter(_buffer);
    }

    /// <summary>The measure.</summary>
    [Benchmark(Baseline = true)]
    public void HandWritten() => _payload.WriteHandWritten(Start(), _handWritten);

    /// <summary>As the client writes.</summary>
    [Benchmark]
    public void Generated()
    {
        Utf8JsonWriter writer = Start();
        _payload.WriteGenerated(writer, _generated);
        writer.Flush();
    }

    /// <summary>As other code writes.</summary>
    [Benchmark]
    public void GeneratedBySerializer() => _payload.WriteGeneratedBySerializer(Start(), _generated);

    /// <summary>The same tokens.</summary>
    [Benchmark]
    public void Tokens()
    {
        Utf8JsonWriter writer = Start();
        _floor.Write(writer);
        writer.Flush();
    }

    private Utf8JsonWriter Start()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        return _writer;
    }
}
