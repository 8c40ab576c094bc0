using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Laws;

/// <summary>The generated client and the generated fake, for every operation of Vapi's document.</summary>
public class FakeLawTests
{
    private const int Seed = 20261127;

    private const string PublicTypes = "Vapi-runtime.Api.g.cs";

    private static Assembly Assembly => RealDocument.OutputWithFake.Assembly;

    /// <summary>What the caller passes arrives in the delegate, and what the delegate returns comes back. The client introduces itself, so a parameter for the User-Agent header always arrives.</summary>
    [LongTheory("10 seconds")]
    [InlineData(Richness.Minimal)]
    [InlineData(Richness.Full)]
    public async Task Delegate_GetsTheArgumentsOfTheCall_AndItsResultIsThatOfTheCall(Richness richness)
    {
        var requests = new RandomJson(RealDocument.Json, richness, Seed, isRequest: true);
        var results = new RandomJson(RealDocument.Json, richness, Seed);
        await RequireAllAsync($"with a delegate, {richness}", async operation =>
        {
            object fake = CreateFake(out object client);
            (object group, MethodInfo method) = Find(client, operation);
            PropertyInfo handler = Handler(fake, operation, method);
            object? expected = ResultOf(operation, method, results);
            object?[]? received = null;
            handler.SetValue(fake.Get(operation.Group), Create(handler.PropertyType, arguments =>
            {
                received = arguments;
                return expected is ExpectedFile ? Activator.CreateInstance(handler.PropertyType.GetMethod("Invoke")!.ReturnType, new MemoryStream(DocumentServer.File), "a.bin", "audio/wav") : expected;
            }));

            object?[] sent = OperationArguments.Make(operation, method, requests, richness, []);
            AskForNoStream(group, method, sent);
            string[] before = [.. sent.SkipLast(2).Select(Text)];
            object? result = await CallAsync(group, method, sent);

            List<string> faults = [.. before.Zip(received!.SkipLast(1)).SelectMany((pair, i) => Differences($"argument {i}", pair.First, Text(pair.Second))).Where(d => !d.Contains("$.UserAgent is new", StringComparison.Ordinal))];
            if (expected is ExpectedFile)
                faults.AddRange(Differences("file", Text(DocumentServer.File), Text(ReadAll(result!))));
            else if (method.ReturnType.IsGenericType)
                faults.AddRange(Differences("result", Text(expected), Text(result)));
            if ((string)received![^1].Get("Operation")! != $"{operation.Group}.{handler.Name}")
                faults.Add($"it arrived as {received[^1].Get("Operation")}");

            return faults;
        });
    }

    /// <summary>The example of the document, or the value made from the schema, has the declared types.</summary>
    [LongFact("10 seconds")]
    public async Task WithoutADelegate_TheClientReadsTheAnswerWithoutMisfits()
    {
        var requests = new RandomJson(RealDocument.Json, Richness.Minimal, Seed, isRequest: true);
        MethodInfo misfits = Assembly.GetType("Vapi.ApiJson")!.GetMethods().Single(m => m is { Name: "Misfits", IsGenericMethod: false });
        await RequireAllAsync("without a delegate", async operation =>
        {
            CreateFake(out object client);
            (object group, MethodInfo method) = Find(client, operation);
            object? result = await CallAsync(group, method, OperationArguments.Make(operation, method, requests, Richness.Minimal, []));
            return ((result as IEnumerable)?.Cast<object?>() ?? [result])
                .Where(value => value is not null && misfits.GetParameters()[0].ParameterType.IsInstanceOfType(value))
                .SelectMany(value => ((IEnumerable)misfits.Invoke(null, [value])!).Cast<object>().Select(m => m.ToString()!));
        });
    }

    [LongFact("10 seconds")]
    public void Fake_CostsOnlyWhoAsksForIt()
    {
        (int lines, int bytes) = Size(RealDocument.Output);
        (int linesWithFake, int bytesWithFake) = Size(RealDocument.OutputWithFake);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"without: {lines} lines, {bytes} bytes, {RealDocument.Output.Image.Length} bytes of assembly; the fake adds {linesWithFake - lines} lines, {bytesWithFake - bytes} bytes, {RealDocument.OutputWithFake.Image.Length - RealDocument.Output.Image.Length} bytes of assembly");
        Assert.DoesNotContain(RealDocument.Output.Files, f => f.Key.Contains("Fake", StringComparison.Ordinal) || f.Value.Contains("ApiFake", StringComparison.Ordinal));

        // The public types of the runtime share a file.
        Assert.Equal(
            RealDocument.Output.Files.Where(f => f.Key != PublicTypes).OrderBy(f => f.Key, StringComparer.Ordinal),
            RealDocument.OutputWithFake.Files.Where(f => f.Key != PublicTypes && !f.Key.Contains("Fake", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal));
        Assert.InRange(linesWithFake - lines, 1, 8_000);
    }

    private static async Task RequireAllAsync(string what, Func<DocumentOperation, Task<IEnumerable<string>>> findFaults)
    {
        DocumentOperation[] operations = [.. DocumentOperation.All(RealDocument.Json)];
        var failures = new List<string>();
        foreach (DocumentOperation operation in operations)
        {
            string[] faults;
            try
            {
                faults = [.. await findFaults(operation)];
            }
            catch (Exception exception) when (exception is not NullReferenceException)
            {
                faults = [exception.GetType().Name + ": " + exception.Message[..Math.Min(300, exception.Message.Length)]];
            }

            if (faults.Length > 0)
                failures.Add($"{operation.Method} {operation.Path}: {string.Join("; ", faults)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{operations.Length - failures.Count} of {operations.Length} operations {what}");
        Assert.Equal(137, operations.Length);
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static object CreateFake(out object client)
    {
        object fake = Activator.CreateInstance(Assembly.GetType("Vapi.VapiFake")!)!;
        client = fake.GetType().GetMethod("CreateClient")!.Invoke(fake, [null])!;
        return fake;
    }

    private static (object Group, MethodInfo Method) Find(object client, DocumentOperation operation)
    {
        object group = client.Get(operation.Group)!;
        return (group, OperationTypes.Method(group.GetType(), operation.Id));
    }

    private static PropertyInfo Handler(object fake, DocumentOperation operation, MethodInfo method) => fake.Get(operation.Group)!.GetType().GetProperty(method.Name[..^"Async".Length])!;

    private static async Task<object?> CallAsync(object group, MethodInfo method, object?[] arguments)
    {
        var task = (Task)method.Invoke(group, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await task;
        return method.ReturnType.IsGenericType ? task.Get("Result") : null;
    }

    /// <summary>A body that asks for a stream is for the other method of the operation.</summary>
    private static void AskForNoStream(object group, MethodInfo method, object?[] arguments)
    {
        if (!Array.Exists(group.GetType().GetMethods(), m => m.Name == method.Name.Replace("Async", "StreamingAsync", StringComparison.Ordinal)))
            return;

        object body = arguments[Array.FindIndex(method.GetParameters(), p => p.Name == "body")]!;
        body.GetType().GetProperty("Stream")!.SetValue(body, false);
    }

    private static object? ResultOf(DocumentOperation operation, MethodInfo method, RandomJson random) => !method.ReturnType.IsGenericType ? null
        : method.ReturnType.GetGenericArguments()[0] is { Name: "ApiStream" } ? new ExpectedFile()
        : operation.Success.Schema is { } schema ? random.Next(schema).Deserialize(method.ReturnType.GetGenericArguments()[0])
        : "text";

    private static Delegate Create(Type type, Func<object?[], object?> answer)
    {
        MethodInfo invoke = type.GetMethod("Invoke")!;
        ParameterExpression[] parameters = [.. invoke.GetParameters().Select(p => Expression.Parameter(p.ParameterType, p.Name))];
        Expression call = Expression.Invoke(Expression.Constant(answer), Expression.NewArrayInit(typeof(object), parameters.Select(p => Expression.Convert(p, typeof(object)))));
        return Expression.Lambda(type, invoke.ReturnType == typeof(void) ? call : Expression.Convert(call, invoke.ReturnType), parameters).Compile();
    }

    /// <summary>A value as JSON. A query has the parameters that are set; a file is its bytes.</summary>
    private static string Text(object? value)
    {
        if (value is null)
            return "{}";
        if (value.GetType() is { BaseType.Name: "RequestOptions" } query)
            return new JsonObject(query.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(p => (p.Name, Value: p.GetValue(value)))
                .Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, JsonSerializer.SerializeToNode(p.Value)))).ToJsonString();

        string text = JsonSerializer.Serialize(value, value.GetType());
        foreach (PropertyInfo file in value.GetType().GetProperties().Where(p => p.PropertyType.Name == "FileContent" && p.GetValue(value) is not null))
            ((Stream)file.GetValue(value)!.Get("Stream")!).Position = 0;

        return text;
    }

    private static byte[] ReadAll(object apiStream)
    {
        using var copy = new MemoryStream();
        ((Stream)apiStream.Get("Stream")!).CopyTo(copy);
        return copy.ToArray();
    }

    private static IEnumerable<string> Differences(string what, string expected, string actual) => JsonAssert.Differences(expected, actual).Take(3).Select(d => $"{what}: {d}");

    private static (int Lines, int Bytes) Size(GeneratorOutput output) => (output.Files.Values.Sum(t => t.Count(c => c == '\n')), output.Files.Values.Sum(Encoding.UTF8.GetByteCount));

    private sealed class ExpectedFile;
}
