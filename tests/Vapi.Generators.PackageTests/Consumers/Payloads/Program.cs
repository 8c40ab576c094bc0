using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Vapi;

string folder = args[0];
string[] files = [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)];
byte[] first = System.IO.File.ReadAllBytes(Path.Combine(folder, "assistant.json"));

var clock = Stopwatch.StartNew();
Assistant assistant = JsonSerializer.Deserialize(first, ApiJson.Of<Assistant>())!;
double read = clock.Elapsed.TotalMilliseconds;

clock.Restart();
JsonSerializer.SerializeToUtf8Bytes(assistant, ApiJson.Of<Assistant>());
double write = clock.Elapsed.TotalMilliseconds;

int equal = 0;
foreach (string file in files)
{
    string name = Path.GetFileName(file);
    byte[] json = System.IO.File.ReadAllBytes(file);
    bool isEqual = name switch
    {
        "assistant-list.json" => Copies.AreEqual(json, ApiJson.ListOf<Assistant>()),
        _ when name.StartsWith("assistant", StringComparison.Ordinal) => Copies.AreEqual(json, ApiJson.Of<Assistant>()),
        _ when name.StartsWith("call", StringComparison.Ordinal) => Copies.AreEqual(json, ApiJson.Of<Call>()),
        _ => Copies.AreEqual(json, ApiJson.Of<CreateCallDTO>()),
    };
    if (isEqual)
        equal++;
    else
        Console.WriteLine(name + " differs");
}

Console.WriteLine($"{equal} of {files.Length} equal");

using var http = new HttpClient(new Answer(folder));
int deviating = 0;
var vapi = new VapiClient(http, new VapiClientOptions { ApiKey = "key", OnDeviation = _ => deviating++ });
IReadOnlyList<Assistant> listed = await vapi.Assistants.FindAllAsync(new() { Limit = 100 });
Assistant created = await vapi.Assistants.CreateAsync(new CreateAssistantDTO { Name = "Reception", Model = new OpenAIModel { Model = "gpt-4o" } });
Console.WriteLine($"{listed.Count} listed, {created.Id == assistant.Id} created, {deviating} deviate, {ApiContract.Check<Assistant>(first).Any(d => d.Kind == ApiDeviationKind.UnknownProperty)} unknown");
Console.WriteLine(FormattableString.Invariant($"first read {read:0.00} ms, first write {write:0.00} ms"));

internal static class Copies
{
    public static bool AreEqual<T>(byte[] json, JsonTypeInfo<T> typeInfo)
    {
        using JsonDocument expected = JsonDocument.Parse(json);
        using JsonDocument actual = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(json, typeInfo)!, typeInfo));
        return JsonElement.DeepEquals(expected.RootElement, actual.RootElement);
    }
}

/// <summary>The API: answers from the payloads.</summary>
internal sealed class Answer(string folder) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        string? file = (request.Method.Method, request.RequestUri!.PathAndQuery, sent) switch
        {
            ("GET", "/assistant?limit=100", "") => "assistant-list.json",
            ("POST", "/assistant", """{"model":{"provider":"openai","model":"gpt-4o"},"name":"Reception"}""") => "assistant.json",
            _ => null,
        };
        return file is null
            ? new(System.Net.HttpStatusCode.NotFound) { Content = new StringContent($"{request.RequestUri.PathAndQuery} {sent}") }
            : new() { Content = new StringContent(await System.IO.File.ReadAllTextAsync(Path.Combine(folder, file), cancellationToken)) };
    }
}
