using BenchmarkDotNet.Attributes;

namespace Vapi.Generators.JsonBenchmarks;

/// <summary>A request for an assistant without a network, with and without checks of its response against the document.</summary>
[MemoryDiagnoser]
public class ContractBenchmarks
{
    private static readonly Guid Id = new("7f4f5d0c-53a5-4a8e-9b6c-2f1d3f9b8a11");

    private static readonly Uri Address = new("http://127.0.0.1:1");

    private byte[] _assistant = null!;

    private HttpClient _http = null!;

    private Generated.VapiClient _client = null!;

    private Generated.VapiClient _checking = null!;

    /// <summary>Creates the clients.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _assistant = Payload.Load("assistant");
        _http = new HttpClient(new RequestBenchmarks.Memory(_assistant)) { BaseAddress = Address };
        _client = new Generated.VapiClient(_http, new Generated.VapiClientOptions { BaseAddress = Address, ApiKey = "key" });
        _checking = new Generated.VapiClient(_http, new Generated.VapiClientOptions { BaseAddress = Address, ApiKey = "key", OnDeviation = _ => { } });
        foreach (Generated.ApiDeviation deviation in Generated.ApiContract.Check<Generated.Assistant>(_assistant, Generated.ApiDirection.Response))
            Console.WriteLine(deviation);
    }

    /// <summary>Ends the connections.</summary>
    [GlobalCleanup]
    public void CleanUp() => _http.Dispose();

    /// <summary>The measure.</summary>
    [Benchmark(Baseline = true)]
    public async Task<object> Call() => await _client.Assistants.FindOneAsync(Id);

    /// <summary>With OnDeviation.</summary>
    [Benchmark]
    public async Task<object> CheckedCall() => await _checking.Assistants.FindOneAsync(Id);

    /// <summary>The check alone.</summary>
    [Benchmark]
    public object Check() => Generated.ApiContract.Check<Generated.Assistant>(_assistant, Generated.ApiDirection.Response);
}
