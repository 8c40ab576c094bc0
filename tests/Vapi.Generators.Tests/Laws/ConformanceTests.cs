using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Laws;

/// <summary>The generated client and a server that knows the document only, over HTTP, for every operation of Vapi's document.</summary>
public class ConformanceTests
{
    private const int Seed = 20261124;

    [Theory]
    [InlineData(Richness.Minimal)]
    [InlineData(Richness.Full)]
    public async Task EveryOperation_SendsAndReadsWhatTheDocumentSays(Richness richness)
    {
        var random = new RandomJson(RealDocument.Json, richness, Seed);
        var requests = new RandomJson(RealDocument.Json, richness, Seed, isRequest: true);
        await using DocumentServer server = await DocumentServer.StartAsync(RealDocument.Json, random);
        object client = CreateClient(server.Address);
        DocumentOperation[] operations = [.. DocumentOperation.All(RealDocument.Json)];
        var failures = new List<string>();
        foreach (DocumentOperation operation in operations)
        {
            string[] faults = [.. await CallAsync(client, operation, server, requests, richness)];
            if (faults.Length > 0)
                failures.Add($"{operation.Method} {operation.Path}: {string.Join("; ", faults)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{operations.Length - failures.Count} of {operations.Length} operations conform, {richness}");
        Assert.Equal(137, operations.Length);
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static async Task<IEnumerable<string>> CallAsync(object client, DocumentOperation operation, DocumentServer server, RandomJson random, Richness richness)
    {
        object group = client.Get(operation.Group)!;
        MethodInfo method = OperationTypes.Method(group.GetType(), operation.Id);
        var sent = new Dictionary<string, JsonNode?>();
        object?[] arguments = OperationArguments.Make(operation, method, random, richness, sent);
        object? result;
        try
        {
            var task = (Task)method.Invoke(group, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
            await task;
            result = method.ReturnType.IsGenericType ? task.Get("Result") : null;
        }
        catch (Exception exception) when (exception is not NullReferenceException)
        {
            return [exception.GetType().Name + ": " + exception.Message[..Math.Min(300, exception.Message.Length)]];
        }

        var faults = new List<string>(server.Faults);
        if (server.Called?.Id != operation.Id)
            faults.Add($"it arrived as {server.Called?.Id ?? "no operation"}");
        faults.AddRange(Differences("sent", new JsonObject(sent).ToJsonString(), new JsonObject(server.Received.Select(r => KeyValuePair.Create(r.Key, r.Value?.DeepClone()))).ToJsonString()));
        if (server.Answer is { } answer)
            faults.AddRange(Differences("read", answer, JsonSerializer.Serialize(result, method.ReturnType.GetGenericArguments()[0])));
        else if (result is IDisposable stream)
            stream.Dispose();

        return faults;
    }

    private static IEnumerable<string> Differences(string what, string expected, string actual) => JsonAssert.Differences(expected, actual).Take(3).Select(d => $"{what}: {d}");

    private static object CreateClient(Uri address)
    {
        Assembly assembly = RealDocument.Output.Assembly;
        object options = Activator.CreateInstance(assembly.GetType("Vapi.VapiClientOptions")!)!;
        options.GetType().GetProperty("BaseAddress")!.SetValue(options, address);
        options.GetType().GetProperty("ApiKey")!.SetValue(options, DocumentServer.Key);
        return Activator.CreateInstance(assembly.GetType("Vapi.VapiClient")!, options)!;
    }
}
