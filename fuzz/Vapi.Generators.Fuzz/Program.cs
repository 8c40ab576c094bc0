using SharpFuzz;
using Vapi.Generators.Fuzz;

// "target" serves afl-fuzz, which fuzz/run.sh starts; "target file" runs one input.
Action<byte[]>? target = args.FirstOrDefault() switch
{
    "document" => DocumentTarget.Run,
    "yaml" => YamlTarget.Run,
    "json" => JsonTarget.Run,
    _ => null,
};
if (target is null || args.Length > 2)
{
    Console.Error.WriteLine("Usage: Vapi.Generators.Fuzz document|yaml|json [file]");
    return 2;
}

if (args is [_, string file])
{
    target(File.ReadAllBytes(file));
    Console.WriteLine("No finding.");
    return 0;
}

// In a process of its own, which a stack overflow or a timeout may end.
Fuzzer.OutOfProcess.Run(stream =>
{
    using var input = new MemoryStream();
    stream.CopyTo(input);
    target(input.ToArray());
});
return 0;
