using System.Reflection;
using System.Text.Json;

namespace Vapi.Generators.Tests.Samples;

/// <summary>The C# types of the JSON bodies and results of Vapi's operations.</summary>
internal static class OperationTypes
{
    public static IEnumerable<(string Path, JsonElement Schema, Type Type)> Find(IEnumerable<JsonElement> operations, Type client)
    {
        foreach (JsonElement operation in operations)
        {
            string id = operation.GetProperty("operationId").GetString()!;
            MethodInfo method = Method(client.GetProperty(string.Concat(operation.GetProperty("tags")[0].GetString()!.Split(' ', '/')))!.PropertyType, id);
            if (operation.TryGetProperty("requestBody", out JsonElement body) && Schema(body) is { } request)
                yield return (id + " body", request, method.GetParameters().Single(p => p.Name == "body").ParameterType);

            JsonElement[] responses = [.. operation.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] == '2').Select(r => Schema(r.Value)).OfType<JsonElement>()];
            if (method.ReturnType.IsGenericType && responses.Length > 0)
                yield return (id + " result", OneOf(responses), method.ReturnType.GetGenericArguments()[0]);
        }
    }

    /// <summary>The method has the operation's short name, or its whole one where the short one is taken. The overload with the query comes first.</summary>
    public static MethodInfo Method(Type group, string operationId)
    {
        string[] parts = operationId.Split("Controller_");
        string name = char.ToUpperInvariant(parts[1][0]) + parts[1][1..] + "Async";
        MethodInfo[] methods = group.GetMethods();
        return Array.Find(methods, m => m.Name == name) ?? Array.Find(methods, m => m.Name == parts[0] + name) ?? throw new KeyNotFoundException($"{group.Name} has no method for {operationId}.");
    }

    private static JsonElement OneOf(JsonElement[] schemas)
        => schemas.Length == 1 ? schemas[0] : JsonElement.Parse($$"""{ "oneOf": [{{string.Join(", ", schemas.Select(s => s.GetRawText()))}}] }""");

    private static JsonElement? Schema(JsonElement body)
        => body.TryGetProperty("content", out JsonElement content) && content.TryGetProperty("application/json", out JsonElement json) ? json.GetProperty("schema") : null;
}
