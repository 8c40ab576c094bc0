// A small program without a runtime to install: saves every assistant as a file.
//
//   dotnet publish samples/NativeAot
//   VAPI_API_KEY=… samples/NativeAot/bin/Release/net10.0/linux-x64/publish/NativeAot backup
//
// Without VAPI_API_KEY it uses FakeApi.cs, an imitation of the API.

using System.Text.Json;
using NativeAot;
using Vapi;

string folder = args.Length > 0 ? args[0] : "backup";
VapiClient vapi = Environment.GetEnvironmentVariable("VAPI_API_KEY") is { Length: > 0 } key
    ? new VapiClient(key)
    : new VapiClient(new HttpClient(new FakeApi()), new VapiClientOptions { ApiKey = "fake-key" });

Directory.CreateDirectory(folder);
foreach (Assistant assistant in await vapi.Assistants.FindAllAsync(new() { Limit = 1000 }))
{
    // Without reflection, JsonSerializer needs the metadata of the type. Properties that the document does not define are written too.
    string json = JsonSerializer.Serialize(assistant, ApiJson.Of<Assistant>());
    string file = Path.Combine(folder, $"{assistant.Id}.json");
    await System.IO.File.WriteAllTextAsync(file, json);
    Console.WriteLine($"{assistant.Name}: {file}");
}
