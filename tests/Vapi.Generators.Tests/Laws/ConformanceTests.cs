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
        object?[] arguments = Arguments(operation, method, random, richness, sent);
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

    /// <summary>The required parameters, the body, the query, in this order; and what they are in JSON.</summary>
    private static object?[] Arguments(DocumentOperation operation, MethodInfo method, RandomJson random, Richness richness, Dictionary<string, JsonNode?> sent)
    {
        var arguments = new List<object?>();
        ParameterInfo[] parameters = method.GetParameters();
        foreach (JsonElement parameter in operation.Parameters.Where(DocumentOperation.IsRequired))
            arguments.Add(Value(parameter, parameters[arguments.Count].ParameterType));

        if (parameters.FirstOrDefault(p => p.Name == "body") is { } body)
            arguments.Add(operation.Body.ContainsKey("multipart/form-data") ? Upload(body.ParameterType) : Body(body.ParameterType));
        if (parameters.FirstOrDefault(p => p.Name == "query") is { } query)
        {
            JsonElement[] optional = [.. operation.Parameters.Where(p => !DocumentOperation.IsRequired(p))];
            object? value = richness == Richness.Minimal ? null : Activator.CreateInstance(query.ParameterType);
            foreach ((PropertyInfo property, JsonElement parameter) in value is null ? [] : query.ParameterType.GetProperties().Zip(optional))
                property.SetValue(value, Value(parameter, property.PropertyType));

            arguments.Add(value);
        }

        return [.. arguments, null, TestContext.Current.CancellationToken];

        object? Value(JsonElement parameter, Type type)
        {
            JsonNode? value = random.Next(parameter.GetProperty("schema"));

            // No path has an empty segment, and no query an empty list.
            if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>().Trim('.', ' ').Length == 0)
                value = "a/b c";
            // A header has no line breaks, and nothing but ASCII.
            if (parameter.GetProperty("in").GetString() == "header" && value is JsonValue header && header.GetValueKind() == JsonValueKind.String && !header.GetValue<string>().All(c => c is >= ' ' and <= '~'))
                value = "plain";
            if (value is JsonArray { Count: 0 })
                return null;

            sent[parameter.GetProperty("name").GetString()!] = value?.DeepClone();
            return value.Deserialize(type);
        }

        object? Body(Type type)
        {
            JsonNode? value = random.Next(operation.Body["application/json"]);
            sent["body"] = value?.DeepClone();
            return value.Deserialize(type);
        }

        static object Upload(Type type)
        {
            object upload = Activator.CreateInstance(type)!;
            PropertyInfo file = type.GetProperties().First(p => p.PropertyType.Name == "FileContent");
            file.SetValue(upload, Activator.CreateInstance(file.PropertyType, new MemoryStream(DocumentServer.File), "a.bin", "application/octet-stream"));
            return upload;
        }
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
