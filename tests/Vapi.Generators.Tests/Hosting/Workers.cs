namespace Vapi.Generators.Tests.Hosting;

/// <summary>How many documents are compiled at the same time: more take more memory, and no less time.</summary>
internal static class Workers
{
    public static ParallelOptions OneForEachProcessor { get; } = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
}
