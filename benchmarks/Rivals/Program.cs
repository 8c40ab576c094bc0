// Gives the same document to several generators, compiles what they write, and reads and writes the same payloads with it.
//
//   dotnet run --project benchmarks/Rivals -c Release -- openapi.json payloads
//
// The tools are installed into a temporary folder. The output is the table of docs/comparison.md.

using Rivals;

if (args.Length != 2)
{
    Console.Error.WriteLine("Usage: Rivals <document> <folder of payloads>");
    return 1;
}

string document = Path.GetFullPath(args[0]), payloads = Path.GetFullPath(args[1]);
var results = new List<Result>();
foreach (Rival rival in Rival.All)
{
    string folder = Directory.CreateTempSubdirectory("rivals-").FullName;
    try
    {
        results.Add(await Measurement.RunAsync(rival, document, payloads, folder));
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

Console.WriteLine(Table.Of(results));
return 0;
