using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Vapi.Generators.JsonBenchmarks;

// "first" measures first calls in fresh processes; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["first"]:
        foreach (string name in Payload.Names)
            FirstCall.Compare(name);

        break;
    case ["first", string candidate, string name]:
        FirstCall.Measure(candidate, name);
        break;
    default:
        // In this process: a project made for the run would have to compile Vapi's document again.
        Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(8).WithIterationCount(20).WithIterationTime(TimeInterval.FromMilliseconds(250));
        BenchmarkSwitcher.FromAssembly(typeof(Payload).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
        break;
}
