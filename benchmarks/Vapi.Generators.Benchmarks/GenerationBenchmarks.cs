using BenchmarkDotNet.Attributes;
using Microsoft.OpenApi;
using Vapi.Generators.Model;

namespace Vapi.Generators.Benchmarks;

/// <summary>Generation, warm, against Microsoft.OpenApi's reading alone.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class GenerationBenchmarks
{
    private readonly GenerationSteps _steps = new(Program.DocumentPath);

    private OpenApiDocument _document = null!;

    private ApiModel _model = null!;

    /// <summary>What each step starts from.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _document = _steps.Read();
        _model = _steps.Parse(_document);
    }

    /// <summary>The baseline.</summary>
    [Benchmark(Baseline = true)]
    public object MicrosoftOpenApiAlone() => _steps.ReadAlone();

    /// <summary>Text to document.</summary>
    [Benchmark]
    public object Read() => _steps.Read();

    /// <summary>Document to model.</summary>
    [Benchmark]
    public object Parse() => _steps.Parse(_document);

    /// <summary>Model to text.</summary>
    [Benchmark]
    public object Emit() => _steps.Emit(_model);

    /// <summary>All of it.</summary>
    [Benchmark]
    public object Generate() => _steps.Emit(_steps.ReadAndParse());
}
